import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { keyOfRecoveryKey, newRecoveryKey } from '../../electron/library/recovery-key.ts'

describe('a recovery key', () => {
  test('is seven groups of four signs, and another one every time', () => {
    const keys = Array.from({ length: 50 }, newRecoveryKey)
    for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(keys).size).toBe(50)
    expect(new Set(keys.map((key) => Buffer.from(keyOfRecoveryKey(key)!).toString('hex'))).size).toBe(50)
  })

  test('is understood as people type it', () => {
    const key = newRecoveryKey()
    const typed = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(keyOfRecoveryKey(`  ${typed}\n`)).toEqual(keyOfRecoveryKey(key))
    expect(keyOfRecoveryKey(key)).toHaveLength(32)
  })

  property.prop([fc.nat({ max: 27 }), fc.integer({ min: 1, max: 31 })], { numRuns: 200 })(
    'with one wrong sign isn’t taken, but for one in a million',
    (place, by) => {
      const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const signs = newRecoveryKey().replaceAll('-', '')
      const wrong = digits[(digits.indexOf(signs[place]!) + by) % 32]
      expect(keyOfRecoveryKey(signs.slice(0, place) + wrong + signs.slice(place + 1))).toBeUndefined()
    },
  )

  test('that is too short, too long or holds other signs isn’t taken', () => {
    const key = newRecoveryKey()
    expect(keyOfRecoveryKey(key.slice(0, -1))).toBeUndefined()
    expect(keyOfRecoveryKey(`${key}0`)).toBeUndefined()
    expect(keyOfRecoveryKey(key.replace(/.$/, 'U'))).toBeUndefined()
    expect(keyOfRecoveryKey('')).toBeUndefined()
  })
})
