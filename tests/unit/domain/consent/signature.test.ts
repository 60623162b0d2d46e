import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  isSigned,
  type Signature,
  signaturePath,
  signaturePoint,
  signatureRoom,
  signatureSchema,
  withLine,
  withPoint,
} from '../../../../shared/domain/signature.ts'

describe('a signature', () => {
  const field = { width: 333, height: 111 }
  const hands = fc.array(
    fc.array(
      fc.record({
        x: fc.double({ min: -50, max: 400, noNaN: true }),
        y: fc.double({ min: -50, max: 200, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    { minLength: 1, maxLength: 12 },
  )

  test.prop([hands])('is valid however the hand moves, off the field too', (lines) => {
    let signature: Signature = []
    for (const [first, ...others] of lines) {
      signature = withLine(signature, signaturePoint(first!, field))
      for (const at of others) signature = withPoint(signature, signaturePoint(at, field))
    }
    expect(signatureSchema.safeParse(signature).success).toBe(true)
    expect(signature).toHaveLength(lines.length)
    expect(signaturePath(signature).match(/M/g)).toHaveLength(lines.length)
  })

  it('has room for so much and no more', () => {
    let signature: Signature = []
    for (let n = 0; n < 7000; n++) {
      signature = n % 100 === 0 ? withLine(signature, [0, 0]) : withPoint(signature, [n % 2 ? 900 : 10, 20])
    }
    expect(signatureSchema.safeParse(signature).success).toBe(true)
    expect(signatureSchema.safeParse([...signature, ...signature]).success).toBe(false)
  })

  it('begins where something was drawn, not with a dot', () => {
    expect(isSigned([])).toBe(false)
    expect(isSigned([[600, 200]])).toBe(false)
    expect(isSigned([[600, 200, 603, 204]])).toBe(false)
    expect(isSigned([[100, 200, 400, 100]])).toBe(true)
    expect(signaturePoint({ x: 333, y: 0 }, field)).toEqual([signatureRoom.width, 0])
    expect(
      signaturePath([
        [5, 6],
        [1, 2, 3, 4],
      ]),
    ).toBe('M5 6L5 6M1 2L3 4')
  })

  it('lies inside its room', () => {
    for (const stroke of [[1], [1, 2, 3], [-1, 2], [1, 401], [1201, 2], [0.5, 1]])
      expect(signatureSchema.safeParse([stroke]).success).toBe(false)
  })
})
