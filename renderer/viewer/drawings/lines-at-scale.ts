import type { DrawnLines } from '../../../shared/domain/drawn-lines.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { simplifiedLine } from '../../../shared/domain/geometry/simplify-line.ts'

/** So far (output pixels) a painted line may run beside the true one: nobody sees it. */
const unseenPx = 0.25

const simplified = new WeakMap<DrawnLines, Map<number, readonly (readonly Point[])[]>>()

/**
 * Lines with no more points than are seen at a scale (output pixels per frame pixel): a smooth outline has some hundred points, of which a small picture needs a tenth.
 * They are worked out once for every doubling of the scale, not for every frame.
 */
export function linesAtScale(drawn: DrawnLines, scale: number): readonly (readonly Point[])[] {
  const doublings = Math.ceil(Math.log2(scale))
  const known = simplified.get(drawn) ?? new Map<number, readonly (readonly Point[])[]>()
  simplified.set(drawn, known)
  const lines = known.get(doublings) ?? drawn.lines.map((line) => simplifiedLine(line, unseenPx / 2 ** doublings))
  known.set(doublings, lines)
  return lines
}
