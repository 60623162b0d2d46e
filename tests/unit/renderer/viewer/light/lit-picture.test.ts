import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { litBitmapFile } from '../../../../../renderer/viewer/light/lit-picture.ts'
import { correctPixels } from '../../../../../shared/domain/light/colour-correction.ts'

const gain = fc.double({ min: 0.5, max: 2, noNaN: true })
const picture = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([widthPx, heightPx]) =>
    fc
      .uint8Array({ minLength: 4 * widthPx * heightPx, maxLength: 4 * widthPx * heightPx })
      .map((bytes) => ({ widthPx, heightPx, rgba: new Uint8ClampedArray(bytes) })),
  )

test.prop([picture, fc.record({ red: gain, green: gain, blue: gain })])(
  'the file holds exactly the pixels that a correction makes, from the top, in rows of whole words',
  ({ widthPx, heightPx, rgba }, correction) => {
    const corrected = rgba.slice()
    correctPixels(corrected, correction)
    const view = new DataView(litBitmapFile({ widthPx, heightPx, rgba }, correction))
    const rowBytes = Math.ceil((3 * widthPx) / 4) * 4
    expect(String.fromCharCode(view.getUint8(0), view.getUint8(1))).toBe('BM')
    expect(view.getUint32(2, true)).toBe(view.byteLength)
    expect(view.byteLength).toBe(54 + rowBytes * heightPx)
    expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([widthPx, -heightPx])
    const first = view.getUint32(10, true)
    for (let y = 0; y < heightPx; y++)
      for (let x = 0; x < widthPx; x++) {
        const at = first + y * rowBytes + 3 * x
        const from = 4 * (y * widthPx + x)
        expect([view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at)]).toEqual([
          ...corrected.subarray(from, from + 3),
        ])
      }
  },
)
