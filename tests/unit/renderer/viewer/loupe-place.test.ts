import { fc, test } from '@fast-check/vitest'
import { expect, test as plainTest } from 'vitest'
import { loupePlace, loupeSidePx } from '../../../../renderer/viewer/loupe-place.ts'
import { distance } from '../../../../shared/domain/geometry/points.ts'

const radius = loupeSidePx / 2
const share = fc.double({ min: 0, max: 1, noNaN: true })

test.prop([fc.integer({ min: 330, max: 2000 }), fc.integer({ min: 330, max: 1200 }), share, share])(
  'the loupe lies inside the pane and beside the place, wherever that is',
  (widthPx, heightPx, x, y) => {
    const at = { x: x * widthPx, y: y * heightPx }
    const place = loupePlace(at, { widthPx, heightPx })
    expect(place).toBeDefined()
    if (!place) return
    expect(distance(place, at)).toBeGreaterThan(radius + 30)
    expect(place.x).toBeGreaterThanOrEqual(radius)
    expect(place.y).toBeGreaterThanOrEqual(radius)
    expect(place.x).toBeLessThanOrEqual(widthPx - radius)
    expect(place.y).toBeLessThanOrEqual(heightPx - radius)
  },
)

plainTest('a pane that is too small for it has no loupe', () => {
  expect(loupePlace({ x: 50, y: 50 }, { widthPx: 150, heightPx: 400 })).toBeUndefined()
  expect(loupePlace({ x: 100, y: 100 }, { widthPx: 200, heightPx: 200 })).toBeUndefined()
})
