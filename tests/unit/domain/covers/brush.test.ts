import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  type BrushStroke,
  coverBrushed,
  maskOfStrokes,
  measuredAround,
  strokesTo,
} from '../../../../shared/domain/covers/brush.ts'

const frame = { widthPx: 240, heightPx: 240 }
/** The whole frame, pixel by pixel: its coarse pixels are 10 px wide. */
const view = { centreX: 119.5, centreY: 119.5, scale: 1, widthPx: 240, heightPx: 240 }
const stroke = (look: BrushStroke['look'], ...points: [number, number][]): BrushStroke => ({
  points: points.map(([x, y]) => ({ x, y })),
  radius: 12,
  look,
})

function noise(seed: number) {
  let state = seed
  const data = Uint8ClampedArray.from({ length: 4 * 240 * 240 }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return at % 4 === 3 ? 255 : state >>> 24
  })
  return { data, left: 0, top: 0, widthPx: 240, heightPx: 240 }
}

/** What the mask says at a point of the picture. */
function at(strokes: readonly BrushStroke[], x: number, y: number): number {
  const mask = maskOfStrokes(strokes, view)
  if (!mask || x < mask.left || y < mask.top || x >= mask.left + mask.widthPx || y >= mask.top + mask.heightPx) return 0
  return mask.data[(y - mask.top) * mask.widthPx + x - mask.left]!
}

describe('a brush', () => {
  test.prop([fc.integer({ min: 0, max: 239 }), fc.integer({ min: 0, max: 239 })])(
    'covers what lies within its radius of its way',
    (x, y) => {
      const along = Math.min(Math.max(x, 60), 180)
      const isNear = Math.hypot(x - along, y - 100) <= 12
      expect(at([stroke('pixels', [60, 100], [180, 100])], x, y)).toBe(isNear ? 1 : 0)
    },
  )

  test('paints later strokes over earlier ones, and erases only what was painted before', () => {
    const painted = [stroke('pixels', [50, 50]), stroke('grey', [55, 50])]
    expect(at(painted, 50, 50)).toBe(2)
    expect(at(painted, 39, 50)).toBe(1)
    expect(at([...painted, stroke('nothing', [50, 50])], 50, 50)).toBe(0)
    expect(at([stroke('nothing', [50, 50]), ...painted], 50, 50)).toBe(2)
    expect(maskOfStrokes([stroke('grey', [50, 50]), stroke('nothing', [50, 50])], view)).toBeNull()
    expect(maskOfStrokes([], view)).toBeNull()
    expect(maskOfStrokes([stroke('grey', [900, 900])], view)).toBeNull()
  })

  test('lies at the same place of the frame in every view', () => {
    const zoomed = { centreX: 60, centreY: 60, scale: 2, widthPx: 120, heightPx: 120 }
    const mask = maskOfStrokes([stroke('grey', [60, 60])], zoomed)!
    // 12 px of the frame are 24 here
    const inMask = (x: number, y: number) => mask.data[(y - mask.top) * mask.widthPx + x - mask.left]
    expect(inMask(59, 59 - 23)).toBe(2)
    expect(inMask(59, 59 - 25) ?? 0).toBe(0)
  })

  test('leaves grey, or coarse pixels that hold nothing but their means; what isn’t covered stays', () => {
    const before = noise(11)
    const strokes = [stroke('pixels', [60, 60], [120, 90]), stroke('grey', [180, 180])]
    const mask = maskOfStrokes(strokes, view)!
    const cover = (picture: typeof before) => {
      const covered = { ...picture, data: picture.data.slice() }
      coverBrushed(covered, mask, view, frame)
      return covered.data
    }
    const after = cover(before)
    // the pixels of every coarse pixel change places
    const shuffled = { ...before, data: before.data.slice() }
    for (let y = 0; y < 240; y++) {
      for (let x = 0; x < 240; x++) {
        const other = 4 * (y * 240 + Math.floor(x / 10) * 10 + ((x + 3) % 10))
        shuffled.data.set(before.data.subarray(other, other + 4), 4 * (y * 240 + x))
      }
    }
    const again = cover(shuffled)
    let [covered, most, wrong] = [0, 0, 0]
    const lookAt = (x: number, y: number) =>
      x < mask.left || y < mask.top || x >= mask.left + mask.widthPx || y >= mask.top + mask.heightPx
        ? 0
        : mask.data[(y - mask.top) * mask.widthPx + x - mask.left]!
    for (let y = 0; y < 240; y++) {
      for (let x = 0; x < 240; x++) {
        const look = lookAt(x, y)
        const pixel = 4 * (y * 240 + x)
        if (look === 0 && after[pixel] !== before.data[pixel]) wrong++
        if (look === 2 && [0, 1, 2].some((channel) => after[pixel + channel] !== 118)) wrong++
        if (look !== 1) continue
        covered++
        if (again[pixel] !== after[pixel]) wrong++
        if (lookAt(x + 1, y) === 1) most = Math.max(most, Math.abs(after[pixel]! - after[pixel + 4]!))
      }
    }
    expect(wrong).toBe(0)
    expect(covered).toBeGreaterThan(1500)
    expect(most).toBeLessThan(12)
  }, 60_000)

  test('measures as much around its strokes as its coarse pixels need: a part gives what the whole picture does', () => {
    const before = noise(5)
    const mask = maskOfStrokes([stroke('pixels', [101, 97], [140, 133])], view)!
    const whole = { ...before, data: before.data.slice() }
    coverBrushed(whole, mask, view, frame)
    const part = measuredAround(mask, view, frame)
    const data = new Uint8ClampedArray(4 * part.widthPx * part.heightPx)
    const row = (y: number) => 4 * ((part.top + y) * 240 + part.left)
    for (let y = 0; y < part.heightPx; y++)
      data.set(before.data.subarray(row(y), row(y) + 4 * part.widthPx), 4 * y * part.widthPx)
    coverBrushed({ ...part, data }, mask, view, frame)
    for (let y = 0; y < part.heightPx; y++)
      expect(data.subarray(4 * y * part.widthPx, 4 * (y + 1) * part.widthPx)).toEqual(
        whole.data.subarray(row(y), row(y) + 4 * part.widthPx),
      )
  })

  test('keeps only points that tell something', () => {
    const begun = [stroke('pixels', [10, 10])]
    expect(strokesTo(begun, { x: 11, y: 10 })).toBe(begun)
    expect(strokesTo(begun, { x: 14, y: 10 })[0]!.points).toHaveLength(2)
    expect(strokesTo([], { x: 1, y: 1 })).toEqual([])
  })
})
