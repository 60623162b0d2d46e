import { captionFault } from '../../../shared/domain/captions/caption-fault.ts'
import type { FilmFormat } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import { coverHindrance } from './covers/cover-hindrance.ts'
import type { CoveredFace } from './covers/use-covers.ts'
import type { ExportOptions } from './export-options.ts'
import { filmHindrance } from './film-note.ts'
import { hindranceOf } from './hindrance.ts'
import type { ExportSources } from './use-export-sources.ts'

/** The parts of the dialog. */
export const exportTabs = ['what', 'captions', 'privacy'] as const
export type ExportTab = (typeof exportTabs)[number]

/** Why an export can't be saved, and where that is put right. */
export interface Obstacle {
  readonly tab: ExportTab
  readonly sentence: string
}

/** Everything that stands in the way of saving, in the order of the tabs. */
export function obstaclesOf(about: {
  readonly options: ExportOptions
  readonly hasConsent: boolean
  readonly sources: ExportSources
  readonly filmFormats: readonly FilmFormat[] | null
  readonly faces: readonly CoveredFace[]
}): Obstacle[] {
  const { options, hasConsent, sources, filmFormats, faces } = about
  const of = (tab: ExportTab, sentence: string | null | undefined): Obstacle[] => (sentence ? [{ tab, sentence }] : [])
  const isPhotoTextWrong = options.naming === 'own' && captionFault(options.photoText, 'photo') !== undefined
  const isCaptionWrong = isPhotoTextWrong || captionFault(options.ownText, 'picture') !== undefined
  return [
    ...of('what', hasConsent ? null : t('The client’s consent doesn’t cover this yet.')),
    ...of('what', hindranceOf(options.kind, sources) ?? filmHindrance(options, filmFormats)),
    ...of('captions', isCaptionWrong ? t('A caption can’t be used as it is.') : null),
    ...of('privacy', coverHindrance(faces)),
  ]
}
