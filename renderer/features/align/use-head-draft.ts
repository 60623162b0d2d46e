import { useEffect, useState } from 'react'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts } from '../../use-ports.tsx'
import type { HeadChange } from './actions.ts'

/** A head outline while it is edited. */
export interface HeadDraft {
  /** Undefined while the head is being looked for, and where that failed. */
  readonly ellipse: HeadEllipse | undefined
  readonly error: unknown
  readonly isByHand: boolean
  /** What saving would change; undefined when nothing was changed. */
  readonly change: HeadChange | undefined
  readonly draw: (ellipse: HeadEllipse) => void
  /** Has the head found automatically again. */
  readonly reset: () => void
}

/** The photo's head outline as it is known, else as it is found, and what a person makes of it. */
export function useHeadDraft(photo: Photo): HeadDraft {
  const { engine } = usePorts()
  const known = photo.head?.quarterTurns === photo.quarterTurns ? photo.head : null
  const [drawn, setDrawn] = useState<HeadEllipse>()
  const [isReset, setReset] = useState(false)
  const [found, setFound] = useState<HeadEllipse>()
  const [error, setError] = useState<unknown>()
  const isSearched = !drawn && !found && (isReset || !known)
  useEffect(() => {
    if (!isSearched) return
    const controller = new AbortController()
    engine.findHead(photo.photoId, { signal: controller.signal }).then(
      (ellipse) => !controller.signal.aborted && setFound(ellipse),
      (thrown: unknown) => !controller.signal.aborted && setError(thrown),
    )
    return () => controller.abort()
  }, [engine, photo.photoId, isSearched])

  const wasByHand = known?.by === 'hand'
  const resetChange = isReset && wasByHand ? { photo, ellipse: null } : undefined
  return {
    ellipse: drawn ?? (isReset ? found : (known?.ellipse ?? found)),
    error: isSearched ? error : undefined,
    isByHand: drawn !== undefined || (wasByHand && !isReset),
    change: drawn ? { photo, ellipse: drawn } : resetChange,
    draw: setDrawn,
    reset: () => {
      setDrawn(undefined)
      setError(undefined)
      setReset(true)
    },
  }
}
