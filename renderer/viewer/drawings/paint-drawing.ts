import type { HairlineEdge } from '../../../shared/domain/drawing.ts'
import type { DrawingKind } from '../../../shared/domain/drawing-words.ts'
import type { DrawnLines } from '../../../shared/domain/drawn-lines.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type DrawingStyle, drawingStyles, edgeColour, edgePx } from './drawing-style.ts'
import { linesAtScale } from './lines-at-scale.ts'
import { paintLabel } from './paint-label.ts'
import { type PaintingPlace, toOutput } from './painting-place.ts'

/** A drawing as it is painted in a frame: its lines in the frame's pixels, and what is written to it. */
export interface PaintedDrawing {
  readonly drawingId: string
  readonly kind: DrawingKind
  readonly drawn: DrawnLines
  readonly label: string | null
  readonly edge: HairlineEdge | null
}

type Context = CanvasRenderingContext2D
const arrowHeadPx = 13
const tickPx = 7
/** Bands beside a hairline that fades: each wider and fainter. */
const fadingBands = [
  { widthPx: 22, colour: 'rgb(255 255 255 / 16%)' },
  { widthPx: 12, colour: 'rgb(255 255 255 / 26%)' },
]
/** Dots of a scattered hairline: no length, and round ends. */
const scatteredDash = [0.1, 8]

/** Paints a drawing's lines, as wide whatever the zoom. The one painter for the screen and for exports. */
export function paintDrawing(
  context: Context,
  drawing: PaintedDrawing,
  place: PaintingPlace,
  isSelected = false,
): void {
  const { kind, drawn } = drawing
  context.save()
  context.lineJoin = 'round'
  context.lineCap = 'round'
  if (kind === 'brush') paintBrush(context, drawn, place, isSelected)
  else if (drawn.lines.length > 0) paintLines(context, drawing, place, isSelected)
  context.restore()
}

/** Writes what belongs to a drawing; after all lines, so that none of them crosses it. */
export function paintDrawingLabel(
  context: Context,
  { kind, drawn, label }: PaintedDrawing,
  place: PaintingPlace,
): void {
  if (label === null) return
  context.save()
  paintLabel(context, label, toOutput(place, drawn.labelAt), place, labelSide(kind))
  context.restore()
}

function labelSide(kind: DrawingKind): 'above' | 'on' {
  return kind === 'text' || kind === 'measure' ? 'on' : 'above'
}

function paintLines(context: Context, drawing: PaintedDrawing, place: PaintingPlace, isSelected: boolean): void {
  const { kind, drawn, edge } = drawing
  const style = styleOf(drawing)
  const stroke = (widthPx: number, colour: string, dash: readonly number[] = []) =>
    strokePath(context, place, { widthPx, colour, dash })
  trace(context, drawn, place)
  if (style.fill && drawn.isClosed) {
    context.fillStyle = style.fill
    context.fill()
  }
  if (edge === 'faded') for (const { widthPx, colour } of fadingBands) stroke(widthPx, colour)
  if (isSelected) stroke(style.widthPx + 7, 'rgb(255 255 255 / 40%)')
  stroke(style.widthPx + 2 * edgePx, edgeColour, edge === 'scattered' ? scatteredDash : [])
  stroke(style.widthPx, style.core, style.dash)
  const [from, to] = drawn.lines[0] ?? []
  if (kind === 'arrow' && from && to) paintEnds(context, from, to, place, style, arrowHead)
  if (kind === 'measure' && from && to) paintEnds(context, from, to, place, style, ticks)
}

function styleOf({ kind, edge }: PaintedDrawing): DrawingStyle {
  const style = drawingStyles[kind]
  return edge === 'scattered' ? { ...style, dash: scatteredDash, widthPx: style.widthPx + 1.2 } : style
}

function paintBrush(context: Context, drawn: DrawnLines, place: PaintingPlace, isSelected: boolean): void {
  const widthPx = (drawn.widthPx ?? 1) * place.scale
  const edge = (isSelected ? 3 : 1) * edgePx * place.lineScale
  trace(context, drawn, place)
  context.lineWidth = widthPx + 2 * edge
  context.strokeStyle = isSelected ? 'rgb(255 255 255 / 40%)' : 'rgb(10 10 10 / 35%)'
  context.stroke()
  context.lineWidth = widthPx
  context.strokeStyle = drawingStyles.brush.core
  context.stroke()
}

interface Stroke {
  readonly widthPx: number
  readonly colour: string
  readonly dash: readonly number[]
}

/** Strokes the context's present path. */
function strokePath(context: Context, { lineScale }: PaintingPlace, { widthPx, colour, dash }: Stroke): void {
  context.lineWidth = widthPx * lineScale
  context.strokeStyle = colour
  context.setLineDash(dash.map((length) => length * lineScale))
  context.stroke()
  context.setLineDash([])
}

function trace(context: Context, drawn: DrawnLines, place: PaintingPlace): void {
  context.beginPath()
  for (const line of linesAtScale(drawn, place.scale)) {
    for (const [index, point] of line.entries()) {
      const { x, y } = toOutput(place, point)
      if (index > 0) context.lineTo(x, y)
      else {
        context.moveTo(x, y)
        // a stroke of one point is a dot
        if (line.length === 1) context.lineTo(x + 0.01, y)
      }
    }
    if (drawn.isClosed) context.closePath()
  }
}

type Ends = (from: Point, to: Point, along: Point, lineScale: number) => readonly (readonly Point[])[]

function paintEnds(
  context: Context,
  from: Point,
  to: Point,
  place: PaintingPlace,
  { core, widthPx }: DrawingStyle,
  ends: Ends,
): void {
  const [start, end] = [toOutput(place, from), toOutput(place, to)]
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  context.beginPath()
  for (const line of ends(start, end, along, place.lineScale))
    for (const [index, { x, y }] of line.entries()) index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)
  strokePath(context, place, { widthPx: widthPx + 2 * edgePx, colour: edgeColour, dash: [] })
  strokePath(context, place, { widthPx, colour: core, dash: [] })
}

const arrowHead: Ends = (_from, to, along, lineScale) => {
  const back = arrowHeadPx * lineScale
  const wing = (side: number) => ({
    x: to.x - back * (along.x - 0.5 * side * along.y),
    y: to.y - back * (along.y + 0.5 * side * along.x),
  })
  return [[wing(1), to, wing(-1)]]
}

const ticks: Ends = (from, to, along, lineScale) =>
  [from, to].map(({ x, y }) => {
    const reach = tickPx * lineScale
    return [
      { x: x - along.y * reach, y: y + along.x * reach },
      { x: x + along.y * reach, y: y - along.x * reach },
    ]
  })
