import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { scaleOf, similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, toMoving, transformSchema } from '../../../../shared/domain/geometry/transform.ts'
import { transformFromLandmarks } from '../../../../shared/domain/geometry/transform-from-landmarks.ts'

const size = { widthPx: 3000, heightPx: 4000 }
const jitter = fc.double({ min: -60, max: 60, noNaN: true })
const corners = [
  { x: 900, y: 1000 },
  { x: 2100, y: 1100 },
  { x: 1000, y: 2300 },
  { x: 2000, y: 2400 },
]
const truth = similarityAbout({ x: 1500, y: 2000 }, { x: 1600, y: 1900 }, 0.9, 6)

describe('transform from landmarks', () => {
  test.prop([fc.array(fc.tuple(jitter, jitter), { minLength: 3, maxLength: 4 })])(
    'passes within half a pixel of three or four marks',
    (shifts) => {
      const marks = shifts.map(([dx, dy], i) => {
        const moved = applySimilarity(truth, corners[i]!)
        return { reference: corners[i]!, moving: { x: moved.x + dx, y: moved.y + dy } }
      })
      const transform = transformFromLandmarks(marks, size)!
      expect(transformSchema.safeParse(transform).success).toBe(true)
      for (const mark of marks) {
        const reached = toMoving(transform, mark.reference)
        expect(Math.hypot(reached.x - mark.moving.x, reached.y - mark.moving.y)).toBeLessThan(0.5)
      }
    },
  )

  test.prop([
    fc.array(fc.tuple(jitter, jitter), { minLength: 4, maxLength: 4 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('never bends further than one and a half times the furthest mark', (shifts, u, v) => {
    const marks = shifts.map(([dx, dy], i) => {
      const moved = applySimilarity(truth, corners[i]!)
      return { reference: corners[i]!, moving: { x: moved.x + dx, y: moved.y + dy } }
    })
    const transform = transformFromLandmarks(marks, size)!
    const bend = (at: { x: number; y: number }) => {
      const straight = applySimilarity(transform.similarity, at)
      const bent = toMoving(transform, at)
      return Math.hypot(bent.x - straight.x, bent.y - straight.y)
    }
    const furthest = Math.max(...marks.map(({ reference }) => bend(reference)))
    expect(bend({ x: u * size.widthPx, y: v * size.heightPx })).toBeLessThan(1.6 * furthest + 0.5)
  })

  test('two marks give a similarity, one a translation, none nothing', () => {
    const two = corners.slice(0, 2).map((reference) => ({ reference, moving: applySimilarity(truth, reference) }))
    const similarity = transformFromLandmarks(two, size)!
    expect(similarity.field).toBeNull()
    expect(scaleOf(similarity.similarity)).toBeCloseTo(0.9, 9)
    const one = transformFromLandmarks(two.slice(0, 1), size)!
    expect(toMoving(one, corners[0]!)).toEqual({
      x: expect.closeTo(two[0]!.moving.x, 9),
      y: expect.closeTo(two[0]!.moving.y, 9),
    })
    expect(scaleOf(one.similarity)).toBe(1)
    expect(transformFromLandmarks([], size)).toBeUndefined()
  })

  test('takes marks on one line and marks on one spot', () => {
    const line = [0, 1, 2].map((i) => ({
      reference: { x: 1000 + 400 * i, y: 1500 },
      moving: { x: 1000 + 400 * i, y: 1500 + (i === 1 ? 20 : 0) },
    }))
    const bent = transformFromLandmarks(line, size)!
    for (const mark of line) expect(Math.abs(toMoving(bent, mark.reference).y - mark.moving.y)).toBeLessThan(0.5)
    const twice = [line[0]!, line[0]!, line[2]!]
    expect(transformFromLandmarks(twice, size)).toEqual(transformFromLandmarks([line[0]!, line[2]!], size))
  })
})
