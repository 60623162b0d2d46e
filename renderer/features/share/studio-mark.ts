import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import { useStudio } from '../../use-studio.ts'
import type { ExportOptions } from './export-options.ts'
import { readLogo } from './read-logo.ts'
import type { SignLogo, StudioMark } from './sign-painter.ts'

/** The studio's name (empty: none) and its logo as it is painted. */
export interface StudioSign {
  readonly name: string
  readonly logo: SignLogo | null
  /** There is a logo that is still being read. */
  readonly isReading: boolean
}

/** The studio's name and logo from the settings, as they are painted into pictures. */
export function useStudioSign(): StudioSign {
  const { engine } = usePorts()
  const { name, logoFile } = useStudio(engine).sign
  const [read, setRead] = useState<{ readonly file: Blob; readonly logo: SignLogo | null } | null>(null)
  useEffect(() => {
    if (!logoFile) return
    let isWanted = true
    const keep = (logo: SignLogo | null) => isWanted && setRead({ file: logoFile, logo })
    readLogo(logoFile).then(keep, () => {
      keep(null)
      showFailure(t('The studio’s logo can’t be read. Choose it again in the settings.'))
    })
    return () => {
      isWanted = false
    }
  }, [logoFile])
  const isRead = read !== null && read.file === logoFile
  return { name, logo: isRead ? read.logo : null, isReading: logoFile !== null && !isRead }
}

/** What of the studio's sign is painted by the options; null: nothing, or there is nothing. */
export function markOf(
  { sign, corner }: Pick<ExportOptions, 'sign' | 'corner'>,
  studio: StudioSign,
): StudioMark | null {
  const name = sign === 'name' || sign === 'both' ? studio.name : ''
  const logo = sign === 'logo' || sign === 'both' ? studio.logo : null
  return name === '' && logo === null ? null : { name, logo, corner }
}
