import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { decideAutomatic, decideByHand } from '../../../../shared/domain/registration/decision.ts'

const good = { peakScore: 0.4, forwardBackwardShare: 0.8, coverage: 0.7, scale: 0.5, rotationDegrees: 4 }

describe('decision', () => {
  test('good figures are aligned, without a reason against it', () => {
    expect(decideAutomatic(good, 1)).toEqual({ outcome: 'aligned', reasons: [] })
    expect(decideByHand(good, [])).toEqual({ outcome: 'aligned', reasons: [] })
  })

  test.each([
    [{ peakScore: 0.025 }, 1, 'check'],
    [{ peakScore: 0.1, forwardBackwardShare: 0.4 }, 1, 'check'],
    [{ peakScore: 0.001 }, 1, 'needs-landmarks'],
    [{ forwardBackwardShare: 0.2 }, 1, 'check'],
    [{ forwardBackwardShare: 0.1 }, 1, 'needs-landmarks'],
    [{ coverage: 0.15 }, 1, 'check'],
    [{ coverage: 0.05 }, 1, 'needs-landmarks'],
    [{ peakScore: 0.12, rotationDegrees: -40 }, 1, 'check'],
    [{ peakScore: 0.12 }, 2, 'check'],
    [{ peakScore: 0.12 }, 0.5, 'check'],
  ] as const)('%j with relative scale %f is %s, and says why', (change, relativeScale, outcome) => {
    const decided = decideAutomatic({ ...good, ...change }, relativeScale)
    expect(decided.outcome).toBe(outcome)
    expect(decided.reasons).toHaveLength(1)
  })

  test('edges that agree and flow that comes back make up for each other', () => {
    expect(decideAutomatic({ ...good, peakScore: 0.06, forwardBackwardShare: 0.65 }, 1).outcome).toBe('aligned')
    expect(decideAutomatic({ ...good, peakScore: 0.18, forwardBackwardShare: 0.35 }, 1).outcome).toBe('aligned')
  })

  test('an overwhelming match is believed although the heads were found badly', () => {
    expect(decideAutomatic({ ...good, rotationDegrees: 30 }, 2).outcome).toBe('aligned')
  })

  const figures = fc.record({
    peakScore: fc.double({ min: -0.2, max: 1, noNaN: true }),
    forwardBackwardShare: fc.double({ min: 0, max: 1, noNaN: true }),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    scale: fc.double({ min: 0.2, max: 4, noNaN: true }),
    rotationDegrees: fc.double({ min: -180, max: 180, noNaN: true }),
  })

  test.prop([figures, fc.double({ min: 0.2, max: 4, noNaN: true })])(
    'is aligned exactly when nothing speaks against it',
    (measured, relativeScale) => {
      const { outcome, reasons } = decideAutomatic(measured, relativeScale)
      expect(outcome === 'aligned').toBe(reasons.length === 0)
    },
  )

  test.prop([figures])(
    'marks by hand never end in asking for marks; a contradiction never in “aligned”',
    (measured) => {
      expect(decideByHand(measured, []).outcome).not.toBe('needs-landmarks')
      expect(decideByHand(measured, ['Mark 2 doesn’t fit.']).outcome).toBe('check')
    },
  )
})
