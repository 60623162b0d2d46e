import type { PatchDecision } from '../../../../shared/domain/assessing/patch-decision.ts'
import type { SheetSection } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { type SquareView, shareInView, squareViewAround } from '../../../../shared/domain/assessing/sheet-view.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { type Photo, shownSize } from '../../../../shared/domain/photo.ts'
import { stageOrder } from '../../../../shared/domain/stage.ts'
import { knownPatchesOf } from '../known-patches.ts'
import { markedPatchesOf } from '../marked-patches.ts'
import { type SeriesPhoto, seriesViewOf } from '../series-view.ts'
import { type ShownZone, zonesInFrame } from '../shown-zones.ts'
import type { SeriesFindings } from '../use-series-findings.ts'
import type { TreatmentNow } from '../use-treatment.ts'

/** A numbered patch on a map; its outline in shares of the map's width and height. */
export interface MapPatch {
  readonly number: number
  readonly outline: readonly Point[]
}

/** A photo with what is marked on it, as a sheet shows it: the part around its zones, from the original. */
export interface SheetMap {
  /** What is judged, and in whose frame everything lies: the baseline's where both are aligned, else its own. */
  readonly judged: SeriesPhoto
  /** The photos' baseline, seen through the same window; null where the judged photo is it, or isn't aligned with it. */
  readonly before: Photo | null
  readonly referenceId: Photo['photoId']
  readonly view: SquareView
  readonly patches: readonly MapPatch[]
  /** Outlines of treated zones, in shares. */
  readonly zones: readonly (readonly Point[])[]
}

/** Wide enough for 300 dpi where a map is largest: 118 mm. */
const mapPx = 1394

/** The map of an angle's planned patches: on the photo of the stage at which the last of them was accepted; undefined where that photo is gone. `preferred` is taken where it shows that stage. */
export function plannedMap(
  { angle, patches }: SheetSection,
  treatment: TreatmentNow,
  preferred: Photo,
): SheetMap | undefined {
  const photo = photoOfPlan(angle, patches, treatment, preferred)
  if (!photo) return undefined
  const series = seriesViewOf(photo, treatment)
  const judged = series.photos.find((each) => each.photo.photoId === photo.photoId)!
  const frameOf = judged.inputs.drawnIn ? series.reference : photo
  const outlines = knownPatchesOf({ ...series, reference: frameOf }, treatment, patches)
  return mapOf(judged, series.reference, zonesInFrame(judged), outlines)
}

/** The map of what the photo that is looked at shows, but for what was dismissed. */
export function foundMap({ series, shown, seen, decisions }: SeriesFindings): SheetMap {
  const patches = markedPatchesOf(shown, seen, decisions).filter(({ look }) => look !== 'dismissed')
  return mapOf(shown, series.reference, zonesInFrame(shown), patches)
}

function photoOfPlan(
  angle: SheetSection['angle'],
  patches: readonly PatchDecision[],
  { photos }: TreatmentNow,
  preferred: Photo,
): Photo | undefined {
  const newest = patches.toSorted((a, b) => orderOf(b) - orderOf(a))[0]
  const isMeant = (photo: Photo) => photo.angle === angle && photo.stage === newest?.seenAt
  return [preferred, ...photos].find(isMeant) ?? photos.find(({ photoId }) => photoId === newest?.photoId)
}

function orderOf({ seenAt }: PatchDecision): number {
  return seenAt ? stageOrder(seenAt) : -1
}

function mapOf(
  judged: SeriesPhoto,
  reference: Photo,
  zones: readonly ShownZone[],
  marked: readonly MapPatch[],
): SheetMap {
  const isBaseline = judged.photo.photoId === reference.photoId
  const frame = judged.inputs.drawnIn ? shownSize(reference) : shownSize(judged.photo)
  const patches = marked.filter(({ outline }) => outline.length > 0)
  const outlines = zones.flatMap((zone) => zone.judged)
  const view = squareViewAround([...outlines, ...patches.map(({ outline }) => outline)].flat(), frame, mapPx)
  const shares = (outline: readonly Point[]) => outline.map((point) => shareInView(view, point))
  return {
    judged,
    before: isBaseline || !judged.inputs.drawnIn ? null : reference,
    referenceId: reference.photoId,
    view,
    patches: patches.map(({ number, outline }) => ({ number, outline: shares(outline) })),
    zones: outlines.map(shares),
  }
}
