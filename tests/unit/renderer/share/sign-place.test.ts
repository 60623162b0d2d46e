import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { safeAreaOf, sizeOfShape } from '../../../../renderer/features/share/export-shapes.ts'
import { signPlace } from '../../../../renderer/features/share/sign-place.ts'
import { corners, exportShapes } from '../../../../shared/domain/export-look.ts'

const photo = { widthPx: 1800, heightPx: 1200 }

interface Box {
  readonly left: number
  readonly top: number
  readonly widthPx: number
  readonly heightPx: number
}
const isInside = (one: Box, other: Box) =>
  one.left >= other.left - 1e-6 &&
  one.top >= other.top - 1e-6 &&
  one.left + one.widthPx <= other.left + other.widthPx + 1e-6 &&
  one.top + one.heightPx <= other.top + other.heightPx + 1e-6
const touch = (a: Box, b: Box) =>
  a.left + 1e-6 < b.left + b.widthPx &&
  b.left + 1e-6 < a.left + a.widthPx &&
  a.top + 1e-6 < b.top + b.heightPx &&
  b.top + 1e-6 < a.top + a.heightPx

const share = fc.double({ min: 0, max: 1, noNaN: true })

property.prop([
  fc.constantFrom(...exportShapes),
  fc.constantFrom(...corners),
  fc.record({ widthPx: fc.integer({ min: 20, max: 340 }), heightPx: fc.integer({ min: 20, max: 220 }) }),
  fc.array(fc.tuple(share, share, share, share), { maxLength: 4 }),
])(
  'a sign stands in what is always visible, on nothing that is written and on no head',
  (shape, corner, sign, shares) => {
    const size = sizeOfShape(shape, photo)
    const safe = safeAreaOf(shape, size)
    const taken = shares.map(([x, y, width, height]) => ({
      left: x * size.widthPx * 0.8,
      top: y * size.heightPx * 0.8,
      widthPx: width * size.widthPx * 0.3,
      heightPx: height * size.heightPx * 0.2,
    }))
    const covered = { left: 0, top: 0, ...size }
    const place = signPlace({ size, safe, panes: [{ covered }] as never }, sign, corner, taken)
    if (!place) return
    expect(isInside(place, safe)).toBe(true)
    for (const each of taken) expect(touch(place, each)).toBe(false)
    const head = {
      left: size.widthPx / 3,
      top: size.heightPx / 3,
      widthPx: size.widthPx / 3,
      heightPx: size.heightPx / 3,
    }
    expect(touch(place, head)).toBe(false)
    expect(place.widthPx / place.heightPx).toBeCloseTo(sign.widthPx / sign.heightPx, 5)
  },
)

test.each(corners)('where nothing is in the way it stands in its corner: %s', (corner) => {
  const size = sizeOfShape('4:5', photo)
  const safe = safeAreaOf('4:5', size)
  const place = signPlace({ size, safe, panes: [] as never }, { widthPx: 200, heightPx: 80 }, corner, [])!
  const [edge, side] = corner.split('-')
  expect(place.top < size.heightPx / 2 ? 'top' : 'bottom').toBe(edge)
  expect(place.left < size.widthPx / 2 ? 'left' : 'right').toBe(side)
  expect(place.widthPx).toBe(200)
})
