import { z } from 'zod'
import type { ComparedPhotos } from './compared-photos.ts'
import { photoIdSchema, type TreatmentId, treatmentIdSchema } from './ids.ts'

const shareSchema = z.number().min(0).max(1)

/** The most photos that stand side by side. */
const mostPanes = 60

/** A way of showing photos together, as the window names it; one that a window doesn't know is shown side by side. */
export const modeNameSchema = z.string().regex(/^[a-z-]{1,30}$/)

/** How a comparison is looked at. What a window doesn't know yet is absent. */
export const comparisonLookSchema = z.object({
  mode: modeNameSchema,
  viewport: z.object({
    centreX: z.number(),
    centreY: z.number(),
    zoom: z.number().positive(),
    quarterTurns: z.literal([0, 1, 2, 3]).exactOptional(),
  }),
  opacity: shareSchema,
  split: shareSchema,
  isRigid: z.boolean(),
})
export type ComparisonLook = z.infer<typeof comparisonLookSchema>

export const comparisonIdSchema = z.uuid().brand<'ComparisonId'>()
export type ComparisonId = z.infer<typeof comparisonIdSchema>

/** The name of something that is saved. */
export const savedNameSchema = z
  .string()
  .max(80)
  .refine((name) => name.trim() !== '', 'Expected a name')

const comparedPhotosSchema = z.object({
  referenceId: photoIdSchema,
  movingId: photoIdSchema,
  panes: z.union([z.array(photoIdSchema).min(2).max(mostPanes), z.literal('all')]).exactOptional(),
})

/** A comparison that was saved by name: its photos, and how they were looked at. Photos may be removed later; it says so then. */
export const savedComparisonSchema = z.object({
  comparisonId: comparisonIdSchema,
  treatmentId: treatmentIdSchema,
  name: savedNameSchema,
  photos: comparedPhotosSchema,
  look: comparisonLookSchema,
})
export type SavedComparison = Omit<z.infer<typeof savedComparisonSchema>, 'photos'> & {
  readonly photos: ComparedPhotos
}

/** Names a saved comparison among those of all treatments: what it is kept under. */
export function comparisonKeyOf({
  treatmentId,
  comparisonId,
}: {
  treatmentId: TreatmentId
  comparisonId: ComparisonId
}): string {
  return `${treatmentId}/${comparisonId}`
}
