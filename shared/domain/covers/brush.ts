import { distance, type Point } from '../geometry/points.ts'
import type { PictureView } from '../geometry/reference-view.ts'
import type { CoveredPicture } from './cover-pixels.ts'
import { inView } from './cover-place.ts'

/** What a stroke leaves: coarse pixels, plain grey, or (erasing) what was there before. */
export type BrushLook = 'pixels' | 'grey' | 'nothing'

/** A stroke of the brush, in pixels of the frame in which it was drawn. */
export interface BrushStroke {
  readonly points: readonly Point[]
  readonly radius: number
  readonly look: BrushLook
}

/** A part of a picture and what covers its pixels, row by row: 0 nothing, 1 coarse pixels, 2 grey. */
export interface BrushMask {
  readonly left: number
  readonly top: number
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Uint8Array
}

const looks: Record<BrushLook, number> = { nothing: 0, pixels: 1, grey: 2 }
/** As where a picture goes beyond a photo: a grey that favours nothing. */
const plainGrey = 118
/** So many coarse pixels go across the shorter side of a frame. */
const blocksAcross = 24
/** Points of a stroke that lie nearer to one another than this part of its radius tell nothing. */
const leastStep = 0.15

/** The strokes with a further point of the last one; the same strokes where it tells nothing. */
export function strokesTo<Stroke extends BrushStroke>(strokes: readonly Stroke[], point: Point): readonly Stroke[] {
  const last = strokes.at(-1)
  const before = last?.points.at(-1)
  if (!last || !before || distance(before, point) < leastStep * last.radius) return strokes
  return [...strokes.slice(0, -1), { ...last, points: [...last.points, point] }]
}

/** What strokes cover in a picture that was drawn in a view of their frame, one after the other; null: nothing in it. */
export function maskOfStrokes(strokes: readonly BrushStroke[], view: PictureView): BrushMask | null {
  const drawn = strokes.map(({ points, radius, look }) => ({
    points: points.map((point) => inView(view, point)),
    radius: radius * view.scale,
    look,
  }))
  const place = placeOf(
    drawn.filter(({ look }) => look !== 'nothing'),
    view,
  )
  if (!place) return null
  const mask = { ...place, data: new Uint8Array(place.widthPx * place.heightPx) }
  for (const { points, radius, look } of drawn) {
    for (const [index, point] of points.entries())
      paintSegment(mask, points[index - 1] ?? point, point, radius, looks[look])
  }
  return mask.data.some((value) => value > 0) ? mask : null
}

/** Covers what the mask covers; the picture must reach as far as the mask. Coarse pixels lie on a grid of the frame and are smoothed into each other. */
export function coverBrushed(
  picture: CoveredPicture,
  mask: BrushMask,
  view: PictureView,
  frame: { readonly widthPx: number; readonly heightPx: number },
): void {
  const side = (Math.min(frame.widthPx, frame.heightPx) / blocksAcross) * view.scale
  const means = meansOnGrid(picture, side, inView(view, { x: 0, y: 0 }))
  for (let row = 0; row < mask.heightPx; row++) {
    for (let column = 0; column < mask.widthPx; column++) {
      const look = mask.data[row * mask.widthPx + column]!
      if (look === 0) continue
      const [x, y] = [mask.left + column, mask.top + row]
      const at = 4 * ((y - picture.top) * picture.widthPx + x - picture.left)
      if (look === looks.grey) picture.data.fill(plainGrey, at, at + 3)
      else means(x, y, picture.data, at)
      picture.data[at + 3] = 255
    }
  }
}

/** The part of a picture in which its coarse pixels are measured: what a mask covers, and whole coarse pixels around it. */
export function measuredAround(mask: BrushMask, view: PictureView, frame: { widthPx: number; heightPx: number }) {
  const side = Math.ceil((Math.min(frame.widthPx, frame.heightPx) / blocksAcross) * view.scale) * 2
  const left = Math.max(mask.left - side, 0)
  const top = Math.max(mask.top - side, 0)
  return {
    left,
    top,
    widthPx: Math.min(mask.left + mask.widthPx + side, view.widthPx) - left,
    heightPx: Math.min(mask.top + mask.heightPx + side, view.heightPx) - top,
  }
}

function placeOf(strokes: readonly BrushStroke[], view: PictureView) {
  const edges = strokes.flatMap(({ points, radius }) =>
    points.map(({ x, y }) => [x - radius, y - radius, x + radius, y + radius] as const),
  )
  if (edges.length === 0) return null
  const left = Math.max(Math.floor(edges.reduce((least, edge) => Math.min(least, edge[0]), Infinity)), 0)
  const top = Math.max(Math.floor(edges.reduce((least, edge) => Math.min(least, edge[1]), Infinity)), 0)
  const right = Math.min(Math.ceil(edges.reduce((most, edge) => Math.max(most, edge[2]), -Infinity)) + 1, view.widthPx)
  const bottom = Math.min(
    Math.ceil(edges.reduce((most, edge) => Math.max(most, edge[3]), -Infinity)) + 1,
    view.heightPx,
  )
  return right > left && bottom > top ? { left, top, widthPx: right - left, heightPx: bottom - top } : null
}

/** Paints what lies within a radius of a line between two points. */
function paintSegment(mask: BrushMask, from: Point, to: Point, radius: number, value: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length2 = dx * dx + dy * dy
  const first = (least: number, start: number) => Math.max(Math.ceil(least - radius) - start, 0)
  const last = (most: number, start: number, count: number) => Math.min(Math.floor(most + radius) - start, count - 1)
  const lastRow = last(Math.max(from.y, to.y), mask.top, mask.heightPx)
  const lastColumn = last(Math.max(from.x, to.x), mask.left, mask.widthPx)
  for (let row = first(Math.min(from.y, to.y), mask.top); row <= lastRow; row++) {
    for (let column = first(Math.min(from.x, to.x), mask.left); column <= lastColumn; column++) {
      const [x, y] = [mask.left + column - from.x, mask.top + row - from.y]
      const along = length2 > 0 ? Math.min(Math.max((x * dx + y * dy) / length2, 0), 1) : 0
      if (Math.hypot(x - along * dx, y - along * dy) <= radius) mask.data[row * mask.widthPx + column] = value
    }
  }
}

/** Means of the picture on a grid of squares that begins at `origin`; gives the colour of a pixel between the means around it. */
function meansOnGrid({ data, left, top, widthPx, heightPx }: CoveredPicture, side: number, origin: Point) {
  const firstColumn = Math.floor((left - origin.x) / side)
  const firstRow = Math.floor((top - origin.y) / side)
  const columns = Math.floor((left + widthPx - 1 - origin.x) / side) - firstColumn + 1
  const rows = Math.floor((top + heightPx - 1 - origin.y) / side) - firstRow + 1
  const sums = new Float64Array(3 * columns * rows)
  const counts = new Float64Array(columns * rows)
  for (let y = 0; y < heightPx; y++) {
    const row = Math.floor((top + y - origin.y) / side) - firstRow
    for (let x = 0; x < widthPx; x++) {
      const block = row * columns + Math.floor((left + x - origin.x) / side) - firstColumn
      const at = 4 * (y * widthPx + x)
      counts[block]!++
      for (let channel = 0; channel < 3; channel++) sums[3 * block + channel]! += data[at + channel]!
    }
  }
  const within = (index: number, count: number) => Math.min(Math.max(index, 0), count - 1)
  return (x: number, y: number, into: Uint8ClampedArray, at: number): void => {
    const [u, v] = [(x - origin.x) / side - firstColumn - 0.5, (y - origin.y) / side - firstRow - 0.5]
    const [column, row] = [Math.floor(u), Math.floor(v)]
    const [across, down] = [u - column, v - row]
    for (let channel = 0; channel < 3; channel++) {
      const mean = (i: number, j: number) => {
        const block = within(row + j, rows) * columns + within(column + i, columns)
        return sums[3 * block + channel]! / Math.max(counts[block]!, 1)
      }
      const upper = mean(0, 0) * (1 - across) + mean(1, 0) * across
      const lower = mean(0, 1) * (1 - across) + mean(1, 1) * across
      into[at + channel] = Math.round(upper * (1 - down) + lower * down)
    }
  }
}
