import { describe, expect, it } from 'vitest'
import { clientCardOf } from '../../../../shared/domain/client-card.ts'
import { clientOfEvent } from '../../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../../shared/domain/client-record-filter.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { exportOfClient, exportsOfClient } from '../../../../shared/domain/exported/client-exports.ts'
import { exportKeyOf } from '../../../../shared/domain/exported/export-row.ts'
import { type ExportStanding, exportStandingOf } from '../../../../shared/domain/exported/export-standing.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../../shared/domain/facts.ts'
import { clientIdSchema } from '../../../../shared/domain/ids.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { photoIdOf, photoOf } from '../../renderer/photo-samples.ts'
import { consentGiven, consentWithdrawn, givenConsentOf } from '../consent/consent-samples.ts'
import { exported, exportKey, takenDown } from './export-samples.ts'

const { clientId, treatmentId } = photoOf(1)
const addedAt = '2026-01-01T00:00:00.000Z'
const begun: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  { type: 'photo-imported', version: 1, data: photoOf(1) },
  { type: 'photo-imported', version: 1, data: photoOf(2, { angle: 'front' }) },
  consentGiven(),
]
function factsAfter(...events: readonly DomainEvent[]): Facts {
  const facts = emptyFacts()
  for (const event of [...begun, ...events]) {
    expect(refusalOf(facts, event)).toBeUndefined()
    applyEvent(facts, event, addedAt)
  }
  return facts
}
const state = { on: '2026-03-01', where: 'instagram.com/p/1' }
const other = clientIdSchema.parse('99999999-9999-4999-8999-999999999999')

describe('an export', () => {
  it('is listed with its client, its photos and the consents, without the words that were signed', () => {
    const listed = exportsOfClient(factsAfter(exported({ photoIds: [photoIdOf(2), photoIdOf(1)] })), clientId)
    expect(listed?.exports).toMatchObject([{ exportKey, exportedAt: addedAt, takenDown: null, purpose: 'instagram' }])
    expect(listed?.photos.map(({ photoId }) => photoId).toSorted()).toEqual([photoIdOf(1), photoIdOf(2)])
    expect(listed?.consents).toMatchObject([{ version: 1, scope: '', isWithdrawn: false }])
    expect(exportsOfClient(factsAfter(), clientId)).toBeNull()
    expect(exportsOfClient(factsAfter(exported()), other)).toBeNull()
  })

  it('of before exports named their client is known by its first photo and its file', () => {
    const { clientId: _, exportId: __, ...old } = exported().data
    const facts = factsAfter({ ...exported(), data: old })
    expect(exportKeyOf(old)).toBe(`${photoIdOf(1)}/${old.outputSha256}.instagram.1`)
    expect(exportOfClient(facts, clientId, exportKeyOf(old))).toMatchObject({ clientId: null })
    applyEvent(facts, takenDown(state, exportKeyOf(old)), addedAt)
    expect(exportOfClient(facts, clientId, exportKeyOf(old))?.takenDown).toEqual(state)
  })

  it('can’t name another client than its photos show', () => {
    expect(refusalOf(factsAfter(), exported({ clientId: other }))).toMatch(/different clients/)
  })

  it('stays when its photo is deleted for good, and goes with its client', () => {
    const facts = factsAfter(exported(), { type: 'photo-removed', version: 1, data: { photoId: photoIdOf(1) } })
    applyEvent(facts, { type: 'photo-deleted', version: 1, data: { photoId: photoIdOf(1), clientId } })
    expect(exportsOfClient(facts, clientId)).toMatchObject({ exports: [{ exportKey }], photos: [] })
    applyEvent(facts, { type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } })
    expect(facts.exports.size).toBe(0)
  })

  it('of before goes with its client, too', () => {
    const { clientId: _, exportId: __, ...old } = exported().data
    const facts = factsAfter({ ...exported(), data: old })
    applyEvent(facts, { type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } })
    expect(facts.exports.size).toBe(0)
  })
})

describe('taking an export down', () => {
  it('is stated of an export for a channel, and can be taken back', () => {
    const facts = factsAfter(exported(), takenDown(state))
    expect(exportOfClient(facts, clientId, exportKey)?.takenDown).toEqual(state)
    applyEvent(facts, takenDown(null))
    expect(exportOfClient(facts, clientId, exportKey)?.takenDown).toBeNull()
  })

  it('is refused for one that isn’t there, that another client has, or that was made for the client', () => {
    expect(refusalOf(factsAfter(), takenDown(state))).toMatch(/no such export/)
    const own = factsAfter(exported({ purpose: 'for-the-client', consentVersion: null }))
    expect(refusalOf(own, takenDown(state))).toMatch(/nothing to take down/)
    const strange: DomainEvent = {
      type: 'export-taken-down',
      version: 1,
      data: { clientId: other, exportKey, takenDown: state },
    }
    expect(refusalOf(factsAfter(exported()), strange)).toMatch(/no such export/)
  })

  it('speaks of its client', () => {
    expect(clientOfEvent(factsAfter(exported()), takenDown(state))).toBe(clientId)
    expect(clientRecordFilter(clientId)({ seq: 1, at: addedAt, event: takenDown(state) })).toBe(true)
    expect(clientRecordFilter(other)({ seq: 1, at: addedAt, event: takenDown(state) })).toBe(false)
  })

  it('counts on the client’s card until it is done', () => {
    const count = (...events: DomainEvent[]) => clientCardOf(factsAfter(...events), clientId)?.takeDownCount
    const later = exported({ exportId: '44444444-4444-4444-8444-444444444444', purpose: 'website' })
    expect(count(exported(), later)).toBe(0)
    expect(count(exported(), later, consentWithdrawn())).toBe(2)
    expect(count(exported(), later, consentWithdrawn(), takenDown(state))).toBe(1)
    expect(count(exported(), takenDown(state), consentWithdrawn())).toBe(0)
  })
})

describe('how an export stands', () => {
  const first = givenConsentOf({ isWithdrawn: true })
  const cases: readonly [string, ExportStanding, Parameters<typeof exportStandingOf>[1], string, string][] = [
    ['its consent holds', 'covered', [givenConsentOf()], '2026-06-01', 'instagram'],
    ['on the last day', 'covered', [givenConsentOf()], '2026-12-31', 'instagram'],
    ['the day after', 'ended', [givenConsentOf()], '2027-01-01', 'instagram'],
    ['withdrawn', 'take-down', [first], '2026-06-01', 'instagram'],
    ['withdrawn, then signed anew', 'take-down', [first, givenConsentOf({ version: 2 })], '2026-06-01', 'instagram'],
    [
      'replaced by one without the channel',
      'not-covered',
      [givenConsentOf(), givenConsentOf({ version: 2, channels: ['print'] })],
      '2026-06-01',
      'instagram',
    ],
    [
      'replaced by one of the crown alone',
      'not-covered',
      [givenConsentOf(), givenConsentOf({ version: 2, angles: 'crown-only' })],
      '2026-06-01',
      'instagram',
    ],
    ['for the client', 'own', [first], '2026-06-01', 'for-the-client'],
  ]
  it.each(cases)('%s: %s', (_, standing, consents, today, purpose) => {
    const row = {
      purpose: purpose as 'instagram',
      consentVersion: purpose === 'for-the-client' ? null : 1,
      takenDown: null,
    }
    expect(exportStandingOf(row, consents, ['front'], today)).toBe(standing)
    const gone = purpose === 'for-the-client' ? 'own' : 'taken-down'
    expect(exportStandingOf({ ...row, takenDown: state }, consents, ['front'], today)).toBe(gone)
  })
})
