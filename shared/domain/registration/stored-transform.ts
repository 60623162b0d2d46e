import { sampleField } from '../geometry/displacement-field.ts'
import { composeSimilarities, invertSimilarity, scaleOf } from '../geometry/similarity.ts'
import { applySimilarity, type Transform } from '../geometry/transform.ts'
import type { Size } from '../geometry/viewport.ts'
import { type FrameMap, gridValueAt } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'

const spacingShare = 0.03

/** The map between two head frames as a transform between the full-size photos; nodes every 3 % of the reference's head width. */
export function storedTransform(
  map: FrameMap,
  reference: HeadFrame,
  moving: HeadFrame,
  referenceSize: Size,
): Transform {
  const toFrame = invertSimilarity(reference.toPhoto)
  const similarity = composeSimilarities(moving.toPhoto, composeSimilarities(map.similarity, toFrame))
  const { local } = map
  if (!local) return { similarity, field: null }
  const scale = scaleOf(moving.toPhoto)
  const spacingPx = spacingShare * reference.headWidthPx * scaleOf(reference.toPhoto)
  const field = sampleField(referenceSize, spacingPx, (point) => {
    const { x, y } = applySimilarity(toFrame, point)
    return { x: scale * gridValueAt(local, local.u, x, y), y: scale * gridValueAt(local, local.v, x, y) }
  })
  return { similarity, field }
}
