import { t } from '../words/translate.ts'
import { angleLabel } from './angle.ts'
import type { PhotoId } from './ids.ts'
import type { Photo } from './photo.ts'
import { stageOrder } from './stage.ts'
import { isVideo } from './video.ts'

/** Two photos to compare: the moving photo is brought into the reference photo's frame. */
export interface PhotoPair {
  readonly referenceId: PhotoId
  readonly movingId: PhotoId
}

type FiledPhoto = Pick<Photo, 'photoId' | 'stage' | 'angle' | 'capture' | 'video'>

/** Orders photos newest first by the camera's clock; undated photos come last, ties stay in one fixed order. */
export function newestFirst(a: Pick<Photo, 'photoId' | 'capture'>, b: Pick<Photo, 'photoId' | 'capture'>): number {
  const [localA, localB] = [a.capture?.local ?? '', b.capture?.local ?? '']
  if (localA !== localB) return localA > localB ? -1 : 1
  return a.photoId < b.photoId ? -1 : 1
}

/**
 * The comparison that is wanted most often of one angle's photos: the newest stage against the baseline; undefined with fewer than two stages.
 * The baseline is post-cut where there is one (shaved, no pigment yet: only the pigment differs from the newest), else the earliest stage, which is
 * `before` where it was photographed; a photo that a person chose as the reference comes before both. Of several photos of a stage the newest counts. Videos
 * don't count.
 */
export function findNextComparison(photosOfAngle: readonly FiledPhoto[], chosenId?: PhotoId): PhotoPair | undefined {
  const inOrder = photosOfAngle
    .flatMap((photo) => (photo.stage && !isVideo(photo) ? [{ photo, order: stageOrder(photo.stage) }] : []))
    .toSorted((a, b) => a.order - b.order || newestFirst(a.photo, b.photo))
  const chosen = inOrder.find(({ photo }) => photo.photoId === chosenId)
  const baseline = chosen ?? inOrder.find(({ photo }) => photo.stage === 'post-cut') ?? inOrder[0]
  const newestOrder = inOrder.at(-1)?.order
  const newest = inOrder.find(({ order }) => order === newestOrder)
  if (!baseline || !newest) return undefined
  if (chosen && chosen.order === newest.order) return newestAgainstChosen(chosen.photo, inOrder)
  // with nothing after post-cut, before against post-cut is still a comparison
  const reference = baseline.order === newest.order ? inOrder[0]! : baseline
  if (reference.order === newest.order) return undefined
  return { referenceId: reference.photo.photoId, movingId: newest.photo.photoId }
}

/** The newest stage itself was chosen as the reference: then the stage before it is the one to compare. */
function newestAgainstChosen(
  chosen: FiledPhoto,
  inOrder: readonly { photo: FiledPhoto; order: number }[],
): PhotoPair | undefined {
  const other = inOrder.findLast(({ photo }) => photo.stage !== chosen.stage)
  return other && { referenceId: chosen.photoId, movingId: other.photo.photoId }
}

/** The pair that two freely chosen photos make, the earlier one as reference; or in plain words why they make none. */
export function pairOf(a: FiledPhoto, b: FiledPhoto): PhotoPair | { readonly refusal: string } {
  if (isVideo(a) || isVideo(b)) return { refusal: t('A video can’t be compared: open it and take a frame as a photo.') }
  if (!a.angle || !b.angle) return { refusal: t('Set the angle of both photos first.') }
  if (a.angle !== b.angle)
    return {
      refusal: t('These photos show different angles: {{one}} and {{other}}.', {
        one: angleLabel(a.angle),
        other: angleLabel(b.angle),
      }),
    }
  const [reference, moving] = [a, b].toSorted(
    (one, other) => placeInTime(one) - placeInTime(other) || -newestFirst(one, other),
  )
  return { referenceId: reference!.photoId, movingId: moving!.photoId }
}

function placeInTime(photo: FiledPhoto): number {
  return photo.stage ? stageOrder(photo.stage) : Number.MAX_SAFE_INTEGER
}
