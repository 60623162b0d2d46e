import { gridValueAt } from './frame-map.ts'
import type { FlowGrid } from './inverse-search-flow.ts'
import { type Plane, sampleBilinear } from './plane.ts'

/** How far forward and backward flow agree, per node: `error` in pixels; `mask` is the head mask at the node. `share` is the part of the mask within the limit. */
export interface FlowAgreement {
  readonly error: Float32Array
  readonly mask: Float32Array
  readonly share: number
}

/** Follows each node forward and back again; nodes within `limitPx` of where they started count as agreeing. */
export function flowAgreement(forward: FlowGrid, backward: FlowGrid, mask: Plane, limitPx: number): FlowAgreement {
  const error = new Float32Array(forward.u.length)
  const inside = new Float32Array(forward.u.length)
  let agreeing = 0
  let all = 0
  for (let row = 0, i = 0; row < forward.rows; row++) {
    for (let column = 0; column < forward.columns; column++, i++) {
      const x = forward.originPx + column * forward.stridePx
      const y = forward.originPx + row * forward.stridePx
      const u = forward.u[i]!
      const v = forward.v[i]!
      const du = u + gridValueAt(backward, backward.u, x + u, y + v)
      const dv = v + gridValueAt(backward, backward.v, x + u, y + v)
      error[i] = Math.sqrt(du * du + dv * dv)
      inside[i] = sampleBilinear(mask, x, y)
      all += inside[i]!
      if (error[i]! < limitPx) agreeing += inside[i]!
    }
  }
  return { error, mask: inside, share: all > 0 ? agreeing / all : 0 }
}
