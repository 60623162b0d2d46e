import { type OrientationField, orientationField } from './orientation-field.ts'
import type { Plane } from './plane.ts'

/** Edge agreement where the pictures lie (−1 to 1), and how far that is above the best of eight places beside it. */
export interface PeakScore {
  readonly peak: number
  readonly coherence: number
}

/** The shift, in head widths, at which agreement is compared: small enough to tell one head from another. */
export const finePeakShift = 0.016

/**
 * Edge agreement inside the mask where the pictures lie now, minus the best of eight places `shiftShare` of the head width away. Above 0 means that this
 * place beats its neighbours; pictures that have nothing in common score about 0. Edges are taken at a scale that fits the shift. Both planes are in the
 * reference frame.
 */
export function peakScore(
  reference: Plane,
  warped: Plane,
  mask: Plane,
  headWidthPx: number,
  shiftShare: number,
): PeakScore {
  const shiftPx = shiftShare * headWidthPx
  const one = orientationField(reference, shiftPx / 9, shiftPx / 6, 2)
  const other = orientationField(warped, shiftPx / 9, shiftPx / 6, 2)
  const coherence = coherenceAt(one, other, mask, 0, 0)
  let best = -1
  for (let direction = 0; direction < 8; direction++) {
    const angle = (direction * Math.PI) / 4
    const dx = Math.round(shiftPx * Math.cos(angle))
    const dy = Math.round(shiftPx * Math.sin(angle))
    best = Math.max(best, coherenceAt(one, other, mask, dx, dy))
  }
  return { peak: coherence - best, coherence }
}

function coherenceAt(one: OrientationField, other: OrientationField, mask: Plane, dx: number, dy: number): number {
  const { widthPx, heightPx } = mask
  let product = 0
  let energyOne = 0
  let energyOther = 0
  for (let y = Math.max(0, -dy); y < Math.min(heightPx, heightPx - dy); y++) {
    for (let x = Math.max(0, -dx); x < Math.min(widthPx, widthPx - dx); x++) {
      const i = y * widthPx + x
      const weight = mask.data[i]!
      if (weight === 0) continue
      const j = i + dy * widthPx + dx
      const c = one.cos.data[i]!
      const s = one.sin.data[i]!
      const c2 = other.cos.data[j]!
      const s2 = other.sin.data[j]!
      product += weight * (c * c2 + s * s2)
      energyOne += weight * (c * c + s * s)
      energyOther += weight * (c2 * c2 + s2 * s2)
    }
  }
  return product / Math.sqrt(energyOne * energyOther + 1e-9)
}
