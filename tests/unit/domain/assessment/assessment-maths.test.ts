import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { changeBetween } from '../../../../shared/domain/assessment/change-between.ts'
import { measureEvenness } from '../../../../shared/domain/assessment/evenness.ts'
import { noticeabilityOf } from '../../../../shared/domain/assessment/noticeability.ts'
import { outlineOf } from '../../../../shared/domain/assessment/outline.ts'
import { fateOf } from '../../../../shared/domain/assessment/patch-history.ts'
import { regionsBelow } from '../../../../shared/domain/assessment/patch-regions.ts'
import { fitRobustly } from '../../../../shared/domain/assessment/robust-fit.ts'
import { expectedShareOn, settlingOf } from '../../../../shared/domain/assessment/settling.ts'
import { mapInFrame, type SkinMap } from '../../../../shared/domain/assessment/skin-map.ts'
import { skinViewAt } from '../../../../shared/domain/assessment/view-angle.ts'
import { pixelsPerMmOfHead, workFrameOf, workPartAround } from '../../../../shared/domain/assessment/work-scale.ts'
import { areaOf, isInPolygon } from '../../../../shared/domain/geometry/polygon.ts'
import { identityTransform } from '../../../../shared/domain/geometry/transform.ts'
import { numbers } from '../../../numbers.ts'

const square = (left: number, top: number, side: number) => [
  { x: left, y: top },
  { x: left + side, y: top },
  { x: left + side, y: top + side },
  { x: left, y: top + side },
]

describe('bands', () => {
  test.prop([fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true })])(
    'never say more than the nearer end of the range',
    (value, error) => {
      const band = noticeabilityOf({ value, range: [value - error, value + error] })
      const surely = Math.max(0, Math.abs(value) - error)
      expect(band).toBe(surely < 0.12 ? 'within-error' : surely < 0.23 ? 'measurable' : 'visible')
    },
  )
})

describe('settling', () => {
  test.prop([fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true })])(
    'only ever lightens, by a third to a half until day 35',
    (one, other) => {
      const [earlier, later] = [expectedShareOn(Math.min(one, other)), expectedShareOn(Math.max(one, other))]
      expect(later[0]).toBeLessThanOrEqual(earlier[0])
      expect(later[1]).toBeLessThanOrEqual(earlier[1])
      expect(later[0]).toBeGreaterThanOrEqual(0.5)
      expect(later[1]).toBeLessThanOrEqual(1)
    },
  )

  test.prop([
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('lightens less, the less of it is new', (day, one, other) => {
    const [few, many] = [Math.min(one, other), Math.max(one, other)]
    const [little, much] = [expectedShareOn(day, [few, few]), expectedShareOn(day, [many, many])]
    expect(little[0]).toBeGreaterThanOrEqual(much[0])
    expect(little[1]).toBeGreaterThanOrEqual(much[1])
    expect(expectedShareOn(day, [0, 0])).toEqual([1, 1])
    expect(expectedShareOn(day, [few, many])).toEqual([much[0], little[1]])
  })

  test('judges a share by its whole range', () => {
    expect(settlingOf({ value: 0.6, range: [0.5, 0.7] }, 35)).toBe('as-expected')
    expect(settlingOf({ value: 0.4, range: [0.35, 0.45] }, 35)).toBe('lighter-than-expected')
    expect(settlingOf({ value: 0.9, range: [0.8, 1] }, 35)).toBe('darker-than-expected')
  })
})

describe('outlines', () => {
  test.prop([fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }), fc.integer()])(
    'go around all of a region and little else',
    (width, height, seed) => {
      const random = numbers(seed)
      const columns = 20
      const isIn = Array.from({ length: columns * columns }, (_, cell) => {
        const [x, y] = [(cell % columns) - 3, Math.floor(cell / columns) - 3]
        return x >= 0 && y >= 0 && x < width && y < height && (x === 0 || y === 0 || random() > 0.3)
      })
      const map = Float32Array.from(isIn, (is) => (is ? -1 : 0))
      const [region] = regionsBelow(map, columns, columns, 0.5)
      const outline = outlineOf(region!.cells, columns)
      expect(areaOf(outline)).toBeGreaterThan(0.4 * region!.cells.length)
      expect(areaOf(outline)).toBeLessThanOrEqual(width * height)
    },
  )

  test('of a block run along its edges', () => {
    const cells = Array.from({ length: 60 }, (_, index) => (5 + Math.floor(index / 10)) * 30 + 4 + (index % 10))
    const outline = outlineOf(cells, 30)
    expect(areaOf(outline)).toBeGreaterThan(56)
    for (const cell of cells) {
      expect(isInPolygon(outline, { x: (cell % 30) + 0.5, y: Math.floor(cell / 30) + 0.5 })).toBe(true)
    }
  })
})

describe('the robust fit', () => {
  test.prop([fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer()])(
    'goes past a fifth of wild values',
    (offset, slope, seed) => {
      const random = numbers(seed)
      const rows = 400
      const features = new Float64Array(rows * 2)
      const values = new Float64Array(rows)
      for (let row = 0; row < rows; row++) {
        const x = 2 * random() - 1
        features.set([1, x], row * 2)
        values[row] = offset + slope * x + 0.02 * (random() - 0.5) + (row % 5 === 0 ? 5 + random() : 0)
      }
      const fit = fitRobustly(features, values, 2, { rounds: 12, reach: 2, weightBelow: 1 })
      expect(fit!.coefficients[0]).toBeCloseTo(offset, 1)
      expect(fit!.coefficients[1]).toBeCloseTo(slope, 1)
    },
  )
})

describe('evenness', () => {
  test.prop([fc.double({ min: 0.05, max: 0.3, noNaN: true }), fc.integer()])(
    'finds a wave of density again, whatever the ink’s unit is',
    (depth, seed) => {
      const cells = waveOfDots(depth, seed)
      const evenness = measureEvenness(cells)!
      expect(Math.abs(evenness.count.coefficientOfVariation - depth / Math.SQRT2)).toBeLessThan(0.04)
      const scaled = measureEvenness({ ...cells, ink: cells.ink.map((value) => 7 * value) })!
      expect(scaled.ink.coefficientOfVariation).toBeCloseTo(evenness.ink.coefficientOfVariation, 5)
    },
  )
})

/** Regular dots (one a cell in the mean of 0.5) whose density waves along x by ± `depth`. */
function waveOfDots(depth: number, seed: number) {
  const [columns, rows] = [170, 170]
  const random = numbers(seed)
  const count = Float32Array.from({ length: columns * rows }, (_, cell) => {
    const density = 0.5 * (1 + depth * Math.sin((2 * Math.PI * (cell % columns)) / 85))
    return Math.floor(density + ((((cell * 0.618) % 1) + 0.05 * random()) % 1))
  })
  return { columns, rows, weight: new Float32Array(columns * rows).fill(1), rawCount: count, count, ink: count.slice() }
}

describe('the view angle', () => {
  const head = { centreX: 0, centreY: 0, radiusX: 700, radiusY: 900, angleDegrees: 0 }

  test.prop([
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 359 }),
  ])('turns with the head', (u, v, degrees) => {
    const point = { x: 700 * u, y: 900 * v }
    const angle = (degrees * Math.PI) / 180
    const turned = {
      x: Math.cos(angle) * point.x - Math.sin(angle) * point.y,
      y: Math.sin(angle) * point.x + Math.cos(angle) * point.y,
    }
    const straight = skinViewAt(head, point)
    const other = skinViewAt({ ...head, angleDegrees: degrees }, turned)
    if (Math.abs(u * u + v * v - 1) < 1e-6) return
    expect(other === undefined).toBe(straight === undefined)
    if (!straight || !other) return
    expect(other.cosine).toBeCloseTo(straight.cosine, 6)
    expect(other.cosine).toBeGreaterThanOrEqual(0)
    expect(other.cosine).toBeLessThanOrEqual(1)
  })
})

describe('the work scale', () => {
  test('is estimated from a head’s width: a rendered head of 12 px/mm within 8 %', () => {
    const head = { centreX: 1200, centreY: 1213, radiusX: 786.7, radiusY: 998.7, angleDegrees: 0 }
    expect(Math.abs(pixelsPerMmOfHead(head) / 12 - 1)).toBeLessThan(0.08)
  })

  test.prop([
    fc.double({ min: 4, max: 30, noNaN: true }),
    fc.integer({ min: 0, max: 900 }),
    fc.integer({ min: 0, max: 900 }),
  ])('goes there and back, at 10 pixels a millimetre', (pixelsPerMm, left, top) => {
    const part = workPartAround([square(left, top, 1000)], { widthPx: 2000, heightPx: 2000 }, pixelsPerMm)
    if (typeof part === 'string') throw new Error(part)
    const frame = workFrameOf(part)
    const place = { x: left + 321, y: top + 123 }
    const back = frame.toPhoto(frame.toWork(place))
    expect(back.x).toBeCloseTo(place.x, 6)
    expect(back.y).toBeCloseTo(place.y, 6)
    expect(part.workWidthPx / part.widthPx / (10 / pixelsPerMm)).toBeCloseTo(1, 1)
  })
})

describe('change between stages', () => {
  const frame = { columns: 120, rows: 120, originX: 0, originY: 0, stepX: 6, stepY: 6 }
  const mapOf = (value: (x: number, y: number) => number): SkinMap => ({
    ...frame,
    values: Float32Array.from({ length: 120 * 120 }, (_, at) => value(at % 120, Math.floor(at / 120))),
  })
  const patch = (x: number, y: number) => Math.exp(-((x - 40) ** 2 + (y - 60) ** 2) / 200)

  test.prop([fc.double({ min: 0.3, max: 0.6, noNaN: true }), fc.double({ min: 0.5, max: 1.5, noNaN: true })])(
    'finds what faded, whatever all of the zone did',
    (faded, settled) => {
      const noise = numbers(7)
      const earlier = mapOf(() => 1 + 0.02 * noise())
      const later = mapOf((x, y) => settled * (1 + 0.001 * x) * (1 - faded * patch(x, y)) * (1 + 0.02 * noise()))
      const { changes, map } = changeBetween(earlier, later, 10, 0.5)!
      expect(changes).toHaveLength(1)
      expect(changes[0]!.kind).toBe('lightened')
      expect(changes[0]!.lightened).toBeGreaterThan(0.4 * faded)
      expect(isInPolygon(changes[0]!.outline, { x: 40 * 6, y: 60 * 6 })).toBe(true)
      expect(map.values[60 * 120 + 40]!).toBeLessThan(1 - 0.7 * faded)
      expect(Math.abs(map.values[110 * 120 + 110]! - 1)).toBeLessThan(0.05)
    },
  )

  test('finds nothing where nothing changed, and isn’t told where the alignment is off', () => {
    const noise = numbers(8)
    const [earlier, later] = [mapOf(() => 1 + 0.03 * noise()), mapOf(() => 0.6 + 0.02 * noise())]
    expect(changeBetween(earlier, later, 10, 0.5)?.changes).toEqual([])
    expect(changeBetween(earlier, later, 10, 2.5)).toBeUndefined()
  })

  test('a map drawn through no movement stays as it is', () => {
    const map = mapOf((x, y) => x + 1000 * y)
    expect(mapInFrame(map, identityTransform, frame).values).toEqual(map.values)
  })
})

describe('what became of a patch', () => {
  const here = { outline: square(100, 100, 50) }
  const near = { outline: square(105, 95, 50) }
  const far = { outline: square(400, 400, 50) }

  test('is told from the stages that were judged', () => {
    expect(fateOf(here, [[near], [here], [near]])).toEqual({ kind: 'never-took' })
    expect(fateOf(here, [[far], [], [near]])).toEqual({ kind: 'faded-since', stage: 1 })
    expect(fateOf(here, [[far], null, [near]])).toEqual({ kind: 'faded-since', stage: 0 })
    expect(fateOf(here, [[near], [far], []])).toEqual({ kind: 'holds', since: 1 })
    expect(fateOf(here, [null, null])).toEqual({ kind: 'unknown' })
  })
})
