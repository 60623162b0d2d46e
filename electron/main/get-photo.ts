import type { Photo } from '../../shared/domain/photo.ts'
import { isVideo } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { Library } from '../library/library.ts'

/** The photo of this id; throws `photo-missing` when the library has none or it was removed, and refuses a video. */
export function getPhoto(library: Library, photoId: string): Photo {
  const photo = library.facts.photos.get(photoId)
  if (!photo || photo.isRemoved) throw new AppError('photo-missing')
  if (isVideo(photo))
    throw new AppError('refused', { reason: t('A video can’t be compared: open it and take a frame as a photo.') })
  return photo
}
