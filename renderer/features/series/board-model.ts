import { type Angle, angleOrder, usualAngles } from '../../../shared/domain/angle.ts'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { findNextComparison, newestFirst, type PhotoPair } from '../../../shared/domain/next-comparison.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { ReferenceChoice } from '../../../shared/domain/reference-choice.ts'
import { type Stage, stageOrder, stagesOfTreatment } from '../../../shared/domain/stage.ts'
import { isVideo } from '../../../shared/domain/video.ts'

/** One column: a stage and the days on which it was photographed, oldest first. */
export interface BoardColumn {
  readonly stage: Stage
  readonly days: readonly string[]
}

/** One row: an angle, its photos by stage (newest first, then its videos), and the comparison that is wanted most often. */
export interface BoardRow {
  readonly angle: Angle
  readonly photosByStage: ReadonlyMap<Stage, readonly Photo[]>
  readonly nextComparison: PhotoPair | undefined
}

/** A treatment's photos as the series board shows them. */
export interface Board {
  readonly columns: readonly BoardColumn[]
  readonly rows: readonly BoardRow[]
  /** Photos without a stage or an angle, newest first. */
  readonly unfiled: readonly Photo[]
}

/** Sorts a treatment's photos into a board; stages beyond the planned sessions get a column when they have photos. */
export function boardOf(
  photos: readonly Photo[],
  sessionCount: number,
  addedAngles: readonly Angle[],
  references: readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[] = [],
): Board {
  const filed = photos.filter((photo) => photo.stage && photo.angle).toSorted(newestFirst)
  const stages = new Set([...stagesOfTreatment(sessionCount), ...filed.map((photo) => photo.stage!)])
  const angles = new Set([...usualAngles, ...addedAngles, ...filed.map((photo) => photo.angle!)])
  return {
    columns: [...stages]
      .toSorted((a, b) => stageOrder(a) - stageOrder(b))
      .map((stage) => ({ stage, days: daysOf(photos.filter((photo) => photo.stage === stage)) })),
    rows: [...angles]
      .toSorted((a, b) => angleOrder(a) - angleOrder(b))
      .map((angle) =>
        rowOf(
          angle,
          filed.filter((photo) => photo.angle === angle),
          references.find((choice) => choice.angle === angle)?.photoId,
        ),
      ),
    unfiled: photos.filter((photo) => !photo.stage || !photo.angle).toSorted(newestFirst),
  }
}

function rowOf(angle: Angle, photos: readonly Photo[], chosenId?: PhotoId): BoardRow {
  const photosByStage = new Map<Stage, Photo[]>()
  const stillsFirst = [...photos.filter((photo) => !isVideo(photo)), ...photos.filter(isVideo)]
  for (const photo of stillsFirst) photosByStage.set(photo.stage!, [...(photosByStage.get(photo.stage!) ?? []), photo])
  return { angle, photosByStage, nextComparison: findNextComparison(photos, chosenId) }
}

function daysOf(photos: readonly Photo[]): string[] {
  return [...new Set(photos.flatMap(({ capture }) => (capture ? [captureDay(capture)] : [])))].toSorted()
}
