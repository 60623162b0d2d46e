import { t } from '../../words/translate.ts'
import type { NotJudgedReason } from '../assessment/assessment.ts'
import type { SkinMap } from '../assessment/skin-map.ts'
import type { PhotoId } from '../ids.ts'
import type { Stage } from '../stage.ts'
import { reasonSentence, reasonWord } from './not-judged-words.ts'
import type { ZoneFindings } from './photo-assessment.ts'

/** Why a stage tells nothing of a zone: what speaks against judging it, or that the zone isn't there, or that nobody could look yet. */
export type StageGap = NotJudgedReason | 'not-aligned' | 'other-zone' | 'not-measured' | 'no-own-hair'

/** One stage of a zone. */
export interface ZoneAtStage {
  readonly photoId: PhotoId
  readonly stage: Stage | null
  /** Of an angle without pigment yet there is none. */
  readonly daysSinceSession: number | null
  /** Null: nothing was measured, `gap` says why. What is greyed may still carry figures. */
  readonly findings: ZoneFindings | null
  /** The map of darkness in the frame that all stages share; null where there is none, or no alignment leads there. */
  readonly map: SkinMap | null
  /** Its alignment with that frame was confirmed, or it is that frame's own photo. */
  readonly isAligned: boolean
  /** Why the zone isn't judged here; null where it is. */
  readonly gap: StageGap | null
}

/** Why a stage tells nothing, as a sentence. */
export function gapSentence(gap: StageGap): string {
  switch (gap) {
    case 'not-aligned':
      return t('It isn’t aligned with the other stages.')
    case 'other-zone':
      return t('Another zone is drawn on it: its figures are of other skin.')
    case 'not-measured':
      return t('It hasn’t been measured.')
    case 'no-own-hair':
      return t('Too little of the client’s own shaved hair is seen, or no reference zone is drawn on it.')
    default:
      return reasonSentence(gap)
  }
}

/** The same in a word or two, for a chart: "not aligned". */
export function gapWord(gap: StageGap): string {
  switch (gap) {
    case 'not-aligned':
      return t('not aligned')
    case 'other-zone':
      return t('another zone')
    case 'not-measured':
      return t('not measured')
    case 'no-own-hair':
      return t('no own hair')
    default:
      return reasonWord(gap)
  }
}
