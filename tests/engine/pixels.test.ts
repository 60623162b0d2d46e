import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { reducedSize, turnedSize, turnOfOrientation } from '../../electron/engine/pixels.ts'
import { turnPixels } from '../../electron/engine/sharp-images.ts'

const picture = fc
  .record({ widthPx: fc.integer({ min: 1, max: 9 }), heightPx: fc.integer({ min: 1, max: 9 }) })
  .chain(({ widthPx, heightPx }) =>
    fc.record({
      widthPx: fc.constant(widthPx),
      heightPx: fc.constant(heightPx),
      data: fc.uint8Array({ minLength: 3 * widthPx * heightPx, maxLength: 3 * widthPx * heightPx }),
    }),
  )

const turn = fc.record({ isMirrored: fc.boolean(), quarterTurns: fc.integer({ min: -5, max: 5 }) })

describe('turning pixels', () => {
  test.prop([picture, turn])('back again nothing has changed', async (before, { isMirrored, quarterTurns }) => {
    const mirrored = await turnPixels(before, { isMirrored, quarterTurns: 0 })
    const turned = await turnPixels(before, { isMirrored, quarterTurns })
    expect(turned).toMatchObject(turnedSize(before.widthPx, before.heightPx, { isMirrored, quarterTurns }))
    const back = await turnPixels(turned, { isMirrored: false, quarterTurns: -quarterTurns })
    expect([...back.data]).toEqual([...mirrored.data])
    expect([...(await turnPixels(back, { isMirrored, quarterTurns: 0 })).data]).toEqual([...before.data])
  })

  test.each([
    [1, [1, 2, 3, 4, 5, 6]],
    [2, [3, 2, 1, 6, 5, 4]],
    [3, [6, 5, 4, 3, 2, 1]],
    [4, [4, 5, 6, 1, 2, 3]],
    [5, [1, 4, 2, 5, 3, 6]],
    [6, [4, 1, 5, 2, 6, 3]],
    [7, [6, 3, 5, 2, 4, 1]],
    [8, [3, 6, 2, 5, 1, 4]],
    [9, [1, 2, 3, 4, 5, 6]],
  ])('EXIF orientation %i of the rows 123 and 456', async (orientation, expected) => {
    const data = Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((value) => [value, value, value]))
    const turned = await turnPixels({ data, widthPx: 3, heightPx: 2 }, turnOfOrientation(orientation))
    expect(Array.from({ length: 6 }, (_, index) => turned.data[3 * index])).toEqual(expected)
  })
})

test.prop([fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 5000 })])(
  'a reduced picture fits and is never enlarged',
  (widthPx, heightPx, longestSidePx) => {
    const size = reducedSize(widthPx, heightPx, longestSidePx)
    expect(Math.max(size.widthPx, size.heightPx)).toBe(Math.min(longestSidePx, Math.max(widthPx, heightPx)))
    expect(size.widthPx).toBeLessThanOrEqual(widthPx)
    expect(size.heightPx).toBeLessThanOrEqual(heightPx)
  },
)
