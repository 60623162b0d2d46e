import { type LandmarkPair, pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Library } from '../../ports.ts'

/** Records a pair's landmarks; taking it back brings the previous ones. */
export async function saveLandmarks(
  library: Library,
  [reference, moving]: readonly [Photo, Photo],
  landmarks: readonly LandmarkPair[],
  previous: readonly LandmarkPair[],
): Promise<void> {
  const event = (placed: readonly LandmarkPair[]): StatedEvent => ({
    type: 'landmarks-placed',
    version: 1,
    data: {
      pairKey: pairKeyOf(reference, moving),
      referenceId: reference.photoId,
      movingId: moving.photoId,
      landmarks: [...placed],
    },
  })
  const label = landmarks.length > 0 ? t('Landmarks placed') : t('Landmarks removed')
  await library.record([event(landmarks)], { label, events: [event(previous)] })
}

/** A photo and the head outline that it gets: drawn by hand, or null to have it found automatically again. */
export interface HeadChange {
  readonly photo: Photo
  readonly ellipse: HeadEllipse | null
}

/** Records head outlines; taking it back brings the previous ones. */
export async function saveHeads(library: Library, changes: readonly HeadChange[]): Promise<void> {
  if (changes.length === 0) return
  const event = (photo: Photo, head: Photo['head']): StatedEvent => ({
    type: 'head-marked',
    version: 1,
    data: { photoId: photo.photoId, head },
  })
  await library.record(
    changes.map(({ photo, ellipse }) =>
      event(photo, ellipse && { ellipse, by: 'hand', quarterTurns: photo.quarterTurns }),
    ),
    { label: t('Head outline changed'), events: changes.map(({ photo }) => event(photo, photo.head)) },
  )
}
