import { z } from 'zod'
import { type Angle, angleSchema } from './angle.ts'
import { photoIdSchema, type TreatmentId, treatmentIdSchema } from './ids.ts'

/** Which photo of an angle the others of a treatment are aligned to and compared with, as a person chose it. */
export const referenceChoiceSchema = z.object({
  seriesKey: z.string(),
  treatmentId: treatmentIdSchema,
  angle: angleSchema,
  photoId: photoIdSchema,
})
export type ReferenceChoice = z.infer<typeof referenceChoiceSchema>

/** Names the series of one angle in a treatment: what a choice of reference is kept under. */
export function seriesKeyOf(treatmentId: TreatmentId, angle: Angle): string {
  return `${treatmentId}/${angle}`
}
