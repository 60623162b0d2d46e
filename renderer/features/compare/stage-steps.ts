import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { stageOrder } from '../../../shared/domain/stage.ts'

/** A pair that can be compared. */
export interface PhotoPair {
  readonly referenceId: PhotoId
  readonly movingId: PhotoId
}

/** The photos that show what this photo shows, in the order of the treatment; photos without a stage stand last. */
export function photosOfSameAngle(photo: Photo, treatmentPhotos: readonly Photo[]): Photo[] {
  return treatmentPhotos.filter((other) => other.angle === photo.angle).toSorted(byStageThenDay)
}

/** The neighbouring photo in the row before or after the moving one, past the reference; undefined at the row's end. */
export function neighbourOf(row: readonly Photo[], pair: PhotoPair, direction: -1 | 1): Photo | undefined {
  const choices = row.filter((photo) => photo.photoId !== pair.referenceId)
  const place = choices.findIndex((photo) => photo.photoId === pair.movingId)
  return place < 0 ? undefined : choices[place + direction]
}

/** The pair with another baseline; the photo that was moving takes the old baseline's place when it becomes the baseline itself. */
export function withBaseline(pair: PhotoPair, baseline: PhotoId): PhotoPair {
  return { referenceId: baseline, movingId: pair.movingId === baseline ? pair.referenceId : pair.movingId }
}

function byStageThenDay(a: Photo, b: Photo): number {
  const order = (photo: Photo) => (photo.stage ? stageOrder(photo.stage) : Number.MAX_SAFE_INTEGER)
  const day = (photo: Photo) => (photo.capture ? captureDay(photo.capture) : '')
  return order(a) - order(b) || day(a).localeCompare(day(b)) || a.fileName.localeCompare(b.fileName)
}
