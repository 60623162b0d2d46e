import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { withExpected } from '../../../../renderer/features/draw/expected-drawings.ts'
import {
  gapsOf,
  handlesOf,
  withHandleAt,
  withoutPoint,
  withPointAfter,
} from '../../../../renderer/features/draw/handles.ts'
import { drawingAt } from '../../../../renderer/features/draw/pick-drawing.ts'
import { paintedShape } from '../../../../renderer/viewer/drawings/painted-drawing.ts'
import { drawnShapeSchema, pointsOf } from '../../../../shared/domain/drawing.ts'
import { areOn } from '../../../../shared/domain/drawing-on-photo.ts'
import { distanceToLines, linesOf } from '../../../../shared/domain/drawn-lines.ts'
import { drawingOn, oneOfEach, zoneAt } from '../../domain/drawing/drawing-samples.ts'
import { photoOf } from '../photo-samples.ts'

const size = { widthPx: 600, heightPx: 600 }
const shape = fc.constantFrom(...oneOfEach)
const place = fc.record({ x: fc.integer({ min: -200, max: 800 }), y: fc.integer({ min: -200, max: 800 }) })

property.prop([shape, fc.nat({ max: 20 }), place])(
  'whatever handle is moved wherever, the shape stays a shape of its kind on the photo',
  (before, number, to) => {
    const handles = handlesOf(before)
    const { handle } = handles[number % handles.length]!
    const after = withHandleAt(before, handle, to, size)
    expect(drawnShapeSchema.parse(after)).toEqual(after)
    expect(after.kind).toBe(before.kind)
    expect(pointsOf(after)).toHaveLength(pointsOf(before).length)
    expect(areOn(size, pointsOf(after))).toBe(true)
  },
)

property.prop([shape, fc.nat({ max: 20 }), fc.integer({ min: 100, max: 500 }), fc.integer({ min: 100, max: 500 })])(
  'a point goes where it is dragged and the others stay',
  (before, number, x, y) => {
    const points = handlesOf(before).filter(({ handle }) => handle.kind === 'point')
    const { handle } = points[number % Math.max(points.length, 1)] ?? {}
    if (handle?.kind !== 'point') return
    const after = withHandleAt(before, handle, { x, y }, size)
    for (const [index, point] of pointsOf(after).entries())
      expect(point).toEqual(index === handle.index ? { x, y } : pointsOf(before)[index])
  },
)

test('a circle’s edge sets its size, its middle moves it', () => {
  const circle = oneOfEach.find(({ kind }) => kind === 'circle')!
  expect(withHandleAt(circle, { kind: 'edge' }, { x: 320, y: 440 }, size)).toMatchObject({ radiusPx: 100 })
  expect(withHandleAt(circle, { kind: 'whole' }, { x: 200, y: 210 }, size)).toMatchObject({
    centre: { x: 200, y: 210 },
    radiusPx: 60,
  })
})

test('a point is put in on the line without moving it, and taken out down to what the kind needs', () => {
  const zone = zoneAt(300, 300, 100)
  const more = withPointAfter(zone, 2)
  expect(pointsOf(more)).toHaveLength(9)
  expect(distanceToLines(linesOf(zone), pointsOf(more)[3]!)).toBeLessThan(0.5)
  expect(pointsOf(more)[3]).toEqual(gapsOf(zone)[2])
  expect(withoutPoint(more, 3)).toEqual(zone)
  let least = zone
  for (let next = withoutPoint(least, 0); next; next = withoutPoint(least, 0)) least = next
  expect(pointsOf(least)).toHaveLength(3)
  const arrow = oneOfEach.find(({ kind }) => kind === 'arrow')!
  expect([withPointAfter(arrow, 0), withoutPoint(arrow, 0), gapsOf(arrow)]).toEqual([arrow, undefined, []])
})

test('a click chooses the nearest line within reach, else the smallest zone around it', () => {
  const ruler = { mmPerPixel: null, headWidthPx: null }
  const painted = [
    paintedShape('large', '', zoneAt(300, 300, 200), ruler),
    paintedShape('small', '', zoneAt(300, 300, 80), ruler),
    paintedShape('arrow', '', { kind: 'arrow', from: { x: 250, y: 300 }, to: { x: 350, y: 300 } }, ruler),
  ]
  expect(drawingAt(painted, { x: 300, y: 304 }, 9)).toBe('arrow')
  expect(drawingAt(painted, { x: 300, y: 340 }, 9)).toBe('small')
  expect(drawingAt(painted, { x: 300, y: 420 }, 9)).toBe('large')
  expect(drawingAt(painted, { x: 300, y: 383 }, 9)).toBe('small')
  expect(drawingAt(painted, { x: 20, y: 20 }, 9)).toBeNull()
})

test('what is expected stands in the place of what is recorded until it is', () => {
  const photo = photoOf(1)
  const [one, other] = [drawingOn(photo, 1, zoneAt(50, 50, 20)), drawingOn(photo, 2, zoneAt(90, 90, 20))]
  const renamed = { ...one, name: 'Crown' }
  const expected = new Map([
    [one.drawingId, renamed],
    [other.drawingId, null],
  ])
  expect(withExpected([one, other], expected)).toEqual({ drawings: [renamed], settled: null })
  expect(withExpected([renamed, other], expected)).toEqual({
    drawings: [renamed],
    settled: new Map([[other.drawingId, null]]),
  })
  expect(withExpected([renamed], expected)).toEqual({ drawings: [renamed], settled: new Map() })
  expect(withExpected([], new Map([[one.drawingId, one]])).drawings).toEqual([one])
})
