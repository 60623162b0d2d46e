import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { distance, type Point } from '../../../../shared/domain/geometry/points.ts'
import { areaOf, isInPolygon } from '../../../../shared/domain/geometry/polygon.ts'
import { distanceToSegment, simplifiedLine, simplifiedTo } from '../../../../shared/domain/geometry/simplify-line.ts'
import { smoothCurve } from '../../../../shared/domain/geometry/smooth-curve.ts'
import { turnedPoint } from '../../../../shared/domain/geometry/turn-point.ts'

const coordinate = fc.double({ min: 0, max: 3000, noNaN: true })
const point = fc.record({ x: coordinate, y: coordinate })
const points = (minLength: number, maxLength = 30) => fc.array(point, { minLength, maxLength })
const whole = fc.integer({ min: 0, max: 3000 })
const differentPoints = fc.uniqueArray(fc.record({ x: whole, y: whole }), {
  minLength: 3,
  maxLength: 30,
  selector: ({ x, y }) => `${x} ${y}`,
})
const nearest = (line: readonly Point[], to: Point) => Math.min(...line.map((at) => distance(at, to)))
const toLine = (line: readonly Point[], at: Point) =>
  Math.min(...line.slice(1).map((to, index) => distanceToSegment(at, line[index]!, to)))

describe('a smooth curve', () => {
  test.prop([points(2), fc.boolean()])('passes through all of its points', (nodes, isClosed) => {
    const curve = smoothCurve(nodes, isClosed)
    for (const node of nodes) expect(nearest(curve, node)).toBeLessThan(0.02)
  })

  test.prop([differentPoints])('goes on where it is closed and ends at its last point where it isn’t', (nodes) => {
    expect(distance(smoothCurve(nodes, false).at(-1)!, nodes.at(-1)!)).toBeLessThan(0.02)
    const closed = smoothCurve(nodes, true)
    expect(closed.length).toBeGreaterThan(smoothCurve(nodes, false).length)
  })

  test.prop([fc.double({ min: 30, max: 1500, noNaN: true }), fc.integer({ min: 10, max: 24 })])(
    'through points of a circle stays within half a per cent of it',
    (radius, count) => {
      const ring = Array.from({ length: count }, (_, index) => {
        const angle = (2 * Math.PI * index) / count
        return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
      })
      const curve = smoothCurve(ring, true)
      for (const { x, y } of curve) expect(Math.abs(Math.hypot(x, y) / radius - 1)).toBeLessThan(0.005)
      expect(Math.abs(areaOf(curve) / (Math.PI * radius * radius) - 1)).toBeLessThan(0.02)
    },
  )

  test.prop([points(3), coordinate, coordinate])('moves as its points move', (nodes, dx, dy) => {
    const moved = smoothCurve(
      nodes.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
      true,
    )
    const curve = smoothCurve(nodes, true)
    if (moved.length !== curve.length) return
    for (const [index, { x, y }] of curve.entries())
      expect(distance(moved[index]!, { x: x + dx, y: y + dy })).toBeLessThan(0.1)
  })

  test('of equal points is that point', () => {
    const nodes = [1, 1, 1].map((x) => ({ x, y: 2 }))
    expect(smoothCurve(nodes, true)).toEqual([{ x: 1, y: 2 }])
  })

  test('makes no loop where points lie close together beside a long piece', () => {
    const nodes = [0, 1000, 1010, 1020, 2000].map((x, index) => ({ x, y: index === 2 ? 12 : 0 }))
    const curve = smoothCurve(nodes, false)
    const isForward = curve.every(({ x }, index) => index === 0 || x >= curve[index - 1]!.x - 1e-6)
    expect(isForward).toBe(true)
  })
})

describe('a simplified line', () => {
  test.prop([points(2, 120), fc.double({ min: 0.1, max: 200, noNaN: true })])(
    'is never farther away than its tolerance, keeps the ends and the order',
    (line, tolerance) => {
      const simple = simplifiedLine(line, tolerance)
      expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)])
      let from = 0
      for (const kept of simple) {
        const at = line.indexOf(kept, from)
        expect(at).toBeGreaterThanOrEqual(from)
        from = at
      }
      for (const at of line) expect(toLine(simple, at)).toBeLessThanOrEqual(tolerance + 1e-6)
    },
  )

  test.prop([points(3, 200), fc.integer({ min: 2, max: 40 })])('has no more points than it may', (line, most) => {
    const simple = simplifiedTo(line, 0, most)
    expect(simple.length).toBeLessThanOrEqual(Math.max(most, 2))
  })

  test('of points in a row is its two ends', () => {
    const row = Array.from({ length: 50 }, (_, x) => ({ x, y: 3 * x }))
    expect(simplifiedLine(row, 0.01)).toEqual([row[0], row[49]])
  })
})

describe('a polygon', () => {
  const box = (x: number, y: number, width: number, height: number) => [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
  const side = fc.double({ min: 1, max: 900, noNaN: true })

  test.prop([coordinate, coordinate, side, side])('has the area of its box', (x, y, width, height) => {
    expect(areaOf(box(x, y, width, height)) / (width * height)).toBeCloseTo(1, 6)
  })

  test.prop([side, side, point])('holds the points of its box and no others', (width, height, at) => {
    fc.pre(toLine([...box(0, 0, width, height), { x: 0, y: 0 }], at) > 1e-6)
    const isInBox = at.x > 0 && at.y > 0 && at.x < width && at.y < height
    expect(isInPolygon(box(0, 0, width, height), at)).toBe(isInBox)
  })

  test.prop([differentPoints, point, fc.integer({ min: 0, max: 11 })])(
    'is the same whichever point it begins with, and whichever way round',
    (polygon, at, first) => {
      fc.pre(toLine([...polygon, polygon[0]!], at) > 1e-6)
      const begun = [...polygon.slice(first % polygon.length), ...polygon.slice(0, first % polygon.length)]
      expect(isInPolygon(begun, at)).toBe(isInPolygon(polygon, at))
      expect(isInPolygon(begun.toReversed(), at)).toBe(isInPolygon(polygon, at))
      expect(Math.abs(areaOf(begun) - areaOf(polygon))).toBeLessThan(1e-3)
    },
  )
})

describe('a turned point', () => {
  const size = { widthPx: 3000, heightPx: 2000 }
  const turned = { widthPx: 2000, heightPx: 3000 }

  test.prop([point])('comes back after four quarters', (at) => {
    let place = at
    for (const frame of [size, turned, size, turned]) place = turnedPoint(place, frame, 1)
    expect(distance(place, at)).toBeLessThan(1e-6)
  })

  test.prop([point, fc.integer({ min: -3, max: 3 })])('is turned back by the opposite quarters', (at, quarters) => {
    const there = turnedPoint(at, size, quarters)
    expect(distance(turnedPoint(there, quarters % 2 === 0 ? size : turned, -quarters), at)).toBeLessThan(1e-6)
  })

  test('goes where its pixel goes: the top left corner to the top right, the bottom right, the bottom left', () => {
    const corner = { x: 0, y: 0 }
    expect([1, 2, 3].map((quarters) => turnedPoint(corner, size, quarters))).toEqual([
      { x: 1999, y: 0 },
      { x: 2999, y: 1999 },
      { x: 0, y: 2999 },
    ])
  })
})
