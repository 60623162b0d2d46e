import { z } from 'zod'
import { type Angle, angleLabel, angleOrder } from './angle.ts'
import { clientIdSchema, photoIdSchema } from './ids.ts'
import type { Photo } from './photo.ts'
import { byTime } from './present-scene.ts'
import { type Stage, stageLabel } from './stage.ts'
import { isVideo } from './video.ts'

/** What a client can be given: the pictures as files, a series to look through, a card with before and after. */
export const handOverForms = ['folder', 'series', 'card'] as const

/** How large the pictures of a folder are: as they were taken, or with a longest side of 2560 px. */
export const handOverSizes = ['original', 'working'] as const
export type HandOverSize = (typeof handOverSizes)[number]

/** The pages that are printed. A postcard lies, the other one stands. */
export const pageFormats = ['a4', 'postcard', 'a6'] as const
export type PageFormat = (typeof pageFormats)[number]

/** The size of a page in millimetres: ISO 216 A4 and A6, and A6 lying. */
export const pageSizesMm: Readonly<Record<PageFormat, { readonly widthMm: number; readonly heightMm: number }>> = {
  a4: { widthMm: 210, heightMm: 297 },
  postcard: { widthMm: 148, heightMm: 105 },
  a6: { widthMm: 105, heightMm: 148 },
}

/** Pictures that a client was given, of whom they are: nobody's consent is needed. Each file with its SHA-256. */
export const handedOverSchema = z.object({
  clientId: clientIdSchema,
  photoIds: z.array(photoIdSchema).min(1).max(2000),
  purpose: z.literal('for-the-client'),
  form: z.enum(handOverForms),
  /** Null: a file by itself. */
  folderName: z.string().max(1024).nullable(),
  files: z
    .array(z.object({ fileName: z.string().max(1024), outputSha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(2000),
})
export type HandedOver = z.infer<typeof handedOverSchema>

/** A photo of which it is known what it shows. */
export type FiledPhoto = Photo & { readonly stage: Stage; readonly angle: Angle }

/** The photos of a treatment that can be given: filed ones, in the order of the treatment, those of a stage by their angles. */
export function photosToHandOver(photos: readonly Photo[]): FiledPhoto[] {
  const filed = photos.filter(
    (photo): photo is FiledPhoto => photo.stage !== null && photo.angle !== null && !photo.isRemoved && !isVideo(photo),
  )
  return filed.toSorted((a, b) =>
    a.stage === b.stage ? angleOrder(a.angle) - angleOrder(b.angle) || byTime(a, b) : byTime(a, b),
  )
}

/** The names of a folder's files: numbered, and of nothing but stage and angle: "03 Healed 1, Crown.jpg". */
export function handedOverNames(photos: readonly FiledPhoto[]): string[] {
  const digits = Math.max(2, String(photos.length).length)
  return photos.map(
    ({ stage, angle }, index) =>
      `${String(index + 1).padStart(digits, '0')} ${stageLabel(stage)}, ${angleLabel(angle)}.jpg`,
  )
}
