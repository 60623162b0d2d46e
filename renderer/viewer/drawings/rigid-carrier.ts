import type { Carrier } from '../../../shared/domain/carry-drawing.ts'
import { invertSimilarity } from '../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, type Transform, toMoving } from '../../../shared/domain/geometry/transform.ts'

/** Where a point of the reference is seen in the moving photo that is drawn without the alignment's bending: on the same skin, so a little off its place. */
export function rigidCarrier(transform: Transform): Carrier {
  const back = invertSimilarity(transform.similarity)
  return (point) => applySimilarity(back, toMoving(transform, point))
}
