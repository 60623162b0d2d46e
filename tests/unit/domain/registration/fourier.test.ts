import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createFourier, emptyComplexPlane, nextPowerOfTwo } from '../../../../shared/domain/registration/fourier.ts'
import { numbers } from '../../../numbers.ts'

function randomPlane(width: number, height: number, seed: number) {
  const random = numbers(seed)
  const plane = emptyComplexPlane(width, height)
  for (let i = 0; i < plane.re.length; i++) {
    plane.re[i] = random() - 0.5
    plane.im[i] = random() - 0.5
  }
  return plane
}

describe('Fourier transform', () => {
  test.prop([fc.integer(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })])(
    'its inverse leads back',
    (seed, columns, rows) => {
      const [width, height] = [2 ** columns, 2 ** rows]
      const plane = randomPlane(width, height, seed)
      const [re, im] = [plane.re.slice(), plane.im.slice()]
      const fourier = createFourier(width, height)
      fourier.forward(plane)
      fourier.inverse(plane)
      for (let i = 0; i < re.length; i++) {
        expect(plane.re[i]).toBeCloseTo(re[i]!, 9)
        expect(plane.im[i]).toBeCloseTo(im[i]!, 9)
      }
    },
  )

  test('agrees with its definition', () => {
    const [width, height] = [8, 4]
    const plane = randomPlane(width, height, 5)
    const spectrum = { ...plane, re: plane.re.slice(), im: plane.im.slice() }
    createFourier(width, height).forward(spectrum)
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < width; u++) {
        let re = 0
        let im = 0
        for (let i = 0; i < plane.re.length; i++) {
          const angle = -2 * Math.PI * ((u * (i % width)) / width + (v * Math.floor(i / width)) / height)
          re += plane.re[i]! * Math.cos(angle) - plane.im[i]! * Math.sin(angle)
          im += plane.re[i]! * Math.sin(angle) + plane.im[i]! * Math.cos(angle)
        }
        expect(spectrum.re[v * width + u]).toBeCloseTo(re, 9)
        expect(spectrum.im[v * width + u]).toBeCloseTo(im, 9)
      }
    }
  })

  test('powers of two', () => {
    expect([1, 2, 3, 128, 129].map(nextPowerOfTwo)).toEqual([1, 2, 4, 128, 256])
  })
})
