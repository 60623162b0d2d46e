import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { faceCovers } from '../../../../shared/domain/covers/cover.ts'
import { type CoveredPicture, coverFace, touchedBy } from '../../../../shared/domain/covers/cover-pixels.ts'
import type { CoverPlace } from '../../../../shared/domain/covers/cover-place.ts'

const side = 96

/** A picture of random pixels. */
function noise(seed: number): CoveredPicture {
  let state = seed
  const data = Uint8ClampedArray.from({ length: 4 * side * side }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return at % 4 === 3 ? 255 : state >>> 24
  })
  return { data, left: 0, top: 0, widthPx: side, heightPx: side }
}

const copy = (picture: CoveredPicture): CoveredPicture => ({ ...picture, data: picture.data.slice() })
const covered = (picture: CoveredPicture, place: CoverPlace, cover: (typeof faceCovers)[number]) => {
  const done = copy(picture)
  coverFace(done, place, cover)
  return done.data
}

/** Where a pixel lies in a place: −1 to 1 from side to side. */
function placed({ centreX, centreY, halfWidth, halfHeight, angleDegrees }: CoverPlace, x: number, y: number) {
  const angle = (angleDegrees * Math.PI) / 180
  const [dx, dy] = [x - centreX, y - centreY]
  return {
    u: (dx * Math.cos(angle) + dy * Math.sin(angle)) / halfWidth,
    v: (-dx * Math.sin(angle) + dy * Math.cos(angle)) / halfHeight,
  }
}

const places = fc.record({
  centreX: fc.double({ min: 20, max: 76, noNaN: true }),
  centreY: fc.double({ min: 20, max: 76, noNaN: true }),
  halfWidth: fc.double({ min: 16, max: 40, noNaN: true }),
  halfHeight: fc.double({ min: 12, max: 40, noNaN: true }),
  angleDegrees: fc.double({ min: -180, max: 180, noNaN: true }),
})
const seeds = fc.integer({ min: 1, max: 2 ** 31 })
const blurs = fc.constantFrom('eyes-blurred', 'face-blurred')

describe('a covered face', () => {
  test.prop([places, seeds], { numRuns: 60 })(
    'behind a bar is black all over the place, and nothing else is touched',
    (place, seed) => {
      const before = noise(seed)
      const after = covered(before, place, 'eyes-bar')
      let wrong = 0
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const { u, v } = placed(place, x, y)
          const at = 4 * (y * side + x)
          const isInside = Math.abs(u) <= 1 && Math.abs(v) <= 1
          for (let channel = 0; channel < 4; channel++) {
            const wanted = isInside ? (channel === 3 ? 255 : 0) : before.data[at + channel]
            if (after[at + channel] !== wanted) wrong++
          }
        }
      }
      expect(wrong).toBe(0)
    },
  )

  test.prop([places, seeds, blurs], { numRuns: 60 })(
    'that is blurred holds nothing but the means of its blocks: however the pixels of a block change places, it looks the same',
    (place, seed, cover) => {
      const before = noise(seed)
      const [columns, rows] = cover === 'eyes-blurred' ? [8, 3] : [6, 7]
      const blocks = new Map<string, number[]>()
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const { u, v } = placed(place, x, y)
          const isInside = cover === 'eyes-blurred' ? Math.max(Math.abs(u), Math.abs(v)) <= 1 : u ** 4 + v ** 4 <= 1
          if (!isInside) continue
          const key = `${Math.min(Math.floor(((u + 1) / 2) * columns), columns - 1)} ${Math.min(Math.floor(((v + 1) / 2) * rows), rows - 1)}`
          blocks.set(key, [...(blocks.get(key) ?? []), 4 * (y * side + x)])
        }
      }
      const shuffled = copy(before)
      for (const pixels of blocks.values()) {
        for (const [index, at] of pixels.entries()) {
          const from = pixels[(index + 1) % pixels.length]!
          shuffled.data.set(before.data.subarray(from, from + 4), at)
        }
      }
      const [one, other] = [covered(before, place, cover), covered(shuffled, place, cover)]
      const within = [...blocks.values()].flat().flatMap((at) => [at, at + 1, at + 2])
      expect(within.filter((at) => one[at] !== other[at])).toEqual([])
    },
  )

  test('control: a blur that follows its pixels would not', () => {
    const before = noise(7)
    const softened = before.data.map((value, at) => Math.round((value + (before.data[at + 4] ?? value)) / 2))
    const shuffled = copy(before)
    shuffled.data.set(before.data.subarray(4, 8), 0)
    shuffled.data.set(before.data.subarray(0, 4), 4)
    expect(shuffled.data.map((value, at) => Math.round((value + (shuffled.data[at + 4] ?? value)) / 2))).not.toEqual(
      softened,
    )
  })

  test.prop([places, seeds, fc.constantFrom(...faceCovers)], { numRuns: 40 })(
    'turned with its picture is the same, turned',
    (place, seed, cover) => {
      const before = noise(seed)
      const turn = (data: Uint8ClampedArray) => {
        const turned = new Uint8ClampedArray(data.length)
        for (let y = 0; y < side; y++)
          for (let x = 0; x < side; x++)
            turned.set(data.subarray(4 * (y * side + x), 4 * (y * side + x) + 4), 4 * (x * side + side - 1 - y))
        return turned
      }
      const turnedPlace = {
        ...place,
        centreX: side - 1 - place.centreY,
        centreY: place.centreX,
        angleDegrees: place.angleDegrees + 90,
      }
      const one = turn(covered(before, place, cover))
      const other = covered({ ...before, data: turn(before.data) }, turnedPlace, cover)
      const off = one.filter((value, at) => Math.abs(value - other[at]!) > 12)
      expect(off.length / one.length).toBeLessThan(0.002)
    },
  )

  test.prop([places, fc.constantFrom(...faceCovers)], { numRuns: 60 })(
    'touches only pixels of the part that is read',
    (place, cover) => {
      const part = touchedBy(place, { widthPx: side, heightPx: side })!
      const before = noise(3)
      const after = covered(before, place, cover)
      let outside = 0
      for (let at = 0; at < after.length; at += 4) {
        if (after[at] === before.data[at] && after[at + 1] === before.data[at + 1]) continue
        const [x, y] = [(at / 4) % side, Math.floor(at / 4 / side)]
        const isRead = x >= part.left && y >= part.top && x < part.left + part.widthPx && y < part.top + part.heightPx
        if (!isRead) outside++
      }
      expect(outside).toBe(0)
    },
  )

  test.prop([places, seeds, fc.constantFrom(...faceCovers)], { numRuns: 40 })(
    'read as a part of the picture is what it is in the whole one',
    (place, seed, cover) => {
      const before = noise(seed)
      const part = touchedBy(place, { widthPx: side, heightPx: side })!
      const data = new Uint8ClampedArray(4 * part.widthPx * part.heightPx)
      const rowOf = (y: number) => 4 * ((part.top + y) * side + part.left)
      for (let y = 0; y < part.heightPx; y++)
        data.set(before.data.subarray(rowOf(y), rowOf(y) + 4 * part.widthPx), 4 * y * part.widthPx)
      coverFace({ ...part, data }, place, cover)
      const whole = covered(before, place, cover)
      for (let y = 0; y < part.heightPx; y++)
        expect(data.subarray(4 * y * part.widthPx, 4 * (y + 1) * part.widthPx)).toEqual(
          whole.subarray(rowOf(y), rowOf(y) + 4 * part.widthPx),
        )
    },
  )

  test('beyond the picture touches nothing', () => {
    const away = { centreX: -80, centreY: 40, halfWidth: 20, halfHeight: 10, angleDegrees: 30 }
    expect(touchedBy(away, { widthPx: side, heightPx: side })).toBeNull()
  })
})
