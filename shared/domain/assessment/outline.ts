import type { Point } from '../geometry/points.ts'
import { simplifiedLine } from '../geometry/simplify-line.ts'

/** Corners this close (in cells) to a straight line are left out of an outline. */
const tolerance = 0.4

/**
 * The outer outline of cells that hang together (side by side), in corners of cells: cell (0, 0) reaches from (0, 0) to (1, 1). Walks along the cells' edges with the region on
 * the right hand; holes are filled.
 */
export function outlineOf(cells: readonly number[], columns: number): Point[] {
  const isInside = new Set(cells)
  const has = (x: number, y: number) => x >= 0 && x < columns && y >= 0 && isInside.has(y * columns + x)
  const first = cells.reduce((a, b) => Math.min(a, b))
  const start = { x: first % columns, y: Math.floor(first / columns) }
  const corners: Point[] = []
  let [x, y, dx, dy] = [start.x, start.y, 1, 0]
  do {
    corners.push({ x, y })
    x += dx
    y += dy
    const ahead = { left: cellBeside(x, y, dx, dy, 'left'), right: cellBeside(x, y, dx, dy, 'right') }
    if (!has(ahead.right.x, ahead.right.y)) [dx, dy] = [-dy, dx]
    else if (has(ahead.left.x, ahead.left.y)) [dx, dy] = [dy, -dx]
  } while (x !== start.x || y !== start.y || dx !== 1 || dy !== 0)
  const closed = simplifiedLine([...middles(corners), middles(corners)[0]!], tolerance)
  return closed.slice(0, -1)
}

/** The cell that lies ahead of a corner on one hand of someone who walks in direction (dx, dy). */
function cellBeside(x: number, y: number, dx: number, dy: number, hand: 'left' | 'right'): Point {
  const side = hand === 'right' ? 1 : -1
  const [rightX, rightY] = [-dy * side, dx * side]
  return { x: x + Math.min(0, Math.sign(dx + rightX)), y: y + Math.min(0, Math.sign(dy + rightY)) }
}

/** The middles of the edges: the stairs of cells turned into slopes. */
function middles(corners: readonly Point[]): Point[] {
  return corners.map(({ x, y }, index) => {
    const next = corners[(index + 1) % corners.length]!
    return { x: (x + next.x) / 2, y: (y + next.y) / 2 }
  })
}
