import { cropAndScale, type Plane } from '../../shared/domain/registration/plane.ts'
import { cutPatch, patchPlace } from '../../shared/domain/registration/rgb-patch.ts'
import { runNetwork } from './neural-networks.ts'
import type { Pixels } from './pixels.ts'

/** Side of the person network's input and of its mask. */
export const personMaskSidePx = 256

/** How much each pixel of a square patch (RGB 0–255, `personMaskSidePx` a side) belongs to a person, 0–1. */
export async function personMaskOf(patch: Float32Array): Promise<Plane> {
  const input = patch.map((value) => value / 255)
  const [data] = await runNetwork('selfie', input, personMaskSidePx, ['activation_10:0'])
  return { widthPx: personMaskSidePx, heightPx: personMaskSidePx, data: data! }
}

/** How much each place of a picture belongs to a person (0–1), the longest side as fine as the network sees. */
export async function personIn(pixels: Pixels): Promise<Plane> {
  const { widthPx, heightPx } = pixels
  const side = Math.max(widthPx, heightPx)
  const middle = { x: (widthPx - 1) / 2, y: (heightPx - 1) / 2 }
  const mask = await personMaskOf(cutPatch(pixels, patchPlace(middle, side, 0, personMaskSidePx), personMaskSidePx))
  const columns = Math.max(1, Math.round((personMaskSidePx * widthPx) / side))
  const rows = Math.max(1, Math.round((personMaskSidePx * heightPx) / side))
  const window = {
    originX: (personMaskSidePx - columns) / 2,
    originY: (personMaskSidePx - rows) / 2,
    stepX: 1,
    stepY: 1,
  }
  return cropAndScale(mask, window, columns, rows)
}
