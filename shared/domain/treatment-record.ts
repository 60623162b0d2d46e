import { z } from 'zod'
import { t } from '../words/translate.ts'
import { type TreatmentId, treatmentIdSchema } from './ids.ts'

/** Skin types after T. B. Fitzpatrick, Arch. Dermatol. 124 (1988) 869: how skin answers to sun. */
export const skinTypeIds = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const
type SkinType = (typeof skinTypeIds)[number]

export const skinTraitIds = ['dry', 'oily', 'rubbery', 'stretchy', 'tight', 'loose', 'sensitive'] as const

/** Stages of hair loss after Hamilton and Norwood: O. T. Norwood, South. Med. J. 68 (1975) 1359. */
export const norwoodStages = [1, 2, 3, 4, 5, 6, 7] as const

export const hairlineShapeIds = ['rounded', 'boxed', 'peaked', 'receded', 'natural'] as const

export const hairlineEdgeIds = ['sharp', 'faded', 'scattered'] as const

/** The longest note that is kept, in characters. */
export const longestNote = 4000

/** What is recorded of a treatment as a whole. Null and empty mean: not recorded. */
export const treatmentRecordSchema = z.object({
  treatmentId: treatmentIdSchema,
  skinType: z.enum(skinTypeIds).nullable(),
  skinTraits: z.array(z.enum(skinTraitIds)).max(skinTraitIds.length),
  norwoodStage: z.literal(norwoodStages).nullable(),
  hairlineShape: z.enum(hairlineShapeIds).nullable(),
  hairlineEdge: z.enum(hairlineEdgeIds).nullable(),
  notes: z.string().max(longestNote),
})
export type TreatmentRecord = z.infer<typeof treatmentRecordSchema>

/** The record of a treatment of which nothing is recorded yet. */
export function blankTreatmentRecord(treatmentId: TreatmentId): TreatmentRecord {
  return {
    treatmentId,
    skinType: null,
    skinTraits: [],
    norwoodStage: null,
    hairlineShape: null,
    hairlineEdge: null,
    notes: '',
  }
}

const skinTypeWords: Record<SkinType, () => string> = {
  I: () => t('always burns, never tans'),
  II: () => t('burns easily, tans little'),
  III: () => t('burns sometimes, tans evenly'),
  IV: () => t('burns little, tans well'),
  V: () => t('rarely burns, tans dark'),
  VI: () => t('never burns, very dark'),
}

/** A skin type with what tells it: "III: burns sometimes, tans evenly". */
export function skinTypeLabel(skinType: SkinType): string {
  return `${skinType}: ${skinTypeWords[skinType]()}`
}
