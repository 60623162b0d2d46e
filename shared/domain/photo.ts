import { z } from 'zod'
import { angleSchema } from './angle.ts'
import { captureDateSchema } from './capture-date.ts'
import { type HeadEllipse, headSchema } from './head.ts'
import { clientIdSchema, photoIdSchema, treatmentIdSchema } from './ids.ts'
import { photoScaleSchema } from './scale.ts'
import { stageSchema } from './stage.ts'
import { frameOriginSchema, videoSchema } from './video.ts'

export const photoFormatSchema = z.enum(['jpeg', 'png', 'webp', 'tiff', 'avif', 'heic', 'raw', 'mp4', 'mov', 'webm'])
export type PhotoFormat = z.infer<typeof photoFormatSchema>

/**
 * An imported photo, or a video (then `video` says so). `widthPx` and `heightPx` are those of the upright picture before `quarterTurns` (clockwise, by hand);
 * of a RAW file those of the preview in it.
 */
export const photoSchema = z.object({
  photoId: photoIdSchema,
  clientId: clientIdSchema,
  treatmentId: treatmentIdSchema,
  fileName: z.string().max(1024),
  byteSize: z.int().positive(),
  format: photoFormatSchema,
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  quarterTurns: z.int().min(0).max(3),
  capture: captureDateSchema.nullable(),
  stage: stageSchema.nullable(),
  angle: angleSchema.nullable(),
  isDamaged: z.boolean(),
  head: headSchema.nullable(),
  isRemoved: z.boolean(),
  video: videoSchema.optional(),
  frameOf: frameOriginSchema.optional(),
  /** How large things are in it; absent where nobody said. */
  scale: photoScaleSchema.optional(),
})
export type Photo = z.infer<typeof photoSchema>

/** Size of the photo as it is shown: upright and turned, in pixels. */
export function shownSize(photo: Pick<Photo, 'widthPx' | 'heightPx' | 'quarterTurns'>): {
  widthPx: number
  heightPx: number
} {
  const { widthPx, heightPx, quarterTurns } = photo
  return quarterTurns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx }
}

/** The head in the photo as it is shown; null where none is known in the present turn. */
export function shownHead({ head, quarterTurns }: Pick<Photo, 'head' | 'quarterTurns'>): HeadEllipse | null {
  return head?.quarterTurns === quarterTurns ? head.ellipse : null
}
