import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import {
  composeTransforms,
  invertTransform,
  toReference,
} from '../../../../shared/domain/geometry/compose-transforms.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { identityTransform, type Transform, toMoving } from '../../../../shared/domain/geometry/transform.ts'

const size = { widthPx: 1600, heightPx: 1200 }

/** A transform like those between two visits: scaled and turned a little, with a smooth local part of up to 6 % of a head 900 px wide. */
const transforms = fc
  .record({
    scale: fc.double({ min: 0.75, max: 1.3, noNaN: true }),
    degrees: fc.double({ min: -15, max: 15, noNaN: true }),
    tx: fc.double({ min: -200, max: 200, noNaN: true }),
    ty: fc.double({ min: -200, max: 200, noNaN: true }),
    amplitudePx: fc.double({ min: 0, max: 54, noNaN: true }),
    phase: fc.double({ min: 0, max: 6, noNaN: true }),
  })
  .map(({ scale, degrees, tx, ty, amplitudePx, phase }): Transform => {
    const angle = (degrees * Math.PI) / 180
    const field = sampleField(size, 27, ({ x, y }) => ({
      x: amplitudePx * Math.sin(x / 300 + phase) * Math.cos(y / 350),
      y: amplitudePx * Math.cos(x / 340) * Math.sin(y / 310 + phase),
    }))
    return { similarity: { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx, ty }, field }
  })
const points = fc.record({
  x: fc.double({ min: 300, max: 1300, noNaN: true }),
  y: fc.double({ min: 250, max: 950, noNaN: true }),
})
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

test.prop([transforms, points])('going there and back ends at the same point', (transform, point) => {
  expect(distance(toReference(transform, toMoving(transform, point)), point)).toBeLessThan(0.01)
})

test.prop([transforms, points])(
  'an inverted transform undoes the transform within a tenth of a pixel',
  (transform, point) => {
    const { x, y } = toMoving(transform, point)
    const there = { x, y }
    if (there.x < 0 || there.y < 0 || there.x > size.widthPx || there.y > size.heightPx) return
    expect(distance(toMoving(invertTransform(transform, size), there), point)).toBeLessThan(0.3)
  },
)

test.prop([transforms, transforms, points])(
  'a composed transform leads where the two lead one after the other',
  (first, second, point) => {
    const between = toMoving(first, point)
    if (between.x < 30 || between.y < 30 || between.x > size.widthPx - 30 || between.y > size.heightPx - 30) return
    const composed = composeTransforms(first, second, size)
    expect(distance(toMoving(composed, point), toMoving(second, { x: between.x, y: between.y }))).toBeLessThan(0.3)
  },
)

test.prop([transforms, points])('composing with the identity changes nothing', (transform, point) => {
  expect(
    distance(toMoving(composeTransforms(identityTransform, transform, size), point), toMoving(transform, point)),
  ).toBeLessThan(0.1)
})
