import type { PhotoAssessment } from '../../../shared/domain/assessing/photo-assessment.ts'
import type { StageGap, ZoneAtStage } from '../../../shared/domain/assessing/zone-at-stage.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import type { SeriesPhoto, SeriesView } from './series-view.ts'
import type { TreatmentNow } from './use-treatment.ts'

/** A treated zone over the stages of its series. */
export interface SeriesZone {
  readonly zoneId: DrawingId
  readonly name: string
  readonly stages: readonly ZoneAtStage[]
}

/** What is known of a photo, if it was assessed. */
export type AssessmentOf = (photo: SeriesPhoto) => PhotoAssessment | undefined

/** Every zone of a series with all stages that have pigment, in the order of the treatment. */
export function seriesZonesOf(
  { photos, reference }: SeriesView,
  { alignments }: Pick<TreatmentNow, 'alignments'>,
  assessmentOf: AssessmentOf,
): SeriesZone[] {
  const withPigment = photos.filter(({ hasPigment }) => hasPigment)
  const names = new Map(withPigment.flatMap(({ inputs }) => inputs.zones.map(({ zoneId, name }) => [zoneId, name])))
  const isConfirmed = ({ photo, inputs }: SeriesPhoto) =>
    photo.photoId === reference.photoId ||
    alignments.some(
      ({ alignmentId, outcome, method }) =>
        alignmentId === inputs.drawnIn?.alignmentId && (outcome === 'aligned' || method === 'by-hand'),
    )
  return [...names].map(([zoneId, name]) => ({
    zoneId,
    name,
    stages: withPigment.map((each) => stageOf(each, zoneId, assessmentOf(each), isConfirmed(each))),
  }))
}

function stageOf(
  { photo, inputs, isInReference }: SeriesPhoto,
  zoneId: DrawingId,
  assessment: PhotoAssessment | undefined,
  isConfirmed: boolean,
): ZoneAtStage {
  const found = assessment?.zones.find((zone) => zone.zoneId === zoneId)
  const hasZone = inputs.zones.some((zone) => zone.zoneId === zoneId)
  const findings = hasZone ? (found?.findings ?? null) : null
  return {
    photoId: photo.photoId,
    stage: photo.stage,
    daysSinceSession: inputs.daysSinceSession,
    findings,
    map: (isInReference && (inputs.drawnIn ? found?.inReference : findings?.darkness)) || null,
    isAligned: isConfirmed,
    gap: gapOf(inputs.zones.length, hasZone, findings),
  }
}

function gapOf(zoneCount: number, hasZone: boolean, findings: ZoneAtStage['findings']): StageGap | null {
  if (!hasZone) return zoneCount > 0 ? 'other-zone' : 'not-aligned'
  if (!findings) return 'not-measured'
  if (findings.verdict === 'judged') return null
  const decisive = findings.reasons.filter(({ isDecisive }) => isDecisive).map(({ reason }) => reason)
  return decisive.find((reason) => reason !== 'fresh') ?? decisive[0] ?? 'fresh'
}

/** How many pixels of the reference's frame a millimetre of skin has, from any photo of the series whose scale is known; null where none is. */
export function scaleOfFrame({ photos, reference }: SeriesView, assessmentOf: AssessmentOf): number | null {
  const known = photos.flatMap((photo) => {
    const pixelsPerMm = assessmentOf(photo)?.scale?.pixelsPerMm
    return pixelsPerMm ? [{ photo, pixelsPerMm }] : []
  })
  const { photo, pixelsPerMm } = known.find((each) => each.photo.photo.photoId === reference.photoId) ?? known[0] ?? {}
  if (!photo?.toReference || !pixelsPerMm) return null
  const [first] = photo.inputs.zones.flatMap(({ zones }) => zones.treated)
  return first ? pixelsPerMm * growthAt(photo.toReference, middleOf(first)) : null
}

/** A length that is short beside a head, and long beside what alignments bend (pixels). */
const rulerPx = 100

function growthAt(carry: (point: Point) => Point, { x, y }: Point): number {
  const [from, to] = [carry({ x: x - rulerPx, y }), carry({ x: x + rulerPx, y })]
  return Math.hypot(to.x - from.x, to.y - from.y) / (2 * rulerPx)
}

function middleOf(outline: readonly Point[]): Point {
  const sum = outline.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / outline.length, y: sum.y / outline.length }
}
