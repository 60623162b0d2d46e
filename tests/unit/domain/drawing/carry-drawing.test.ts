import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type Alignment, pairKeyOf } from '../../../../shared/domain/alignment.ts'
import { carriedLines, carriersInto } from '../../../../shared/domain/carry-drawing.ts'
import { linesOf } from '../../../../shared/domain/drawn-lines.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { distance } from '../../../../shared/domain/geometry/points.ts'
import { type Transform, toMoving } from '../../../../shared/domain/geometry/transform.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { photoOf } from '../../renderer/photo-samples.ts'
import { alignmentOf } from '../../renderer/viewer/pair-bench.tsx'
import { oneOfEach, zoneAt } from './drawing-samples.ts'

const size = { widthPx: 1600, heightPx: 1200 }
const [a, b, c] = [1, 2, 3].map((number) => photoOf(number, size)) as [Photo, Photo, Photo]

/** A transform like those between two visits: scaled and turned a little, with a smooth local part. */
const transforms = fc
  .record({
    scale: fc.double({ min: 0.75, max: 1.3, noNaN: true }),
    degrees: fc.double({ min: -15, max: 15, noNaN: true }),
    tx: fc.double({ min: -200, max: 200, noNaN: true }),
    ty: fc.double({ min: -200, max: 200, noNaN: true }),
    amplitudePx: fc.double({ min: 0, max: 40, noNaN: true }),
  })
  .map(({ scale, degrees, tx, ty, amplitudePx }): Transform => {
    const angle = (degrees * Math.PI) / 180
    const field = sampleField(size, 27, ({ x, y }) => ({
      x: amplitudePx * Math.sin(x / 300) * Math.cos(y / 350),
      y: amplitudePx * Math.cos(x / 340) * Math.sin(y / 310),
    }))
    return { similarity: { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx, ty }, field }
  })
const points = fc.record({
  x: fc.double({ min: 300, max: 1300, noNaN: true }),
  y: fc.double({ min: 250, max: 950, noNaN: true }),
})
const aligned = (reference: Photo, moving: Photo, transform: Transform, outcome: Alignment['outcome'] = 'aligned') =>
  alignmentOf(reference, moving, { transform, outcome })
const carrierOf = (target: Photo, from: Photo, alignments: readonly Alignment[]) =>
  carriersInto(target, [a, b, c], alignments).get(from.photoId)

property.prop([transforms, points])(
  'a point of the reference is carried where its alignment says, and back within half a pixel',
  (transform, point) => {
    const alignments = [aligned(a, b, transform)]
    const there = carrierOf(b, a, alignments)!(point)
    expect(distance(there, toMoving(transform, point))).toBe(0)
    expect(distance(carrierOf(a, b, alignments)!(there), point)).toBeLessThan(0.5)
  },
)

property.prop([transforms, transforms, points])(
  'a drawing is carried through a third photo into another baseline’s frame, and back within half a pixel',
  (toB, toC, point) => {
    const alignments = [aligned(a, b, toB), aligned(a, c, toC)]
    const onB = toMoving(toB, point)
    const onC = carrierOf(c, b, alignments)!(onB)
    expect(distance(onC, toMoving(toC, point))).toBeLessThan(0.5)
    expect(distance(carrierOf(b, c, alignments)!(onC), onB)).toBeLessThan(0.5)
  },
)

property.prop([transforms])('a carried zone’s line lies where its own points are carried', (transform) => {
  const carry = carrierOf(b, a, [aligned(a, b, transform)])!
  const drawn = linesOf(zoneAt(800, 600, 220))
  const carried = carriedLines(drawn, carry)
  expect(carried.lines[0]).toHaveLength(drawn.lines[0]!.length)
  for (const [index, at] of drawn.lines[0]!.entries())
    expect(distance(carried.lines[0]![index]!, toMoving(transform, at))).toBe(0)
})

test('a brush grows as the head does in the other photo', () => {
  const half: Transform = { similarity: { a: 0.5, b: 0, tx: 0, ty: 0 }, field: null }
  const brush = linesOf(oneOfEach.find(({ kind }) => kind === 'brush')!)
  expect(carriedLines(brush, carrierOf(b, a, [aligned(a, b, half)])!).widthPx).toBeCloseTo(12)
  expect(carriedLines(brush, carrierOf(a, b, [aligned(a, b, half)])!).widthPx).toBeCloseTo(48)
})

test('nothing is carried over photos that aren’t aligned, or were aligned in another turn', () => {
  const moved: Transform = { similarity: { a: 1, b: 0, tx: 5, ty: 0 }, field: null }
  expect(
    carrierOf(
      a,
      b,
      [aligned(a, b, moved, 'needs-landmarks')].map((row) => ({ ...row, transform: null })),
    ),
  ).toBe(undefined)
  const turned = { ...b, quarterTurns: 1 }
  expect(carrierOf(a, b, [{ ...aligned(a, b, moved), pairKey: pairKeyOf(a, turned) }])).toBe(undefined)
  expect(carrierOf(a, c, [aligned(a, b, moved)])).toBe(undefined)
  expect(carrierOf(a, a, [])!({ x: 3, y: 4 })).toEqual({ x: 3, y: 4 })
})

test('a confirmed way round is taken before one that must be looked at, a doubtful one before none', () => {
  const by = (tx: number): Transform => ({ similarity: { a: 1, b: 0, tx, ty: 0 }, field: null })
  const doubtful = aligned(a, b, by(100), 'check')
  const round = [aligned(a, c, by(10)), aligned(b, c, by(3))]
  expect(carrierOf(b, a, [doubtful, ...round])!({ x: 0, y: 0 })).toEqual({ x: 7, y: 0 })
  expect(carrierOf(b, a, [doubtful])!({ x: 0, y: 0 })).toEqual({ x: 100, y: 0 })
})
