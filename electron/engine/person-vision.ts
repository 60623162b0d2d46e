import type { Plane } from '../../shared/domain/registration/plane.ts'
import { runNetwork } from './neural-networks.ts'

/** Side of the person network's input and of its mask. */
export const personMaskSidePx = 256

/** How much each pixel of a square patch (RGB 0–255, `personMaskSidePx` a side) belongs to a person, 0–1. */
export async function personMaskOf(patch: Float32Array): Promise<Plane> {
  const input = patch.map((value) => value / 255)
  const [data] = await runNetwork('selfie', input, personMaskSidePx, ['activation_10:0'])
  return { widthPx: personMaskSidePx, heightPx: personMaskSidePx, data: data! }
}
