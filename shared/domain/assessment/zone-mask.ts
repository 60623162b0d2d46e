import type { Point } from '../geometry/points.ts'
import type { WorkFrame } from './work-scale.ts'

/** What a pixel belongs to, as bits. */
export const zoneBit = { treated: 1, reference: 2, blend: 4, avoid: 8 } as const

/** For each pixel the bits of the zones it lies in; row-major. */
export interface ZoneMask {
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Uint8Array
}

/** Sets a bit where pixel centres lie in a polygon (even–odd rule, scan lines). Overwrites the mask. */
function markPolygon({ widthPx, heightPx, data }: ZoneMask, polygon: readonly Point[], bit: number): void {
  for (let y = 0; y < heightPx; y++) {
    const crossings: number[] = []
    for (const [index, a] of polygon.entries()) {
      const b = polygon[(index + 1) % polygon.length]!
      if (a.y > y !== b.y > y) crossings.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    }
    crossings.sort((a, b) => a - b)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.max(0, Math.ceil(crossings[pair]!))
      const last = Math.min(widthPx - 1, Math.ceil(crossings[pair + 1]!) - 1)
      for (let x = first; x <= last; x++) data[y * widthPx + x]! |= bit
    }
  }
}

/** The polygons of a zone and what belongs to it; pixels of the upright photo. */
export interface AssessedZones {
  /** Skin with pigment that is judged. */
  readonly treated: readonly (readonly Point[])[]
  /** The client's own shaved hair that it is compared with. */
  readonly reference: readonly (readonly Point[])[]
  /** Where pigment is meant to thin out: drawn in maps, but not judged with the rest. */
  readonly blend: readonly (readonly Point[])[]
  /** Scars, moles, marks: nothing is judged here. */
  readonly avoid: readonly (readonly Point[])[]
}

/** Draws zones into a mask at the work scale. */
export function maskOf(zones: AssessedZones, frame: WorkFrame, widthPx: number, heightPx: number): ZoneMask {
  const mask = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx) }
  for (const kind of ['treated', 'reference', 'blend', 'avoid'] as const) {
    for (const polygon of zones[kind]) markPolygon(mask, polygon.map(frame.toWork), zoneBit[kind])
  }
  return mask
}
