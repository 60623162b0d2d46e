import type { Point } from '../../shared/domain/geometry/points.ts'
import { type Transform, toMoving } from '../../shared/domain/geometry/transform.ts'
import { placedIn, type Size, toPicture, toScreen, type Viewport } from '../../shared/domain/geometry/viewport.ts'

/** An image of a photo and the photo's full size, which its coordinates are in. */
export interface PaintedPhoto {
  readonly image: HTMLImageElement
  readonly frame: Size
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
type Triangle = readonly [Point, Point, Point]

/** Cells along the longer side of what is seen: fine enough that a spline looks smooth, few enough for every frame. */
const cellsAcross = 24
/** Triangles overlap by this much (px), so that no seam shines through. */
const overlapPx = 0.6

/** Draws a photo in its own frame as the viewport shows it in a canvas of this size. */
export function paintPhoto(context: Context, photo: PaintedPhoto, viewport: Viewport, canvas: Size): void {
  const { corner, scale, degrees } = placedIn(viewport, canvas, photo.frame)
  context.save()
  context.translate(corner.x, corner.y)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(photo.image, 0, 0, photo.frame.widthPx * scale, photo.frame.heightPx * scale)
  context.restore()
}

/**
 * Draws a moving photo through a transform into the reference's frame: what is seen of the frame is cut into cells, each of them two triangles
 * drawn by an affine map, exact at the cells' corners.
 */
export function paintWarped(
  context: Context,
  moving: PaintedPhoto,
  transform: Transform,
  reference: Size,
  viewport: Viewport,
  canvas: Size,
): void {
  const seen = seenPart(viewport, canvas, reference)
  const longest = Math.max(seen.right - seen.left, seen.bottom - seen.top)
  if (!(longest > 0)) return
  const cellPx = transform.field ? longest / cellsAcross : longest
  const columns = Math.max(1, Math.ceil((seen.right - seen.left) / cellPx))
  const rows = Math.max(1, Math.ceil((seen.bottom - seen.top) / cellPx))
  const nodes = Array.from({ length: (columns + 1) * (rows + 1) }, (_, index) => {
    const place = {
      x: seen.left + ((index % (columns + 1)) * (seen.right - seen.left)) / columns,
      y: seen.top + (Math.floor(index / (columns + 1)) * (seen.bottom - seen.top)) / rows,
    }
    const from = imagePoint(toMoving(transform, place), moving)
    return { from, to: toScreen(viewport, canvas, reference, place) }
  })
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = nodes[row * (columns + 1) + column]!
      const b = nodes[row * (columns + 1) + column + 1]!
      const c = nodes[(row + 1) * (columns + 1) + column + 1]!
      const d = nodes[(row + 1) * (columns + 1) + column]!
      paintTriangle(context, moving.image, [a.from, b.from, c.from], [a.to, b.to, c.to])
      paintTriangle(context, moving.image, [a.from, c.from, d.from], [a.to, c.to, d.to])
    }
  }
}

/** The map x' = a·x + c·y + e, y' = b·x + d·y + f that takes one triangle to another; undefined where the first has no area. */
export function affineBetween(from: Triangle, to: Triangle) {
  const [p, q, r] = from
  const [u, v, w] = to
  const area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)
  if (Math.abs(area) < 1e-9) return undefined
  const along = (key: 'x' | 'y') => {
    const [first, second] = [v[key] - u[key], w[key] - u[key]]
    const byX = (first * (r.y - p.y) - second * (q.y - p.y)) / area
    const byY = (second * (q.x - p.x) - first * (r.x - p.x)) / area
    return { byX, byY, offset: u[key] - byX * p.x - byY * p.y }
  }
  const [x, y] = [along('x'), along('y')]
  return { a: x.byX, b: y.byX, c: x.byY, d: y.byY, e: x.offset, f: y.offset }
}

/** From pixel centres at whole numbers of the full-size photo to the image's own pixels, counted from its corner. */
function imagePoint(point: Point, { image, frame }: PaintedPhoto): Point {
  return {
    x: ((point.x + 0.5) * image.naturalWidth) / frame.widthPx,
    y: ((point.y + 0.5) * image.naturalHeight) / frame.heightPx,
  }
}

function seenPart(viewport: Viewport, canvas: Size, reference: Size) {
  const one = toPicture(viewport, canvas, reference, { x: 0, y: 0 })
  const opposite = toPicture(viewport, canvas, reference, { x: canvas.widthPx, y: canvas.heightPx })
  return {
    left: Math.max(Math.min(one.x, opposite.x), -0.5),
    top: Math.max(Math.min(one.y, opposite.y), -0.5),
    right: Math.min(Math.max(one.x, opposite.x), reference.widthPx - 0.5),
    bottom: Math.min(Math.max(one.y, opposite.y), reference.heightPx - 0.5),
  }
}

function paintTriangle(context: Context, image: HTMLImageElement, from: Triangle, to: Triangle): void {
  const map = affineBetween(from, to)
  const left = Math.max(Math.floor(Math.min(...from.map(({ x }) => x))) - 2, 0)
  const top = Math.max(Math.floor(Math.min(...from.map(({ y }) => y))) - 2, 0)
  const width = Math.min(Math.ceil(Math.max(...from.map(({ x }) => x))) + 2, image.naturalWidth) - left
  const height = Math.min(Math.ceil(Math.max(...from.map(({ y }) => y))) + 2, image.naturalHeight) - top
  if (!map || width <= 0 || height <= 0) return
  context.save()
  context.beginPath()
  for (const corner of grown(to)) context.lineTo(corner.x, corner.y)
  context.closePath()
  context.clip()
  context.transform(map.a, map.b, map.c, map.d, map.e, map.f)
  context.drawImage(image, left, top, width, height, left, top, width, height)
  context.restore()
}

function grown(triangle: Triangle): Point[] {
  const middle = {
    x: (triangle[0].x + triangle[1].x + triangle[2].x) / 3,
    y: (triangle[0].y + triangle[1].y + triangle[2].y) / 3,
  }
  return triangle.map(({ x, y }) => {
    const length = Math.hypot(x - middle.x, y - middle.y) || 1
    const factor = 1 + overlapPx / length
    return { x: middle.x + (x - middle.x) * factor, y: middle.y + (y - middle.y) * factor }
  })
}
