import { z } from 'zod'
import { transformSchema } from './geometry/transform.ts'
import { alignmentIdSchema, type PhotoId, photoIdSchema } from './ids.ts'

const pointSchema = z.object({ x: z.number(), y: z.number() })

/** The same mark on the head in both photos, in upright full-size pixels of each. */
export const landmarkPairSchema = z.object({ reference: pointSchema, moving: pointSchema })
export type LandmarkPair = z.infer<typeof landmarkPairSchema>

/** `aligned`: checked and good. `check`: drawn, but a person must look. `needs-landmarks`: too little in common, nothing is drawn as aligned. */
export const alignmentOutcomeSchema = z.enum(['aligned', 'check', 'needs-landmarks'])
export type AlignmentOutcome = z.infer<typeof alignmentOutcomeSchema>

/** What the check measured. Shares are 0 to 1 of the head mask. `reasons` says in plain words what speaks against `aligned`. */
export const alignmentQualitySchema = z.object({
  peakScore: z.number(),
  forwardBackwardShare: z.number(),
  coverage: z.number(),
  scale: z.number(),
  rotationDegrees: z.number(),
  reasons: z.array(z.string()),
})
export type AlignmentQuality = z.infer<typeof alignmentQualitySchema>

/** What the engine says of a pair; `transform` is null exactly when the outcome is `needs-landmarks`. */
export const alignmentResultSchema = z.object({
  outcome: alignmentOutcomeSchema,
  method: z.enum(['automatic', 'by-hand']),
  transform: transformSchema.nullable(),
  quality: alignmentQualitySchema,
  algorithmVersion: z.int().positive(),
})
export type AlignmentResult = z.infer<typeof alignmentResultSchema>

/** A pair's alignment as it is kept. The turns say in which turn of the photos it holds. */
export const alignmentSchema = alignmentResultSchema.extend({
  alignmentId: alignmentIdSchema,
  /** SHA-256 of everything that the result depends on: while it is the same, nothing is computed again. */
  inputsKey: z.string(),
  pairKey: z.string(),
  referenceId: photoIdSchema,
  movingId: photoIdSchema,
})
export type Alignment = z.infer<typeof alignmentSchema>

/** Marks placed by hand for a pair; they outlive every re-run. */
export const placedLandmarksSchema = z.object({
  pairKey: z.string(),
  referenceId: photoIdSchema,
  movingId: photoIdSchema,
  landmarks: z.array(landmarkPairSchema).max(40),
})
export type PlacedLandmarks = z.infer<typeof placedLandmarksSchema>

interface TurnedPhoto {
  readonly photoId: PhotoId
  readonly quarterTurns: number
}

/** Names a pair of photos in their present turns: what an alignment and landmarks are kept under. */
export function pairKeyOf(reference: TurnedPhoto, moving: TurnedPhoto): string {
  return `${reference.photoId}.${reference.quarterTurns}/${moving.photoId}.${moving.quarterTurns}`
}
