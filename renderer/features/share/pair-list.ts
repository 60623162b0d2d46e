import { comparableAngles, photosByStage } from '../../../shared/domain/angle-steps.ts'
import { photosOfSameAngle } from '../../../shared/domain/compared-photos.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { ReferenceChoice } from '../../../shared/domain/reference-choice.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'

/** A photo of an export; `reference`: the photo in whose frame it is seen, null for such a photo itself. */
export interface WantedPhoto {
  readonly photo: Photo
  readonly reference: Photo | null
}

/** So many stages stand in a strip, the baseline counted; so many angles in a grid. */
export const mostStages = 5
const mostAngles = 4

type References = readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[]

/** The photos that a strip can be made of: one for each stage of the baseline's angle, in the order of the treatment, the compared ones among them. */
export function stagesToChoose(
  { reference, moving }: ShownComparison,
  photos: readonly Photo[],
  references: References,
) {
  const ofAngle = photosOfSameAngle(reference, photos)
  const compared = [reference, moving].map(({ angle, photoId }) => ({ angle: angle!, photoId }))
  return [...photosByStage(ofAngle, [...compared, ...references]).values()]
}

/** The stages that stand in a strip at first: the compared pair, and settled stages between them. */
export function firstStages({ reference, moving }: ShownComparison, row: readonly Photo[]): PhotoId[] {
  const ids = row.map(({ photoId }) => photoId)
  const [from, to] = [ids.indexOf(reference.photoId), ids.indexOf(moving.photoId)].toSorted((a, b) => a - b)
  const between = row.slice(from! + 1, to).filter(({ stage }) => stage && !stage.startsWith('session'))
  return [reference.photoId, ...between.slice(-(mostStages - 2)).map(({ photoId }) => photoId), moving.photoId]
}

/** The chosen stages in the order of the treatment, seen in the baseline's frame. */
export function stageList(reference: Photo, row: readonly Photo[], chosen: readonly PhotoId[]): WantedPhoto[] {
  return row
    .filter(({ photoId }) => chosen.includes(photoId))
    .map((photo) => ({ photo, reference: photo.photoId === reference.photoId ? null : reference }))
}

/** The compared stages at every angle at which both were photographed: two photos an angle. */
export function angleList({ reference, moving }: ShownComparison, photos: readonly Photo[], references: References) {
  const [first, second] = [reference.stage, moving.stage]
  if (!first || !second) return []
  const pairs = comparableAngles(photos).flatMap(([angle, ofAngle]): WantedPhoto[][] => {
    const shown = [reference, moving].map(({ photoId }) => ({ angle, photoId }))
    const byStage = photosByStage(ofAngle, angle === reference.angle ? [...shown, ...references] : references)
    const [before, after] = [byStage.get(first), byStage.get(second)]
    return before && after && before !== after
      ? [
          [
            { photo: before, reference: null },
            { photo: after, reference: before },
          ],
        ]
      : []
  })
  return pairs.slice(0, mostAngles).flat()
}
