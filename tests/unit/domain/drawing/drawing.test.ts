import { expect, test } from 'vitest'
import {
  drawnShapeSchema,
  mostPoints,
  photoOfDrawing,
  pointsOf,
  roundedShape,
  withPoints,
} from '../../../../shared/domain/drawing.ts'
import { areOn, movedOn, nearestOn, shownScale, shownShape } from '../../../../shared/domain/drawing-on-photo.ts'
import { drawingKinds, drawingNames, kindName, kindOf } from '../../../../shared/domain/drawing-words.ts'
import { distanceToLines, isInZone, linesOf, zoneAreaPx } from '../../../../shared/domain/drawn-lines.ts'
import { distance } from '../../../../shared/domain/geometry/points.ts'
import { photoOf } from '../../renderer/photo-samples.ts'
import { drawingOn, oneOfEach, zoneAt } from './drawing-samples.ts'

const photo = photoOf(1, { widthPx: 1000, heightPx: 800 })

test('every kind of drawing is kept as it was drawn', () => {
  for (const shape of oneOfEach) {
    expect(drawnShapeSchema.parse(JSON.parse(JSON.stringify(shape)))).toEqual(shape)
    expect(withPoints(shape, (point) => point)).toEqual(shape)
  }
})

test.each([
  [
    'a zone of two points',
    {
      ...zoneAt(0, 0, 5),
      outline: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
  ],
  ['a zone of another kind', { ...zoneAt(0, 0, 5), zone: 'other' }],
  ['a point that is no number', { kind: 'arrow', from: { x: Number.NaN, y: 0 }, to: { x: 1, y: 1 } }],
  ['a point at infinity', { kind: 'arrow', from: { x: Number.POSITIVE_INFINITY, y: 0 }, to: { x: 1, y: 1 } }],
  ['a circle without a size', { kind: 'circle', centre: { x: 0, y: 0 }, radiusPx: 0 }],
  ['a text of blanks', { kind: 'text', at: { x: 0, y: 0 }, text: '   ' }],
  ['too many points', { kind: 'zone', zone: 'treated', outline: Array(mostPoints + 1).fill({ x: 1, y: 1 }) }],
])('%s is refused', (_, shape) => {
  expect(drawnShapeSchema.safeParse(shape).success).toBe(false)
})

test('coordinates are kept in tenths of a pixel', () => {
  const circle = roundedShape({ kind: 'circle', centre: { x: 10.123, y: 20.07 }, radiusPx: 3.1234 })
  expect(circle).toEqual({ kind: 'circle', centre: { x: 10.1, y: 20.1 }, radiusPx: 3.1 })
  expect(roundedShape({ kind: 'circle', centre: { x: 0, y: 0 }, radiusPx: 0.01 })).toMatchObject({ radiusPx: 0.1 })
})

test('a drawing’s id names its photo', () => {
  expect(photoOfDrawing(drawingOn(photo, 5, zoneAt(50, 50, 20)).drawingId)).toBe(photo.photoId)
})

test('a drawing stays on its skin when the photo is turned', () => {
  for (const shape of oneOfEach) {
    const drawing = drawingOn(photo, 1, shape)
    const turned = shownShape(drawing, { ...photo, quarterTurns: 1 })
    for (const [index, { x, y }] of pointsOf(shape).entries())
      expect(pointsOf(turned)[index]).toEqual({ x: 799 - y, y: x })
    expect(areOn({ widthPx: 800, heightPx: 1000 }, pointsOf(turned))).toBe(true)
    expect(shownShape({ shape: turned, quarterTurns: 1 }, photo)).toEqual(shape)
  }
  const scale = { from: { x: 0, y: 0 }, to: { x: 30, y: 40 }, lengthMm: 5, by: 'length' as const, quarterTurns: 0 }
  const turnedScale = shownScale(scale, { ...photo, quarterTurns: 2 })
  expect(turnedScale.from).toEqual({ x: 999, y: 799 })
  expect(distance(turnedScale.from, turnedScale.to)).toBe(50)
  expect(shownScale(scale, photo)).toBe(scale)
})

test('a moved drawing stops at the photo’s edges and keeps its form', () => {
  const size = { widthPx: 1000, heightPx: 800 }
  for (const shape of oneOfEach) {
    const moved = movedOn(size, shape, { x: -5000, y: 20 })
    expect(Math.min(...pointsOf(moved).map(({ x }) => x))).toBeCloseTo(-0.5)
    const [first, movedFirst] = [pointsOf(shape)[0]!, pointsOf(moved)[0]!]
    const by = { x: movedFirst.x - first.x, y: movedFirst.y - first.y }
    expect(by.y).toBeCloseTo(20)
    for (const [index, point] of pointsOf(shape).entries())
      expect(distance(pointsOf(moved)[index]!, { x: point.x + by.x, y: point.y + by.y })).toBeLessThan(1e-9)
  }
  expect(nearestOn(size, { x: -7, y: 900 })).toEqual({ x: -0.5, y: 799.5 })
})

test('a zone’s inside and area are those of its smooth outline', () => {
  const zone = zoneAt(300, 300, 100)
  if (zone.kind !== 'zone') throw new Error('not a zone')
  expect(isInZone(zone, { x: 300, y: 300 })).toBe(true)
  expect(isInZone(zone, { x: 300 + 97 * Math.cos(Math.PI / 8), y: 300 + 97 * Math.sin(Math.PI / 8) })).toBe(true)
  expect(isInZone(zone, { x: 410, y: 300 })).toBe(false)
  expect(zoneAreaPx(zone) / (Math.PI * 100 * 100)).toBeGreaterThan(0.97)
  expect(zoneAreaPx(zone) / (Math.PI * 100 * 100)).toBeLessThan(1.01)
})

test('how far a point is from a drawing is measured to its lines', () => {
  const farFrom = (kind: string, x: number, y: number) =>
    distanceToLines(linesOf(oneOfEach.find((shape) => shape.kind === kind)!), { x, y })
  expect(farFrom('measure', 250, 512)).toBeCloseTo(12)
  expect(farFrom('circle', 320, 340 + 75)).toBeCloseTo(15, 0)
  expect(Math.abs(farFrom('zone', 300, 300) - 100)).toBeLessThan(2)
  expect(farFrom('text', 403, 84)).toBeCloseTo(5)
  expect(farFrom('brush', 260, 425)).toBe(0)
  expect(farFrom('brush', 200, 450)).toBeGreaterThan(30)
})

test('drawings are called by their names, else by their kind, numbered where there are several', () => {
  const drawings = [
    drawingOn(photo, 1, zoneAt(50, 50, 20)),
    drawingOn(photo, 2, zoneAt(150, 50, 20), { name: 'Crown' }),
    drawingOn(photo, 3, zoneAt(250, 50, 20)),
    drawingOn(photo, 4, zoneAt(350, 50, 20, 'avoid')),
    drawingOn(photo, 5, { kind: 'text', at: { x: 1, y: 1 }, text: 'scar' }),
  ]
  expect([...drawingNames(drawings).values()]).toEqual([
    'Treated zone 1',
    'Crown',
    'Treated zone 2',
    'Zone to avoid',
    'scar',
  ])
})

test('every kind has a name of its own', () => {
  expect(new Set(drawingKinds.map(kindName)).size).toBe(drawingKinds.length)
  expect(new Set(oneOfEach.map(kindOf)).size).toBe(oneOfEach.length)
})
