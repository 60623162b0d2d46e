import { z } from 'zod'
import { t } from '../../words/translate.ts'
import type { FacePlaces } from './face-places.ts'

/** What hides a face. */
export const faceCovers = ['eyes-bar', 'eyes-blurred', 'face-blurred'] as const
export type FaceCover = (typeof faceCovers)[number]

/** What of a client was covered in an export; `coveredPhotos` counts the photos whose face was. */
export const usedCoversSchema = z.object({
  face: z.object({ cover: z.enum(faceCovers), coveredPhotos: z.int().nonnegative() }).nullable(),
  hasBrush: z.boolean(),
})
export type UsedCovers = z.infer<typeof usedCoversSchema>

/** Which part of a face a cover hides. */
export function partOf(cover: FaceCover): keyof FacePlaces {
  return cover === 'face-blurred' ? 'face' : 'eyes'
}

/** A cover's name. */
export function faceCoverLabel(cover: FaceCover): string {
  switch (cover) {
    case 'eyes-bar':
      return t('Eyes behind a bar')
    case 'eyes-blurred':
      return t('Eyes blurred')
    case 'face-blurred':
      return t('Face blurred')
  }
}

/** What was covered in an export, a line each. */
export function usedCoversInWords({ face, hasBrush }: UsedCovers): string[] {
  return [
    ...(face
      ? [
          t('{{cover}}, in {{count}} photos', {
            cover: faceCoverLabel(face.cover),
            count: face.coveredPhotos,
          }),
        ]
      : []),
    ...(hasBrush ? [t('Parts covered with a brush')] : []),
  ]
}
