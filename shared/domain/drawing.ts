import { z } from 'zod'
import type { Point } from './geometry/points.ts'
import { type DrawingId, drawingIdSchema, type PhotoId, photoIdSchema } from './ids.ts'

/** What a zone is for. */
export const zoneKinds = ['treated', 'reference', 'avoid', 'blend'] as const
export type ZoneKind = (typeof zoneKinds)[number]
/** How a hairline runs. */
export const hairlineStyles = ['rounded', 'boxed', 'peaked', 'receded', 'natural'] as const
export type HairlineStyle = (typeof hairlineStyles)[number]
/** How a hairline ends against the bare skin. */
export const hairlineEdges = ['sharp', 'faded', 'scattered'] as const
export type HairlineEdge = (typeof hairlineEdges)[number]

/** Most points of one line, and most strokes of one brush: nobody draws more, and a record stays short. */
export const mostPoints = 400
export const mostStrokes = 60

const pointSchema = z.object({ x: z.number(), y: z.number() })
const lineSchema = (fewest: number) => z.array(pointSchema).min(fewest).max(mostPoints)

/**
 * What was drawn, in pixels of the upright full-size photo it was drawn on. `outline` and `line` are points that a smooth curve passes through; the curve of
 * an outline is closed.
 */
export const drawnShapeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zone'), zone: z.enum(zoneKinds), outline: lineSchema(3) }),
  z.object({
    kind: z.literal('hairline'),
    style: z.enum(hairlineStyles),
    edge: z.enum(hairlineEdges),
    line: lineSchema(2),
  }),
  z.object({ kind: z.literal('arrow'), from: pointSchema, to: pointSchema }),
  z.object({ kind: z.literal('circle'), centre: pointSchema, radiusPx: z.number().positive() }),
  z.object({ kind: z.literal('text'), at: pointSchema, text: z.string().trim().min(1).max(200) }),
  z.object({
    kind: z.literal('brush'),
    widthPx: z.number().positive(),
    strokes: z.array(lineSchema(1)).min(1).max(mostStrokes),
  }),
  z.object({ kind: z.literal('measure'), from: pointSchema, to: pointSchema }),
])
export type DrawnShape = z.infer<typeof drawnShapeSchema>
export type ShapeOf<Kind extends DrawnShape['kind']> = Extract<DrawnShape, { kind: Kind }>

/** What a person says of a drawing, and the turn of the photo in which it was drawn. The name may be empty. */
export const drawingContentSchema = z.object({
  drawingId: drawingIdSchema,
  quarterTurns: z.int().min(0).max(3),
  name: z.string().trim().max(80),
  shape: drawnShapeSchema,
})
export type DrawingContent = z.infer<typeof drawingContentSchema>

/** Something drawn on a photo. */
export const drawingSchema = drawingContentSchema.extend({ photoId: photoIdSchema })
export type Drawing = z.infer<typeof drawingSchema>

/** A new drawing's id: it names its photo, so that a drawing always stays with it. `random` are 32 hexadecimal digits or a UUID. */
export function drawingIdOf(photoId: PhotoId, random: string): DrawingId {
  return drawingIdSchema.parse(`${photoId}${random.replaceAll('-', '')}`)
}

/** The photo that a drawing was made on. */
export function photoOfDrawing(drawingId: DrawingId): PhotoId {
  return photoIdSchema.parse(drawingId.slice(0, 64))
}

/** The points that say where a shape lies: those that are dragged; of a circle the centre alone. */
export function pointsOf(shape: DrawnShape): readonly Point[] {
  switch (shape.kind) {
    case 'zone':
      return shape.outline
    case 'hairline':
      return shape.line
    case 'arrow':
    case 'measure':
      return [shape.from, shape.to]
    case 'circle':
      return [shape.centre]
    case 'text':
      return [shape.at]
    case 'brush':
      return shape.strokes.flat()
  }
}

/** A shape with each of its points moved by a function; `scale` is how much longer lengths become. */
export function withPoints(shape: DrawnShape, move: (point: Point) => Point, scale = 1): DrawnShape {
  const to = (point: Point) => {
    const { x, y } = move(point)
    return { x, y }
  }
  switch (shape.kind) {
    case 'zone':
      return { ...shape, outline: shape.outline.map(to) }
    case 'hairline':
      return { ...shape, line: shape.line.map(to) }
    case 'arrow':
    case 'measure':
      return { ...shape, from: to(shape.from), to: to(shape.to) }
    case 'circle':
      return { ...shape, centre: to(shape.centre), radiusPx: shape.radiusPx * scale }
    case 'text':
      return { ...shape, at: to(shape.at) }
    case 'brush':
      return {
        ...shape,
        widthPx: shape.widthPx * scale,
        strokes: shape.strokes.map((stroke) => stroke.map(to)),
      }
  }
}

/** A shape with its coordinates on tenths of a pixel: as fine as anything can be drawn. */
export function roundedShape(shape: DrawnShape): DrawnShape {
  const tenth = (value: number) => Math.round(value * 10) / 10
  const rounded = withPoints(shape, ({ x, y }) => ({ x: tenth(x), y: tenth(y) }))
  if (rounded.kind === 'circle') return { ...rounded, radiusPx: Math.max(tenth(rounded.radiusPx), 0.1) }
  if (rounded.kind === 'brush') return { ...rounded, widthPx: Math.max(tenth(rounded.widthPx), 0.1) }
  return rounded
}
