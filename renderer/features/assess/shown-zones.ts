import { toReference } from '../../../shared/domain/geometry/compose-transforms.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { SeriesPhoto } from './series-view.ts'

/** A zone in the frame that is shown. */
export interface ShownZone {
  readonly zoneId: string
  readonly name: string
  readonly judged: readonly (readonly Point[])[]
  readonly reference: readonly (readonly Point[])[]
  readonly avoid: readonly (readonly Point[])[]
}

/** The zones of a photo in the frame in which it is shown. */
export function zonesInFrame({ inputs }: SeriesPhoto): ShownZone[] {
  const { drawnIn } = inputs
  const carry = (point: Point) => (drawnIn ? toReference(drawnIn.transform, point) : point)
  const carried = (outlines: readonly (readonly Point[])[]) => outlines.map((outline) => outline.map(carry))
  return inputs.zones.map(({ zoneId, name, zones }) => ({
    zoneId,
    name,
    judged: carried([...zones.treated, ...zones.blend]),
    reference: carried(zones.reference),
    avoid: carried(zones.avoid),
  }))
}
