import { contentOf, type ExportKind, movementOf } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import type { ExportSources } from './use-export-sources.ts'

/** Why a kind of export can't be made of these photos; null when it can. */
export function hindranceOf(kind: ExportKind, sources: ExportSources): string | null {
  if (sources.kind !== 'ready') return null
  const photos = sources.sources
  if (photos.length < 2)
    return contentOf(kind) === 'angles'
      ? t('Both stages were photographed together at no angle.')
      : t('Choose at least two stages.')
  const isAligned = photos.every(({ isReference, alignment }) => isReference || alignment !== null)
  if (contentOf(kind) === 'pair' && movementOf(kind) !== 'still' && !isAligned)
    return t('Photos that aren’t aligned can’t be laid over each other: place landmarks first.')
  return null
}
