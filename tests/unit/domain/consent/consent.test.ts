import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { angleIds } from '../../../../shared/domain/angle.ts'
import {
  channels,
  consentSchema,
  crownAngles,
  type GivenConsent,
  type MissingConsent,
  mayShowFace,
  purposes,
  refusalOfExport,
  type WantedExport,
} from '../../../../shared/domain/consent.ts'
import { consentOf, givenConsentOf } from './consent-samples.ts'

const wanted: WantedExport = { purpose: 'instagram', showsFace: true, on: '2026-06-01' }

describe('an export', () => {
  const rows: [string, GivenConsent[], Partial<WantedExport>, MissingConsent[] | null][] = [
    ['for a channel that is covered', [givenConsentOf()], {}, null],
    ['on the first day', [givenConsentOf()], { on: '2026-01-01' }, null],
    ['on the last day', [givenConsentOf()], { on: '2026-12-31' }, null],
    ['long after a consent without an end', [givenConsentOf({ expiresOn: null })], { on: '2099-01-01' }, null],
    [
      'of the crown, where only that is covered',
      [givenConsentOf({ angles: 'crown-only' })],
      { showsFace: false },
      null,
    ],
    ['without any consent', [], {}, ['none']],
    ['a day early', [givenConsentOf()], { on: '2025-12-31' }, ['not-yet']],
    ['a day late', [givenConsentOf()], { on: '2027-01-01' }, ['expired']],
    ['for a channel that isn’t covered', [givenConsentOf()], { purpose: 'tiktok' }, ['channel']],
    ['of the face, where only the crown is covered', [givenConsentOf({ angles: 'crown-only' })], {}, ['face']],
    [
      'for which everything is missing',
      [givenConsentOf({ angles: 'crown-only' })],
      { purpose: 'print', on: '2027-01-01' },
      ['expired', 'channel', 'face'],
    ],
    ['after a withdrawal', [givenConsentOf({ isWithdrawn: true })], {}, ['withdrawn']],
    [
      'that an earlier version covered, and the present one doesn’t',
      [givenConsentOf(), givenConsentOf({ version: 2, channels: ['print'] })],
      {},
      ['channel'],
    ],
    [
      'after the withdrawal of the present version: the earlier one doesn’t come back',
      [givenConsentOf({ version: 2, isWithdrawn: true }), givenConsentOf()],
      {},
      ['withdrawn'],
    ],
    [
      'that a new version covers after a withdrawal',
      [givenConsentOf({ isWithdrawn: true }), givenConsentOf({ version: 2 })],
      {},
      null,
    ],
  ]
  it.each(rows)('%s', (_, consents, asked, missing) => {
    expect(refusalOfExport(consents, { ...wanted, ...asked })).toEqual(missing)
  })

  const days = fc
    .integer({ min: 0, max: 800 })
    .map((day) => new Date(Date.UTC(2025, 6, day + 1)).toISOString().slice(0, 10))
  const consents = fc.array(
    fc
      .record({
        version: fc.integer({ min: 1, max: 5 }),
        channels: fc.subarray([...channels], { minLength: 1 }),
        angles: fc.constantFrom('crown-only', 'face-too'),
        givenOn: days,
        expiresOn: fc.option(days),
        isWithdrawn: fc.boolean(),
      })
      .map((about) => givenConsentOf(about)),
    { maxLength: 5 },
  )
  const asked = fc.record({ purpose: fc.constantFrom(...purposes), showsFace: fc.boolean(), on: days })

  test.prop([consents, asked])('for the client needs nobody’s consent', (given, want) => {
    expect(refusalOfExport(given, { ...want, purpose: 'for-the-client' })).toBeNull()
  })

  test.prop([consents, asked])(
    'for a channel is let through by nothing but a last consent that says so',
    (given, want) => {
      fc.pre(want.purpose !== 'for-the-client')
      const last = given.filter(({ version }) => given.every((other) => other.version <= version))[0]
      const isCovered =
        last !== undefined &&
        !last.isWithdrawn &&
        last.givenOn <= want.on &&
        (last.expiresOn ?? '9999-12-31') >= want.on &&
        (last.channels as readonly string[]).includes(want.purpose) &&
        (last.angles === 'face-too' || !want.showsFace)
      expect(refusalOfExport(given, want) === null).toBe(isCovered)
    },
  )

  test.prop([consents, asked])('that is refused stays refused for the face, too', (given, want) => {
    const hidden = refusalOfExport(given, { ...want, showsFace: false })
    const shown = refusalOfExport(given, { ...want, showsFace: true })
    if (hidden) expect(shown).toEqual(expect.arrayContaining([...hidden]))
  })
})

describe('a consent', () => {
  it.each([
    ['without a channel', { channels: [] }],
    ['that names a channel twice', { channels: ['print', 'print'] as 'print'[] }],
    ['that ends before it begins', { expiresOn: '2025-12-31' }],
    ['given on a day that no calendar has', { givenOn: '2026-02-30' }],
    ['without words', { scope: ' \n' }],
    ['signed by nobody', { signed: { by: 'typed-name' as const, name: ' ' } }],
    ['signed by an empty drawing', { signed: { by: 'drawing' as const, name: 'Ada', signature: [] } }],
  ])('%s is none', (_, about) => {
    expect(consentSchema.safeParse(consentOf()).success).toBe(true)
    expect(consentSchema.safeParse(consentOf(about)).success).toBe(false)
  })

  it('to the crown covers the angles on which nobody is recognised', () => {
    expect(crownAngles).toEqual(['top', 'crown', 'back'])
    expect(angleIds.filter(mayShowFace)).toHaveLength(angleIds.length - 3)
    expect(mayShowFace(null)).toBe(true)
  })
})
