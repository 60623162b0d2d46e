import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { guessAngle, proposedAngle } from '../../../shared/domain/angle-guess.ts'

const yaw = fc.double({ min: -90, max: 90, noNaN: true })
const confidence = fc.double({ min: 0.62, max: 1, noNaN: true })
const opposite = { left: 'right', right: 'left', 'left-45': 'right-45', 'right-45': 'left-45', front: 'front' } as const

describe('guessAngle', () => {
  test('without a face there is no guess', () => {
    expect(guessAngle(undefined)).toEqual({ angle: null, confidence: 0, faceYawDegrees: null, hasFace: false })
  })

  test.each([
    [0, 'front'],
    [-12, 'front'],
    [40, 'right-45'],
    [-50, 'left-45'],
    [85, 'right'],
    [-80, 'left'],
  ])('a face turned by %i° is %s', (yawDegrees, angle) => {
    expect(guessAngle({ yawDegrees, confidence: 0.9 }).angle).toBe(angle)
  })

  test.prop([yaw.filter((value) => value !== 0), confidence])(
    'the other side is the mirrored guess',
    (yawDegrees, score) => {
      const one = guessAngle({ yawDegrees, confidence: score })
      const other = guessAngle({ yawDegrees: -yawDegrees, confidence: score })
      expect(other.angle).toBe(opposite[one.angle as keyof typeof opposite])
      expect(other.confidence).toBe(one.confidence)
    },
  )

  test.prop([yaw, confidence])('is never certain, and least so at a limit', (yawDegrees, score) => {
    const found = guessAngle({ yawDegrees, confidence: score })
    expect(found.confidence).toBeGreaterThan(0.25)
    expect(found.confidence).toBeLessThanOrEqual(0.95)
    expect(guessAngle({ yawDegrees: 25, confidence: score }).confidence).toBeLessThanOrEqual(found.confidence)
  })
})

describe('proposedAngle', () => {
  test('a sure face decides alone', () => {
    const face = { angle: 'front', confidence: 0.8 } as const
    expect(proposedAngle(face, { angle: 'hairline', confidence: 0.95 })).toEqual({ angle: 'front', from: 'face' })
  })

  test('without a face a sure likeness decides, an unsure one doesn’t', () => {
    expect(proposedAngle(null, { angle: 'crown', confidence: 0.75 })).toEqual({ angle: 'crown', from: 'matching' })
    expect(proposedAngle(null, { angle: 'crown', confidence: 0.65 })).toBeNull()
    expect(proposedAngle(null, null)).toBeNull()
  })

  test('two that aren’t sure confirm one another', () => {
    const face = { angle: 'right-45', confidence: 0.5 } as const
    expect(proposedAngle(face, { angle: 'right-45', confidence: 0.5 })).toEqual({ angle: 'right-45', from: 'both' })
    expect(proposedAngle(face, { angle: 'right-45', confidence: 0.3 })).toBeNull()
  })

  test.prop([fc.double({ min: 0, max: 0.69, noNaN: true }), fc.double({ min: 0, max: 0.95, noNaN: true })])(
    'a face that contradicts never makes a likeness surer',
    (face, match) => {
      const contradicted = proposedAngle({ angle: 'left', confidence: face }, { angle: 'top', confidence: match })
      if (contradicted) expect(contradicted).toEqual(proposedAngle(null, { angle: 'top', confidence: match }))
      if (face > 0.3) expect(contradicted).toBeNull()
    },
  )
})
