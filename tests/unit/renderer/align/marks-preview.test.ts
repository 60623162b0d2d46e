import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { doubtOf } from '../../../../renderer/features/align/marks-doubt.ts'
import { previewOf } from '../../../../renderer/features/align/marks-preview.ts'
import type { LandmarkPair } from '../../../../shared/domain/alignment.ts'
import { isFolded } from '../../../../shared/domain/geometry/folding.ts'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'

const head = { centreX: 1500, centreY: 2000, radiusX: 700, radiusY: 900, angleDegrees: 0 }
const headWidthPx = 1400
const frame = { widthPx: 3000, heightPx: 4000 }
const truth = similarityAbout({ x: 1500, y: 2000 }, { x: 1600, y: 1900 }, 0.9, 6)
const spots = [
  { x: 1000, y: 1500 },
  { x: 2000, y: 1600 },
  { x: 1050, y: 2500 },
  { x: 1980, y: 2450 },
  { x: 1500, y: 1300 },
  { x: 1520, y: 2050 },
]
const marksOff = (shifts: readonly (readonly [number, number])[]): LandmarkPair[] =>
  shifts.map(([dx, dy], index) => {
    const { x, y } = applySimilarity(truth, spots[index]!)
    return { reference: spots[index]!, moving: { x: x + dx, y: y + dy } }
  })
const shift = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const shifts = (most: number) => fc.array(fc.tuple(shift(most), shift(most)), { minLength: 2, maxLength: 6 })

describe('the preview of marks', () => {
  test.prop([shifts(1200)], { numRuns: 40 })('is never folded in the head, however wild the marks are', (wild) => {
    const preview = previewOf(marksOff(wild), frame, head)!
    expect(isFolded(preview.transform, head)).toBe(false)
    expect(preview.isUnbent ? preview.transform.field : null).toBeNull()
  })

  test.prop([shifts(20)], { numRuns: 40 })('goes through marks that a hand places, and nothing is said', (fair) => {
    const marks = marksOff(fair)
    expect(previewOf(marks, frame, head)?.isUnbent).toBe(false)
    expect(doubtOf(marks, headWidthPx)).toBeNull()
  })
})

describe('the doubt', () => {
  test.prop([fc.nat(5), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), shifts(10)])(
    'names the one mark that is far off, and the sentence names the same',
    (index, direction, jitter) => {
      const marks = marksOff(spots.map((_, place) => jitter[place] ?? [0, 0]))
      const { reference, moving } = marks[index]!
      const far = { x: moving.x + 500 * Math.cos(direction), y: moving.y + 500 * Math.sin(direction) }
      const doubt = doubtOf(marks.with(index, { reference, moving: far }), headWidthPx)
      expect(doubt).toEqual({
        sentence: `Mark ${index + 1} doesn’t fit the other marks: look at it again.`,
        index,
      })
    },
  )

  test('of three marks names none, and marks on one spot are said to be', () => {
    const three = marksOff([
      [0, 0],
      [900, 0],
      [0, 0],
    ])
    expect(doubtOf(three, headWidthPx)).toEqual({ sentence: 'The marks contradict each other.', index: null })
    const close = [0, 20].map((x) => ({ reference: { x: 1500 + x, y: 2000 }, moving: { x: 1500 + x, y: 2000 } }))
    expect(doubtOf(close, headWidthPx)?.sentence).toContain('too close together')
  })
})
