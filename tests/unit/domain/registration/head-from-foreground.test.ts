import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { centredHead, headFromForeground } from '../../../../shared/domain/registration/head-from-foreground.ts'

const [widthPx, heightPx] = [150, 200]

/** A head on a neck on shoulders. */
function person(centreX: number, centreY: number, radiusX: number, radiusY: number) {
  const data = new Uint8Array(widthPx * heightPx)
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      const isHead = ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1
      const isNeck = Math.abs(x - centreX) < 0.6 * radiusX && y > centreY
      const isShoulder = y > centreY + 1.45 * radiusY + 0.3 * Math.abs(x - centreX)
      data[i] = isHead || isNeck || isShoulder ? 1 : 0
    }
  }
  return { widthPx, heightPx, data }
}

describe('head from a foreground', () => {
  test.prop([fc.integer({ min: 60, max: 90 }), fc.integer({ min: 65, max: 85 }), fc.integer({ min: 26, max: 38 })])(
    'finds the head above neck and shoulders',
    (centreX, centreY, radiusX) => {
      const radiusY = 1.3 * radiusX
      const found = headFromForeground(person(centreX, centreY, radiusX, radiusY))!
      expect(Math.abs(found.centreX - centreX)).toBeLessThan(0.15 * radiusX)
      expect(Math.abs(found.radiusX - radiusX)).toBeLessThan(0.2 * radiusX)
      expect(Math.abs(found.centreY - found.radiusY - (centreY - radiusY))).toBeLessThan(0.15 * radiusY)
      expect(Math.abs(found.centreY + found.radiusY - (centreY + radiusY))).toBeLessThan(0.3 * radiusY)
    },
  )

  test('finds nothing where there is nothing, or only a speck', () => {
    const data = new Uint8Array(widthPx * heightPx)
    expect(headFromForeground({ widthPx, heightPx, data })).toBeUndefined()
    data[100 * widthPx + 70] = 1
    expect(headFromForeground({ widthPx, heightPx, data })).toBeUndefined()
  })

  test('assumes the middle otherwise', () => {
    expect(centredHead(201, 301)).toMatchObject({ centreX: 100, centreY: 150, radiusX: expect.closeTo(60.3, 6) })
  })
})
