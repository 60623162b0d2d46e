import {
  type DrawnShape,
  type HairlineEdge,
  type HairlineStyle,
  mostPoints,
  mostStrokes,
  type ZoneKind,
} from '../../../shared/domain/drawing.ts'
import { distance, type Point } from '../../../shared/domain/geometry/points.ts'
import { simplifiedTo } from '../../../shared/domain/geometry/simplify-line.ts'
import { shortestScalePx } from '../../../shared/domain/scale.ts'
import type { DrawTool } from './tools.ts'

/** What the next drawing will be like. */
export interface DrawSettings {
  readonly zone: ZoneKind
  readonly style: HairlineStyle
  readonly edge: HairlineEdge
  readonly brush: BrushSize
}

export const firstSettings: DrawSettings = { zone: 'treated', style: 'natural', edge: 'faded', brush: 'medium' }

export const brushSizes = ['fine', 'medium', 'broad'] as const
export type BrushSize = (typeof brushSizes)[number]
/** Widths of a brush as shares of the photo's longer side. */
const brushShares: Readonly<Record<BrushSize, number>> = { fine: 0.005, medium: 0.012, broad: 0.03 }

/** A brush's width in a photo whose longer side is this. */
export function brushWidthPx(size: BrushSize, longerSidePx: number): number {
  return brushShares[size] * longerSidePx
}

/** Points of a stroke drawn by hand that are kept of an outline: few enough to be dragged one by one. */
const mostOutlinePoints = 40
/** Points of an outline lie at least so far apart (screen pixels), so that each can be taken hold of. */
const leastGapPx = 26
/** What is shorter than this (screen pixels) was a slip of the hand. */
const shortestStrokePx = 12

/** How a tool comes to a shape: by this many points, or by as many as one likes, but at least so many. */
const pointCounts: Readonly<Record<Exclude<DrawTool, 'select'>, { fewest: number; isOpen: boolean }>> = {
  zone: { fewest: 3, isOpen: true },
  hairline: { fewest: 2, isOpen: true },
  arrow: { fewest: 2, isOpen: false },
  circle: { fewest: 2, isOpen: false },
  text: { fewest: 1, isOpen: false },
  brush: { fewest: 1, isOpen: true },
  measure: { fewest: 2, isOpen: false },
  scale: { fewest: 2, isOpen: false },
}
export type DrawingTool = keyof typeof pointCounts

/** Whether the points placed so far are enough for the tool's shape. */
export function isEnough(tool: DrawingTool, points: readonly Point[]): boolean {
  return points.length >= pointCounts[tool].fewest
}

/** What placing a point leads to: more points, or all that the shape needs. */
export interface Placing {
  readonly points: readonly Point[]
  readonly isDone: boolean
}

/**
 * Places a point. Shapes of two points are done with the second; the others when the last point is placed again, or the first of a zone: `reachPx` is how near
 * (in the photo's pixels) counts as the same place.
 */
export function placed(tool: DrawingTool, points: readonly Point[], at: Point, reachPx: number): Placing {
  const { fewest, isOpen } = pointCounts[tool]
  const [first, last] = [points[0], points.at(-1)]
  const isLast = last !== undefined && distance(last, at) <= reachPx
  const isFirst = tool === 'zone' && first !== undefined && distance(first, at) <= reachPx
  if (isLast || isFirst) return { points, isDone: isOpen && points.length >= fewest }
  const next = [...points, at]
  return { points: next, isDone: (!isOpen && next.length >= fewest) || next.length >= mostPoints }
}

/** The points of a stroke drawn with the button held; null for a slip of the hand. `pixelPx` is how long a screen pixel is in the photo. */
export function pointsOfStroke(tool: DrawingTool, stroke: readonly Point[], pixelPx: number): readonly Point[] | null {
  const [from, to] = [stroke[0], stroke.at(-1)]
  if (!from || !to) return null
  if (tool === 'text') return null
  if (!pointCounts[tool].isOpen) return distance(from, to) < shortestStrokePx * pixelPx ? null : [from, to]
  if (tool === 'brush') return simplifiedTo(stroke, pixelPx, mostPoints)
  if (lengthOfStroke(stroke) < 3 * shortestStrokePx * pixelPx) return null
  const line = spread(simplifiedTo(stroke, 2 * pixelPx, mostOutlinePoints), leastGapPx * pixelPx, tool === 'zone')
  return isEnough(tool, line) ? line : null
}

/** The shape of placed points; null for tools that ask for more than points, and where two points are one. */
export function shapeOf(
  tool: DrawingTool,
  points: readonly Point[],
  settings: DrawSettings,
  longerSidePx: number,
): DrawnShape | null {
  const [from, to] = points
  if (!from || !isEnough(tool, points)) return null
  switch (tool) {
    case 'zone':
      return { kind: 'zone', zone: settings.zone, outline: [...points] }
    case 'hairline':
      return { kind: 'hairline', style: settings.style, edge: settings.edge, line: [...points] }
    case 'arrow':
    case 'measure':
      return to && distance(from, to) > 0 ? { kind: tool, from, to } : null
    case 'circle':
      return to && distance(from, to) > 0 ? { kind: 'circle', centre: from, radiusPx: distance(from, to) } : null
    case 'brush':
      return { kind: 'brush', widthPx: brushWidthPx(settings.brush, longerSidePx), strokes: [[...points]] }
    case 'text':
    case 'scale':
      return null
  }
}

/** A brush with one more stroke of the same width; undefined where it can't have one. */
export function withFurtherStroke(brush: DrawnShape, stroke: DrawnShape): DrawnShape | undefined {
  if (brush.kind !== 'brush' || stroke.kind !== 'brush') return undefined
  const isAlike = Math.abs(brush.widthPx - stroke.widthPx) < 0.1
  const strokes = [...brush.strokes, ...stroke.strokes]
  return isAlike && strokes.length <= mostStrokes ? { ...brush, strokes } : undefined
}

/** Whether a line is long enough to be a scale. */
export function isScaleLine([from, to]: readonly Point[]): boolean {
  return from !== undefined && to !== undefined && distance(from, to) >= shortestScalePx
}

/** Points without those that lie too near the one before; an open line keeps its end, a closed one doesn't come back to its first point. */
function spread(points: readonly Point[], gapPx: number, isClosed: boolean): Point[] {
  const last = points.at(-1)!
  const kept: Point[] = []
  for (const point of points) {
    const before = kept.at(-1)
    if (!before || distance(before, point) >= gapPx) kept.push(point)
  }
  if (isClosed) while (kept.length > 3 && distance(kept[0]!, kept.at(-1)!) < gapPx) kept.pop()
  else if (kept.at(-1) !== last) kept.splice(kept.length > 1 ? -1 : 1, 1, last)
  return kept
}

function lengthOfStroke(stroke: readonly Point[]): number {
  return stroke.slice(1).reduce((sum, point, index) => sum + distance(stroke[index]!, point), 0)
}
