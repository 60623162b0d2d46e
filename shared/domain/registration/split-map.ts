import { limitDisplacement } from '../geometry/displacement-field.ts'
import { fitSimilarity, type PointPair } from '../geometry/similarity.ts'
import { applySimilarity } from '../geometry/transform.ts'
import { type FrameMap, gridValueAt, mapPoint } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'

/** 6 % of the head, whose frame shows it with a little of its surroundings. */
const localLimitShare = 0.056

/**
 * The same map, divided anew: the similarity that explains most of it inside the head's ellipse, and the rest as local part, which is kept within 6 % of the
 * head width (it only bends from 4.8 % on).
 */
export function splitMap(map: FrameMap, { ellipse, headWidthPx }: HeadFrame): FrameMap {
  const { local } = map
  if (!local) return map
  const pairs: PointPair[] = []
  for (let row = 0; row < local.rows; row++) {
    for (let column = 0; column < local.columns; column++) {
      const from = { x: local.originPx + column * local.stridePx, y: local.originPx + row * local.stridePx }
      const u = (from.x - ellipse.centreX) / ellipse.radiusX
      const v = (from.y - ellipse.centreY) / ellipse.radiusY
      if (u * u + v * v < 1) pairs.push({ from, to: mapPoint(map, from) })
    }
  }
  const similarity = fitSimilarity(pairs)
  if (!similarity) return map
  const limitPx = localLimitShare * headWidthPx
  const u = new Float32Array(local.u.length)
  const v = new Float32Array(local.v.length)
  for (let row = 0, i = 0; row < local.rows; row++) {
    for (let column = 0; column < local.columns; column++, i++) {
      const at = { x: local.originPx + column * local.stridePx, y: local.originPx + row * local.stridePx }
      const before = applySimilarity(map.similarity, at)
      const now = applySimilarity(similarity, at)
      const rest = limitDisplacement(
        {
          x: before.x - now.x + gridValueAt(local, local.u, at.x, at.y),
          y: before.y - now.y + gridValueAt(local, local.v, at.x, at.y),
        },
        0.8 * limitPx,
        limitPx,
      )
      u[i] = rest.x
      v[i] = rest.y
    }
  }
  return { similarity, local: { ...local, u, v } }
}
