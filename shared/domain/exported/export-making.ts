import { z } from 'zod'
import { alignmentIdSchema } from '../ids.ts'

/** Characters of a line that are kept. */
export const longestText = 300

/** How the photos of an export stand to each other, as it begins. */
export const exportScenes = ['beside', 'split', 'overlay', 'one', 'change'] as const

/** The part of the reference's frame that a photo was drawn in, in upright full-size pixels of the frame; `scale`: pixels of the export to one of them. */
const sectionSchema = z.object({
  centreX: z.number(),
  centreY: z.number(),
  scale: z.number().positive(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
})

/** How one photo was drawn: `alignmentId` null: as it was taken. `isRigid`: without the alignment's local part. */
const drawnPhotoSchema = z.object({
  isReference: z.boolean(),
  alignmentId: alignmentIdSchema.nullable(),
  isRigid: z.boolean(),
  section: sectionSchema,
})
export type DrawnPhoto = z.infer<typeof drawnPhotoSchema>

/** What was made of the photos of an export, in their order, as the window that drew it says. */
export const exportMakingSchema = z.object({
  scene: z.enum(exportScenes),
  photos: z.array(drawnPhotoSchema).min(1).max(16),
  /** What was written on it, line by line. */
  texts: z.array(z.string().max(longestText)).max(60),
  hasDrawings: z.boolean(),
  /** The studio's logo was painted on it; absent: recorded before there were logos. */
  hasLogo: z.boolean().exactOptional(),
})
export type ExportMaking = z.infer<typeof exportMakingSchema>
