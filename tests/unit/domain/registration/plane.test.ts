import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  blurred,
  cropAndScale,
  emptyPlane,
  halved,
  lumaOfRgb,
  sampleBilinear,
} from '../../../../shared/domain/registration/plane.ts'
import { texturedPlane } from './textured-plane.ts'

describe('plane', () => {
  test('luma weighs green most', () => {
    const luma = lumaOfRgb(Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255), 4, 1)
    expect([...luma.data].map((value) => Math.round(value))).toEqual([76, 150, 29, 255])
  })

  test.prop([fc.double({ min: -20, max: 60, noNaN: true }), fc.double({ min: -20, max: 60, noNaN: true })])(
    'bilinear sampling follows a ramp and goes on with the edge',
    (x, y) => {
      const ramp = emptyPlane(40, 30)
      for (let i = 0; i < ramp.data.length; i++) ramp.data[i] = 2 * (i % 40) + 3 * Math.floor(i / 40)
      const expected = 2 * Math.min(Math.max(x, 0), 39) + 3 * Math.min(Math.max(y, 0), 29)
      expect(sampleBilinear(ramp, x, y)).toBeCloseTo(expected, 3)
    },
  )

  test.prop([fc.double({ min: 0.5, max: 12, noNaN: true })])(
    'blurring spreads a point by its sigma and keeps the sum',
    (sigmaPx) => {
      const plane = emptyPlane(121, 121)
      plane.data[60 * 121 + 60] = 1000
      const soft = blurred(plane, sigmaPx)
      let sum = 0
      let spread = 0
      for (let i = 0; i < soft.data.length; i++) {
        sum += soft.data[i]!
        spread += soft.data[i]! * ((i % 121) - 60) ** 2
      }
      expect(sum).toBeCloseTo(1000, 0)
      expect(Math.abs(Math.sqrt(spread / sum) - sigmaPx)).toBeLessThan(0.06 * sigmaPx + 0.05)
    },
  )

  test('halving and scaling keep pixel centres where they belong', () => {
    const ramp = emptyPlane(200, 160)
    for (let i = 0; i < ramp.data.length; i++) ramp.data[i] = i % 200
    expect(halved(ramp).data[10]).toBeCloseTo(20.5, 5)
    for (const step of [0.7, 1, 1.9, 2, 3.7, 5.2]) {
      const crop = cropAndScale(ramp, { originX: 30, originY: 10, stepX: step, stepY: step }, 20, 20)
      expect(Math.abs(crop.data[20 * 10 + 10]! - (30 + 10 * step)), `step ${step}`).toBeLessThan(0.02)
    }
  })

  test('reducing doesn’t turn fine stripes into coarse ones', () => {
    const stripes = emptyPlane(240, 240)
    for (let i = 0; i < stripes.data.length; i++) stripes.data[i] = i % 2 === 0 ? 255 : 0
    const small = cropAndScale(stripes, { originX: 1, originY: 1, stepX: 3.1, stepY: 3.1 }, 70, 70)
    for (const value of small.data) expect(Math.abs(value - 127.5)).toBeLessThan(4)
    expect(texturedPlane(20, 20, 1).data).not.toEqual(texturedPlane(20, 20, 2).data)
  })
})
