import type { HeadEllipse } from '../head.ts'
import { seenIn } from './comparable-part.ts'
import type { PixelGrid } from './pixel-grid.ts'

/** Leaves of what both photos show only the head: a wall or a gown that changed is no change of skin. Changes `part` (see `seenIn`); the ellipse is in the frame's pixels. */
export function leaveHeadOnly(part: Uint8Array, grid: PixelGrid, head: HeadEllipse): void {
  const spanAt = spansOf(head)
  for (let row = 0; row < grid.heightPx; row++) {
    const span = spanAt(grid.originY + row * grid.stepY)
    const start = row * grid.widthPx
    const end = start + grid.widthPx
    const first = span ? clamped(Math.ceil((span.from - grid.originX) / grid.stepX), grid.widthPx) : grid.widthPx
    const last = span ? clamped(Math.floor((span.to - grid.originX) / grid.stepX) + 1, grid.widthPx) : grid.widthPx
    for (let at = start; at < end; at++) {
      const isOnHead = at >= start + first && at < start + last
      if (!isOnHead && part[at] === seenIn.both) part[at] = seenIn.besideHead
    }
  }
}

/** From where to where a row of the frame lies in an ellipse; null where it doesn't. */
function spansOf({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse) {
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  // x²·a + 2·x·y·b + y²·c = 1, about the centre
  const a = (cos / radiusX) ** 2 + (sin / radiusY) ** 2
  const b = cos * sin * (1 / radiusX ** 2 - 1 / radiusY ** 2)
  const c = (sin / radiusX) ** 2 + (cos / radiusY) ** 2
  return (frameY: number) => {
    const y = frameY - centreY
    const root = (b * y) ** 2 - a * (c * y * y - 1)
    if (root < 0) return null
    const [middle, reach] = [centreX - (b * y) / a, Math.sqrt(root) / a]
    return { from: middle - reach, to: middle + reach }
  }
}

function clamped(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
