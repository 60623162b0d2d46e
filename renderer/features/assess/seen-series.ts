import { drawnPatch } from '../../../shared/domain/assessing/drawn-patch.ts'
import {
  type KnownPatch,
  type PatchTrack,
  type SeenPatch,
  type SeenStage,
  trackPatches,
} from '../../../shared/domain/assessing/patch-tracks.ts'
import type { PhotoAssessment } from '../../../shared/domain/assessing/photo-assessment.ts'
import type { SkinMap } from '../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { SeriesPhoto, SeriesView } from './series-view.ts'

/** All patches of a series by their numbers, and what each stage tells of them. */
export interface SeenSeries {
  readonly stages: readonly SeenStage[]
  readonly tracks: readonly PatchTrack[]
}

/** What the assessed photos of a series show, in the reference's frame; photos from which no alignment leads there tell nothing of the others' patches: where such a one is shown, it is told of alone. */
export function seenSeriesOf(
  series: SeriesView,
  shown: SeriesPhoto,
  assessmentOf: (photo: SeriesPhoto) => PhotoAssessment | undefined,
  known: readonly KnownPatch[],
): SeenSeries {
  if (!shown.toReference) {
    const alone = [seenStageOf({ ...shown, toReference: (point) => point }, assessmentOf(shown))]
    return { stages: alone, tracks: trackPatches(alone, []) }
  }
  const stages = series.photos.flatMap((photo) => (photo.hasPigment ? [seenStageOf(photo, assessmentOf(photo))] : []))
  return { stages, tracks: trackPatches(stages, known) }
}

function seenStageOf(photo: SeriesPhoto, assessment: PhotoAssessment | undefined): SeenStage {
  const { photoId } = photo.photo
  const carry = photo.toReference
  const zones = assessment?.zones.filter(({ findings }) => findings.darkness) ?? []
  if (!carry || zones.length === 0) return { photoId, patches: null, isJudgedAt: () => false }
  const nameOf = (zoneId: string) => photo.inputs.zones.find((zone) => zone.zoneId === zoneId)?.name ?? ''
  const patches = zones.flatMap(({ zoneId, findings }) =>
    findings.patches.map((patch): SeenPatch => ({ patch, zone: nameOf(zoneId), outline: patch.outline.map(carry) })),
  )
  const maps = zones.flatMap(({ findings, inReference }) => inReference ?? findings.darkness ?? [])
  const isJudgedAt = (point: Point) => maps.some((map) => isKnownAt(map, point))
  const { fromReference, isInReference } = photo
  if (!fromReference) return { photoId, patches, isJudgedAt }
  const mapOf = (zone: string) => {
    const found = zones.find(({ zoneId }) => nameOf(zoneId) === zone)
    return (isInReference && (found?.inReference ?? found?.findings.darkness)) || null
  }
  return {
    photoId,
    patches,
    isJudgedAt,
    drawnAs: (outline, parts) => drawnPatch(outline, parts, mapOf(parts[0]?.zone ?? ''), fromReference),
  }
}

function isKnownAt({ columns, rows, originX, originY, stepX, stepY, values }: SkinMap, { x, y }: Point): boolean {
  const [column, row] = [Math.round((x - originX) / stepX), Math.round((y - originY) / stepY)]
  if (column < 0 || row < 0 || column >= columns || row >= rows) return false
  return !Number.isNaN(values[row * columns + column])
}
