import { type Angle, angleOrder } from './angle.ts'
import type { ComparedPhotos } from './compared-photos.ts'
import { newestFirst } from './next-comparison.ts'
import type { Photo } from './photo.ts'
import type { ReferenceChoice } from './reference-choice.ts'
import { type Stage, stageOrder } from './stage.ts'
import { isVideo } from './video.ts'

/** A photo that has a stage. */
export type StagedPhoto = Photo & { readonly stage: Stage }

/** The comparison of the same stages at another angle. */
export interface AngleStep {
  readonly angle: Angle
  readonly photos: ComparedPhotos
  /** Stages that this angle lacks, each with the nearest one that stands in its place; null where there is none left. */
  readonly lacking: readonly { readonly wanted: Stage; readonly shown: Stage | null }[]
}

/** One photo for each stage of an angle, by the stage's place in the treatment: a chosen reference, else the newest of its stage. */
export function photosByStage(
  photosOfAngle: readonly Photo[],
  references: readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[],
): Map<Stage, StagedPhoto> {
  const byStage = new Map<Stage, StagedPhoto>()
  for (const photo of photosOfAngle.toSorted((a, b) => stageOf(a) - stageOf(b) || newestFirst(a, b))) {
    if (!photo.stage || isVideo(photo)) continue
    const isChosen = references.some(({ angle, photoId }) => angle === photo.angle && photoId === photo.photoId)
    if (isChosen || !byStage.has(photo.stage)) byStage.set(photo.stage, photo as StagedPhoto)
  }
  return byStage
}

/** The angles of which at least two stages were photographed, in the board's order, with their photos. */
export function comparableAngles(photos: readonly Photo[]): [Angle, Photo[]][] {
  const byAngle = new Map<Angle, Photo[]>()
  for (const photo of photos)
    if (photo.angle && !isVideo(photo)) byAngle.set(photo.angle, [...(byAngle.get(photo.angle) ?? []), photo])
  return [...byAngle]
    .filter(([, ofAngle]) => new Set(ofAngle.flatMap(({ stage }) => stage ?? [])).size > 1)
    .toSorted(([a], [b]) => angleOrder(a) - angleOrder(b))
}

/**
 * The same comparison at the next angle before or after this one of which two stages were photographed: of each pane the same stage, else the nearest that isn't shown yet,
 * the later of two. Undefined beyond the last angle.
 */
export function stepAngle(
  photos: readonly Photo[],
  references: readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[],
  from: ComparedPhotos,
  direction: -1 | 1,
): AngleStep | undefined {
  const byId = new Map(photos.map((photo) => [photo.photoId, photo]))
  const present = byId.get(from.referenceId)?.angle
  if (!present) return undefined
  const angles = comparableAngles(photos).filter(([angle]) => angle !== present)
  const onward = angles.filter(([angle]) => Math.sign(angleOrder(angle) - angleOrder(present)) === direction)
  const [angle, ofAngle] = onward.at(direction === 1 ? 0 : -1) ?? []
  if (!angle || !ofAngle) return undefined

  const left = photosByStage(ofAngle, references)
  const newest = Math.max(...[...left.keys()].map(stageOrder))
  const lacking: AngleStep['lacking'][number][] = []
  const take = (wanted: Stage | null | undefined) => {
    const order = wanted ? stageOrder(wanted) : newest
    const found = [...left.values()].toSorted(
      (a, b) => Math.abs(stageOf(a) - order) - Math.abs(stageOf(b) - order) || stageOf(b) - stageOf(a),
    )[0]
    if (wanted && found?.stage !== wanted) lacking.push({ wanted, shown: found?.stage ?? null })
    if (found) left.delete(found.stage)
    return found?.photoId
  }
  const [referenceId, movingId] = [from.referenceId, from.movingId].map((id) => take(byId.get(id)?.stage))
  if (!referenceId || !movingId) return undefined
  if (!from.panes || from.panes === 'all')
    return { angle, lacking, photos: { referenceId, movingId, ...(from.panes && { panes: from.panes }) } }
  const panes = from.panes.flatMap((id) => (id === from.movingId ? movingId : (take(byId.get(id)?.stage) ?? [])))
  return { angle, lacking, photos: { referenceId, movingId, ...(panes.length > 1 && { panes }) } }
}

/** The photo of the same stage, else of the nearest, at the angle before or after a photo's; undefined beyond the last angle. */
export function photoAtNextAngle(
  photos: readonly Photo[],
  references: readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[],
  from: Photo,
  direction: -1 | 1,
): (StagedPhoto & { readonly angle: Angle }) | undefined {
  const present = from.angle
  if (!present) return undefined
  const onward = comparableAngles(photos).filter(
    ([angle]) => Math.sign(angleOrder(angle) - angleOrder(present)) === direction,
  )
  const [angle, ofAngle] = onward.at(direction === 1 ? 0 : -1) ?? []
  if (!angle || !ofAngle) return undefined
  const away = (photo: Photo) => Math.abs(stageOf(photo) - stageOf(from))
  const [nearest] = [...photosByStage(ofAngle, references).values()].toSorted((a, b) => away(a) - away(b))
  return nearest && { ...nearest, angle }
}

function stageOf({ stage }: Pick<Photo, 'stage'>): number {
  return stage ? stageOrder(stage) : Number.MAX_SAFE_INTEGER
}
