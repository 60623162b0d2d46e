import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { drawingStyles, paintingOrder } from '../../../../renderer/viewer/drawings/drawing-style.ts'
import { paintDrawing, paintDrawingLabel } from '../../../../renderer/viewer/drawings/paint-drawing.ts'
import { carriedDrawing, inPaintingOrder, paintedShape } from '../../../../renderer/viewer/drawings/painted-drawing.ts'
import { toOutput } from '../../../../renderer/viewer/drawings/painting-place.ts'
import { rigidCarrier } from '../../../../renderer/viewer/drawings/rigid-carrier.ts'
import { type HairlineEdge, hairlineEdges, pointsOf } from '../../../../shared/domain/drawing.ts'
import { drawingKinds } from '../../../../shared/domain/drawing-words.ts'
import { toReference } from '../../../../shared/domain/geometry/compose-transforms.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { distance, type Point } from '../../../../shared/domain/geometry/points.ts'
import { rigidPart, toMoving } from '../../../../shared/domain/geometry/transform.ts'
import { oneOfEach, zoneAt } from '../../domain/drawing/drawing-samples.ts'

const noRuler = { mmPerPixel: null, headWidthPx: null }
const size = { widthPx: 900, heightPx: 600 }

/** Paints a shape at a scale; every stroke with its width and dashes, and every place that a line goes through. */
function paintedAt(scale: number, shape = oneOfEach[0]!, name = '') {
  const strokes: { widthPx: number; dash: readonly number[]; colour: string }[] = []
  const places: Point[] = []
  const texts: string[] = []
  let dash: readonly number[] = []
  const context = {
    lineWidth: 0,
    strokeStyle: '',
    setLineDash: (next: number[]) => {
      dash = next
    },
    stroke() {
      strokes.push({ widthPx: this.lineWidth, dash, colour: this.strokeStyle })
    },
    moveTo: (x: number, y: number) => places.push({ x, y }),
    lineTo: (x: number, y: number) => places.push({ x, y }),
    fillText: (text: string) => texts.push(text),
    measureText: (text: string) => ({ width: 7 * text.length }),
    ...Object.fromEntries(
      ['save', 'restore', 'beginPath', 'closePath', 'fill', 'roundRect'].map((call) => [call, () => undefined]),
    ),
  }
  const drawing = paintedShape('1', name, shape, noRuler)
  const place = { size, scale, quarterTurns: 0, lineScale: 1, origin: { x: 0, y: 0 } } as const
  paintDrawing(context as unknown as CanvasRenderingContext2D, drawing, place)
  paintDrawingLabel(context as unknown as CanvasRenderingContext2D, drawing, place)
  return { strokes, places, texts }
}

property.prop([fc.constantFrom(...oneOfEach.filter(({ kind }) => kind !== 'brush')), fc.constantFrom(0.3, 1, 4, 16)])(
  'a line is as wide and dashed the same whatever the zoom',
  (shape, scale) => {
    expect(paintedAt(scale, shape).strokes).toEqual(paintedAt(1, shape).strokes)
  },
)

test('a brush’s stroke grows with the photo', () => {
  const brush = oneOfEach.find(({ kind }) => kind === 'brush')!
  expect(paintedAt(2, brush).strokes.at(-1)?.widthPx).toBe(48)
})

test('every line is light on a wider dark one', () => {
  for (const shape of [...oneOfEach.slice(0, 4), zoneAt(300, 300, 50, 'avoid')]) {
    const { strokes } = paintedAt(1, shape)
    const core = strokes.findLast(({ colour }) => /^#[a-f0-9]{6}$/.test(colour))!
    const dark = strokes.find(({ colour }) => colour.startsWith('rgb(10 10 10'))!
    expect(dark.widthPx).toBeGreaterThan(core.widthPx + 2)
  }
})

test('zones and hairlines are told apart by their dashes, not by colour alone, and say what they are', () => {
  const zones = (['treated', 'reference', 'avoid', 'blend'] as const).map((zone) => {
    const { strokes, texts } = paintedAt(1, zoneAt(300, 300, 100, zone))
    return JSON.stringify([strokes.at(-1)?.dash, texts])
  })
  expect(new Set(zones).size).toBe(4)
  expect(new Set(zones.map((zone) => JSON.stringify(JSON.parse(zone)[0]))).size).toBe(4)
  const line = pointsOf(oneOfEach[1]!)
  const edges = hairlineEdges.map((edge: HairlineEdge) =>
    JSON.stringify(paintedAt(1, { kind: 'hairline', style: 'natural', edge, line: [...line] }).strokes),
  )
  expect(new Set(edges).size).toBe(3)
})

test('a zone’s line passes through its points', () => {
  const { places } = paintedAt(1.5)
  for (const { x, y } of pointsOf(oneOfEach[0]!))
    expect(Math.min(...places.map((place) => distance(place, { x: 1.5 * x, y: 1.5 * y })))).toBeLessThan(0.01)
})

test('a name takes the kind’s place; what lies outside the pane writes nothing into it', () => {
  expect(paintedAt(1).texts).toEqual(['Treated'])
  expect(paintedAt(1, oneOfEach[0], 'Whorl').texts).toEqual(['Whorl'])
  expect(paintedAt(9).texts).toEqual([])
})

test('a long text is cut', () => {
  const [text] = paintedAt(1, { kind: 'text', at: { x: 300, y: 300 }, text: 'x'.repeat(200) }).texts
  expect(text).toMatch(/^x{10,60}…$/)
})

test('every kind has a style and its turn', () => {
  expect(Object.keys(drawingStyles).toSorted()).toEqual([...drawingKinds].toSorted())
  expect([...paintingOrder].toSorted()).toEqual([...drawingKinds].toSorted())
  const kinds = inPaintingOrder(oneOfEach.map((shape) => paintedShape('1', '', shape, noRuler))).map(({ kind }) => kind)
  expect(kinds).toEqual(paintingOrder.filter((kind) => kinds.includes(kind)))
})

test('over a photo that is drawn without its bending a drawing stays on the same skin', () => {
  const field = sampleField({ widthPx: 1000, heightPx: 800 }, 40, ({ x, y }) => ({
    x: 12 * Math.sin(x / 200),
    y: y / 90,
  }))
  const transform = { similarity: { a: 0.9, b: 0.1, tx: 20, ty: -10 }, field }
  const painted = paintedShape('1', '', zoneAt(500, 400, 150), noRuler)
  const carried = carriedDrawing(painted, rigidCarrier(transform))
  for (const [index, point] of carried.drawn.lines[0]!.entries()) {
    const skin = toMoving(transform, painted.drawn.lines[0]![index]!)
    expect(distance(toMoving(rigidPart(transform), point), skin)).toBeLessThan(1e-6)
    expect(distance(toReference(transform, skin), painted.drawn.lines[0]![index]!)).toBeLessThan(0.5)
  }
})

test('in a turned view a drawing turns about the frame’s origin', () => {
  const at = { size, scale: 2, lineScale: 1, origin: { x: 100, y: 50 } } as const
  expect(toOutput({ ...at, quarterTurns: 1 }, { x: 10, y: 3 })).toEqual({ x: 94, y: 70 })
  expect(toOutput({ ...at, quarterTurns: 2 }, { x: 10, y: 3 })).toEqual({ x: 80, y: 44 })
})
