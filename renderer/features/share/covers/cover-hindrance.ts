import { t } from '../../../../shared/words/translate.ts'
import type { CoveredFace } from './use-covers.ts'

/** Why an export can't be saved yet: a cover that was asked for has no place; null when nothing is missing. */
export function coverHindrance(faces: readonly CoveredFace[]): string | null {
  const count = faces.filter(({ standing }) => standing === 'missing').length
  if (count > 0)
    return t('In {{count}} photos no face was found. Place the cover there, or say that no face is seen.', { count })
  return faces.some(({ standing }) => standing === 'to-place') ? t('Move the cover onto the face.') : null
}
