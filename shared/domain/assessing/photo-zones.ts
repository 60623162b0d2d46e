import type { Alignment } from '../alignment.ts'
import { type Angle, angleLabel } from '../angle.ts'
import type { AssessedZones } from '../assessment/zone-mask.ts'
import { type Carrier, carriersInto } from '../carry-drawing.ts'
import type { Drawing, ZoneKind } from '../drawing.ts'
import { shownShape } from '../drawing-on-photo.ts'
import { drawingNames } from '../drawing-words.ts'
import { outlineOf } from '../drawn-lines.ts'
import type { Point } from '../geometry/points.ts'
import type { DrawingId, PhotoId } from '../ids.ts'
import type { Photo } from '../photo.ts'

/** A treated zone as it lies in a photo (its upright full-size pixels as shown), with what belongs to it. */
export interface PhotoZone {
  readonly zoneId: DrawingId
  readonly name: string
  /** The name that a person gave it; empty where nobody did. */
  readonly givenName: string
  readonly zones: AssessedZones
  /** Drawn on another photo, and carried here. */
  readonly isCarried: boolean
}

interface PlacedZone {
  readonly drawingId: DrawingId
  readonly kind: ZoneKind
  readonly photoId: PhotoId
  readonly outline: readonly Point[]
}

/** Everything that is known of a treatment's photos and of what is drawn on them. */
export interface DrawnTreatment {
  readonly photos: readonly Photo[]
  readonly drawings: readonly Drawing[]
  readonly alignments: readonly Alignment[]
}

/**
 * The treated zones of a photo: those drawn on it; where there are none, those of the photo of its angle that has some and to which an alignment leads. Of reference, blend and avoid zones
 * likewise, each kind by itself.
 */
export function zonesOfPhoto(photo: Photo, { photos, drawings, alignments }: DrawnTreatment): PhotoZone[] {
  const zones = drawings.filter(({ shape }) => shape.kind === 'zone')
  if (zones.length === 0) return []
  const series = photos.filter(({ angle, photoId }) => angle === photo.angle || photoId === photo.photoId)
  const carriers = carriersInto(photo, series, alignments)
  const placed = zones.flatMap((zone): PlacedZone[] => placedZone(zone, series, carriers))
  const ofKind = (kind: ZoneKind) => nearestOf(placed, kind, photo.photoId)
  const outlines = (kind: ZoneKind) => ofKind(kind).map(({ outline }) => outline)
  const treated = ofKind('treated')
  const [reference, blend, avoid] = [outlines('reference'), outlines('blend'), outlines('avoid')]
  const names = namesOf(
    zones.filter(({ drawingId }) => treated.some((zone) => zone.drawingId === drawingId)),
    photo.angle,
  )
  return treated.map(({ drawingId, outline, photoId }) => ({
    zoneId: drawingId,
    name: names.get(drawingId) ?? '',
    givenName: zones.find((zone) => zone.drawingId === drawingId)?.name ?? '',
    zones: { treated: [outline], reference, blend, avoid },
    isCarried: photoId !== photo.photoId,
  }))
}

function placedZone(
  { drawingId, photoId, shape, quarterTurns }: Drawing,
  photos: readonly Photo[],
  carriers: ReadonlyMap<PhotoId, Carrier>,
): PlacedZone[] {
  const photo = photos.find((other) => other.photoId === photoId)
  const carry = carriers.get(photoId)
  if (!photo || !carry) return []
  const shown = shownShape({ shape, quarterTurns }, photo)
  return shown.kind === 'zone'
    ? [{ drawingId, photoId, kind: shown.zone, outline: outlineOf(shown).map(carry).map(tenths) }]
    : []
}

/** Zones of a kind that were drawn on one photo: on this one, else on the one that has most of them. */
function nearestOf(placed: readonly PlacedZone[], kind: ZoneKind, photoId: PhotoId): readonly PlacedZone[] {
  const byPhoto = new Map<PhotoId, PlacedZone[]>()
  for (const zone of placed)
    if (zone.kind === kind) byPhoto.set(zone.photoId, [...(byPhoto.get(zone.photoId) ?? []), zone])
  return byPhoto.get(photoId) ?? [...byPhoto.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** What zones are called; the only one of an angle bears the angle's name where it has none of its own. */
function namesOf(treated: readonly Drawing[], angle: Angle | null): ReadonlyMap<string, string> {
  const [only] = treated
  return angle && only && treated.length === 1 && only.name === ''
    ? new Map([[only.drawingId, angleLabel(angle)]])
    : drawingNames(treated)
}

function tenths({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
