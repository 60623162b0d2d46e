import type { PatchTrack } from '../../../shared/domain/assessing/patch-tracks.ts'
import { type PlaceInZone, placeInZone } from '../../../shared/domain/assessing/place-in-zone.ts'
import { toReference } from '../../../shared/domain/geometry/compose-transforms.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { SeriesPhoto } from './series-view.ts'

/** In which zone a patch lies (as it is called, and by the name that it was given), and where in it. */
export interface PatchPlace {
  readonly name: string
  readonly givenName: string
  readonly place: PlaceInZone
}

/** Where a patch lies in its zone of the photo that is shown; one that isn't seen here, where it was. Undefined without a zone. */
export function placeOfPatch(track: PatchTrack, { photo, inputs }: SeriesPhoto): PatchPlace | undefined {
  const seen = track.seen.get(photo.photoId) ?? [...track.seen.values()].at(-1)
  const zone = inputs.zones.find(({ name }) => name === seen?.zone) ?? inputs.zones[0]
  if (!seen || !zone) return undefined
  const { drawnIn } = inputs
  const shown = (point: Point) => (drawnIn ? toReference(drawnIn.transform, point) : point)
  const outlines = zone.zones.treated.map((outline) => outline.map(shown))
  return { name: zone.name, givenName: zone.givenName, place: placeInZone(middleOf(seen.outline), outlines) }
}

function middleOf(outline: readonly Point[]): Point {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)]
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}
