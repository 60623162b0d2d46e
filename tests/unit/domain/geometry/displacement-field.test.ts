import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { limitDisplacement, sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { displacementAt, displacementFieldSchema } from '../../../../shared/domain/geometry/transform.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('displacement field', () => {
  test.prop([share, share])('gives back a smooth displacement within a hundredth of a pixel or so', (u, v) => {
    const smooth = ({ x, y }: { x: number; y: number }) => ({
      x: 20 * Math.sin(x / 500),
      y: 15 * Math.cos(y / 400 + x / 700),
    })
    const field = sampleField({ widthPx: 2000, heightPx: 3000 }, 25, smooth)
    const at = { x: u * 1999, y: v * 2999 }
    expect(
      Math.hypot(displacementAt(field, at).x - smooth(at).x, displacementAt(field, at).y - smooth(at).y),
    ).toBeLessThan(0.05)
  })

  test.prop([
    fc.integer({ min: 1, max: 12000 }),
    fc.integer({ min: 1, max: 12000 }),
    fc.double({ min: 1, max: 500, noNaN: true }),
  ])('covers the whole picture and keeps to the stored shape, whatever the size', (widthPx, heightPx, spacingPx) => {
    const field = sampleField({ widthPx, heightPx }, spacingPx, () => ({ x: -0.001, y: 1 }))
    expect(displacementFieldSchema.safeParse(field).success).toBe(true)
    expect(field.originX).toBeLessThanOrEqual(0)
    expect(field.originY).toBeLessThanOrEqual(0)
    expect(field.originX + (field.columns - 1) * field.spacingPx).toBeGreaterThanOrEqual(widthPx - 1)
    expect(field.originY + (field.rows - 1) * field.spacingPx).toBeGreaterThanOrEqual(heightPx - 1)
  })

  test.prop([fc.double({ min: -99, max: 99, noNaN: true }), fc.double({ min: -99, max: 99, noNaN: true })])(
    'limiting keeps short displacements, the direction, and the limit',
    (x, y) => {
      const limited = limitDisplacement({ x, y }, 5, 8)
      const length = Math.hypot(x, y)
      if (length <= 5) expect(limited).toEqual({ x, y })
      expect(Math.hypot(limited.x, limited.y)).toBeLessThanOrEqual(8 + 1e-9)
      expect(limited.x * y - limited.y * x).toBeCloseTo(0, 6)
    },
  )
})
