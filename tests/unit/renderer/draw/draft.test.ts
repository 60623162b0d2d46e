import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  brushWidthPx,
  type DrawingTool,
  firstSettings,
  isScaleLine,
  placed,
  pointsOfStroke,
  shapeOf,
  withFurtherStroke,
} from '../../../../renderer/features/draw/draft.ts'
import { mostStrokes } from '../../../../shared/domain/drawing.ts'
import { linesOf } from '../../../../shared/domain/drawn-lines.ts'
import { distance, type Point } from '../../../../shared/domain/geometry/points.ts'

const reachPx = 9
const at = (x: number, y: number): Point => ({ x, y })
/** Places points one after the other; what came of the last. */
function placedAll(tool: DrawingTool, points: readonly Point[]) {
  return points.reduce((placing, point) => placed(tool, placing.points, point, reachPx), {
    points: [] as readonly Point[],
    isDone: false,
  })
}

describe('placing points', () => {
  const corners = [at(0, 0), at(100, 0), at(100, 100)]

  test('a zone is done with its first or its last point placed again, from three points on', () => {
    expect(placedAll('zone', corners).isDone).toBe(false)
    expect(placedAll('zone', [...corners, at(4, 3)])).toEqual({ points: corners, isDone: true })
    expect(placedAll('zone', [...corners, at(98, 99)])).toEqual({ points: corners, isDone: true })
    expect(placedAll('zone', [...corners.slice(0, 2), at(2, 2)])).toEqual({
      points: corners.slice(0, 2),
      isDone: false,
    })
  })

  test('a hairline ends at its last point; its first one is a place like any other', () => {
    expect(placedAll('hairline', [...corners, at(1, 1)])).toEqual({ points: [...corners, at(1, 1)], isDone: false })
    expect(placedAll('hairline', [...corners, at(101, 99)])).toEqual({ points: corners, isDone: true })
  })

  test.each(['arrow', 'circle', 'measure', 'scale'] as const)('%s is done with two points', (tool) => {
    expect(placedAll(tool, corners.slice(0, 1)).isDone).toBe(false)
    expect(placedAll(tool, corners.slice(0, 2))).toEqual({ points: corners.slice(0, 2), isDone: true })
    expect(placedAll(tool, [corners[0]!, at(2, 1)])).toEqual({ points: [corners[0]], isDone: false })
  })

  test('a text is done with one point', () => {
    expect(placedAll('text', corners.slice(0, 1)).isDone).toBe(true)
  })
})

describe('a stroke drawn with the button held', () => {
  const ring = (count: number, radius: number) =>
    Array.from({ length: count + 1 }, (_, index) => {
      const angle = (2 * Math.PI * index) / count
      return at(500 + radius * Math.cos(angle), 400 + radius * Math.sin(angle))
    })

  property.prop([fc.integer({ min: 60, max: 400 }), fc.integer({ min: 90, max: 380 }), fc.constantFrom(0.5, 1, 2)])(
    'round an area becomes a zone of few points, none too near another, whose line keeps to the hand’s',
    (count, radius, pixelPx) => {
      const points = pointsOfStroke('zone', ring(count, radius), pixelPx)!
      expect(points.length).toBeGreaterThanOrEqual(3)
      expect(points.length).toBeLessThanOrEqual(40)
      for (const [index, point] of points.entries())
        expect(distance(point, points[(index + 1) % points.length]!)).toBeGreaterThanOrEqual(26 * pixelPx - 1e-6)
      const zone = shapeOf('zone', points, firstSettings, 1000)!
      for (const { x, y } of linesOf(zone).lines[0]!)
        expect(Math.abs(Math.hypot(x - 500, y - 400) - radius)).toBeLessThan(4 * pixelPx)
    },
  )

  test('along a hairline keeps both of its ends', () => {
    const line = Array.from({ length: 200 }, (_, index) => at(100 + 3 * index, 200 + 40 * Math.sin(index / 30)))
    const points = pointsOfStroke('hairline', line, 1)!
    expect([points[0], points.at(-1)]).toEqual([line[0], line[199]])
    expect(points.length).toBeLessThan(20)
  })

  test.each(['zone', 'hairline', 'arrow', 'circle', 'measure', 'scale'] as const)(
    'a slip of the hand draws nothing (%s)',
    (tool) => {
      expect(pointsOfStroke(tool, [at(10, 10), at(14, 12), at(15, 13)], 1)).toBeNull()
    },
  )

  test('with the brush even a tap leaves a dot', () => {
    expect(shapeOf('brush', pointsOfStroke('brush', [at(5, 5)], 1)!, firstSettings, 1000)).toEqual({
      kind: 'brush',
      widthPx: brushWidthPx('medium', 1000),
      strokes: [[at(5, 5)]],
    })
  })

  test('from one spot to another is an arrow between them, whatever way the hand took', () => {
    const points = pointsOfStroke('arrow', [at(0, 0), at(300, 20), at(100, 0)], 1)!
    expect(shapeOf('arrow', points, firstSettings, 1000)).toEqual({ kind: 'arrow', from: at(0, 0), to: at(100, 0) })
    expect(shapeOf('circle', points, firstSettings, 1000)).toEqual({ kind: 'circle', centre: at(0, 0), radiusPx: 100 })
  })
})

test('a brush goes on with strokes of its own width, until it has many', () => {
  const stroke = (widthPx: number, count = 1) => ({
    kind: 'brush' as const,
    widthPx,
    strokes: Array.from({ length: count }, () => [at(1, 1)]),
  })
  expect(withFurtherStroke(stroke(12), stroke(12))).toMatchObject({ strokes: [[at(1, 1)], [at(1, 1)]] })
  expect(withFurtherStroke(stroke(12), stroke(30))).toBeUndefined()
  expect(withFurtherStroke(stroke(12, mostStrokes), stroke(12))).toBeUndefined()
  expect(withFurtherStroke({ kind: 'text', at: at(1, 1), text: 'x' }, stroke(12))).toBeUndefined()
})

test('a line is a scale once it is long enough to say something', () => {
  expect(isScaleLine([at(0, 0), at(9, 0)])).toBe(false)
  expect(isScaleLine([at(0, 0), at(11, 0)])).toBe(true)
})
