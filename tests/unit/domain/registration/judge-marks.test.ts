import { describe, expect, test } from 'vitest'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'
import { contradictionsIn, problemOfMarks } from '../../../../shared/domain/registration/judge-marks.ts'

const headPx = 400
const move = similarityAbout({ x: 0, y: 0 }, { x: 30, y: 10 }, 1.2, 12)
const mark = (x: number, y: number) => ({ reference: { x, y }, moving: applySimilarity(move, { x, y }) })
const fair = [mark(100, 100), mark(300, 110), mark(200, 300), mark(120, 260)]

describe('judging marks', () => {
  test('fair marks have no problem and no contradiction', () => {
    expect(problemOfMarks(fair, headPx)).toBeUndefined()
    expect(contradictionsIn(fair, headPx)).toEqual([])
    expect(contradictionsIn(fair.slice(0, 2), headPx)).toEqual([])
  })

  test('names the one mark that is wrong', () => {
    const wrong = [...fair, { reference: { x: 200, y: 200 }, moving: { x: 460, y: 250 } }]
    expect(contradictionsIn(wrong, headPx)).toEqual(['Mark 5 doesn’t fit the other marks: look at it again.'])
  })

  test('a mark that is off by an eighth of the head is not passed over', () => {
    const off = fair.map((pair, index) =>
      index === 1 ? { ...pair, moving: { x: pair.moving.x + 0.13 * headPx * 1.2, y: pair.moving.y } } : pair,
    )
    expect(contradictionsIn(off, headPx)).toHaveLength(1)
  })

  test.each([
    [fair.slice(0, 1), 'One mark says nothing about size and turn: place at least two.'],
    [[mark(100, 100), mark(110, 100)], 'The marks lie too close together: place them further apart.'],
    [
      [mark(100, 100), { reference: { x: 300, y: 110 }, moving: mark(100, 100).moving }],
      'The marks lie on one spot of the second photo.',
    ],
  ])('says what is wrong with marks that can’t place a photo (%#)', (marks, problem) => {
    expect(problemOfMarks(marks, headPx)).toBe(problem)
  })

  test('marks that are mixed up contradict each other', () => {
    const mixed = fair.map(({ reference }, i) => ({ reference, moving: fair[[2, 0, 3, 1][i]!]!.moving }))
    expect(problemOfMarks(mixed, headPx) ?? contradictionsIn(mixed, headPx)).not.toEqual([])
  })
})
