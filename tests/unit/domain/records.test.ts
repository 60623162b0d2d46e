import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { clientRecordFilter } from '../../../shared/domain/client-record-filter.ts'
import { type DomainEvent, statedEventSchema } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { clientIdSchema, photoIdSchema, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import { recordPhrases } from '../../../shared/domain/record-fields.ts'
import { phraseInWords } from '../../../shared/domain/record-words.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import {
  blankSessionRecord,
  dilutionText,
  mostDilutions,
  recordableStages,
  sessionLabel,
  withDilution,
} from '../../../shared/domain/session-record.ts'
import { blankTreatmentRecord, longestNote } from '../../../shared/domain/treatment-record.ts'

const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111')
const treatmentId = treatmentIdSchema.parse('22222222-2222-4222-8222-222222222222')
const photoId = photoIdSchema.parse('a'.repeat(64))
const addedAt = '2026-01-01T00:00:00.000Z'

const added: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Marcus', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
]
const imported: DomainEvent = {
  type: 'photo-imported',
  version: 1,
  data: {
    photoId,
    clientId,
    treatmentId,
    fileName: 'a.jpg',
    byteSize: 1,
    format: 'jpeg',
    widthPx: 10,
    heightPx: 10,
    quarterTurns: 0,
    capture: null,
    stage: null,
    angle: null,
    isDamaged: false,
    head: null,
    isRemoved: false,
  },
}
const onTreatment = (type: 'treatment-removed' | 'treatment-restored'): DomainEvent => ({
  type,
  version: 1,
  data: { treatmentId },
})
const factsAfter = (events: readonly DomainEvent[]) => {
  const facts = emptyFacts()
  for (const event of events) applyEvent(facts, event)
  return facts
}

describe('records of a treatment', () => {
  const described: DomainEvent = {
    type: 'treatment-described',
    version: 1,
    data: { ...blankTreatmentRecord(treatmentId), skinType: 'III', norwoodStage: 4 },
  }
  const recorded: DomainEvent = {
    type: 'session-recorded',
    version: 1,
    data: { ...blankSessionRecord(treatmentId, 'session-1'), pigment: 'Nordic 02' },
  }

  it('are kept whole, the newest in place of what was there', () => {
    const again: DomainEvent = { ...recorded, data: { ...recorded.data, pigment: 'Nordic 03' } }
    const facts = factsAfter([...added, described, recorded, again])
    expect([...facts.treatmentRecords.values()]).toEqual([described.data])
    expect([...facts.sessionRecords.values()]).toEqual([{ ...again.data, sessionKey: `${treatmentId}/session-1` }])
  })

  it('are refused for a treatment that isn’t there or is removed', () => {
    for (const event of [described, recorded]) {
      expect(refusalOf(emptyFacts(), event)).toBe('There is no such treatment.')
      expect(refusalOf(factsAfter(added), event)).toBeUndefined()
      expect(refusalOf(factsAfter([...added, onTreatment('treatment-removed')]), event)).toBe(
        'There is no such treatment.',
      )
    }
  })

  it('are checked: no stage without a session, no note without an end, no more tries than are kept', () => {
    const isTaken = (data: object) =>
      statedEventSchema.safeParse({ ...recorded, data: { ...recorded.data, ...data } }).success
    expect(isTaken({})).toBe(true)
    expect(isTaken({ stage: 'before' })).toBe(false)
    expect(isTaken({ notes: 'x'.repeat(longestNote) })).toBe(true)
    expect(isTaken({ notes: 'x'.repeat(longestNote + 1) })).toBe(false)
    expect(isTaken({ dilutions: [{ dilution: '', notes: '' }] })).toBe(false)
    const one = { dilution: '1 : 20', notes: '' }
    expect(isTaken({ dilutions: Array.from({ length: mostDilutions }, () => one) })).toBe(true)
    expect(isTaken({ dilutions: Array.from({ length: mostDilutions + 1 }, () => one) })).toBe(false)
    expect(isTaken({ zones: ['forehead'] })).toBe(false)
    expect(statedEventSchema.safeParse({ ...described, data: { ...described.data, norwoodStage: 8 } }).success).toBe(
      false,
    )
  })

  it('say themselves in phrases, each once, and nothing where nothing is recorded', () => {
    const session = {
      ...blankSessionRecord(treatmentId, 'session-1'),
      pigment: 'Nordic 02',
      dilutions: [
        { dilution: '1 : 20', notes: 'crown' },
        { dilution: '1 : 25', notes: '' },
      ],
    }
    expect(
      recordPhrases([{ ...blankTreatmentRecord(treatmentId), skinType: 'III', norwoodStage: 4 }], [session]).map(
        phraseInWords,
      ),
    ).toEqual(['Fitzpatrick: III', 'Norwood: 4', 'Pigment: Nordic 02', 'Dilution: 1 : 20 (crown); 1 : 25'])
    expect(recordPhrases([], [session, { ...session, stage: 'session-2' }])).toHaveLength(2)
    expect(recordPhrases([blankTreatmentRecord(treatmentId)], [blankSessionRecord(treatmentId, 'healed-1')])).toEqual(
      [],
    )
  })

  it('can be made for planned sessions, for stages with photos, and for nothing before the first session', () => {
    expect(recordableStages(1, ['before', 'session-3', null])).toEqual(['session-1', 'healed-1', 'session-3'])
    expect(sessionLabel({ stage: 'session-4', isTouchUp: true })).toBe('Session 4 (touch-up)')
  })
})

describe('treatments', () => {
  it('are renamed, removed and restored; one with photos stays', () => {
    const renamed: DomainEvent = { type: 'treatment-renamed', version: 1, data: { treatmentId, name: 'Crown' } }
    const removed = onTreatment('treatment-removed')
    expect(factsAfter([...added, renamed]).treatments.get(treatmentId)?.name).toBe('Crown')
    expect(factsAfter([...added, removed]).treatments.get(treatmentId)?.isRemoved).toBe(true)
    expect(
      factsAfter([...added, removed, onTreatment('treatment-restored')]).treatments.get(treatmentId)?.isRemoved,
    ).toBe(false)
    expect(refusalOf(emptyFacts(), renamed)).toBe('There is no such treatment.')
    expect(refusalOf(emptyFacts(), removed)).toBe('There is no such treatment.')
    expect(refusalOf(factsAfter([...added, imported]), removed)).toMatch(/has photos and stays/)
    const photoRemoved: DomainEvent = { type: 'photo-removed', version: 1, data: { photoId } }
    expect(refusalOf(factsAfter([...added, imported, photoRemoved]), removed)).toBeUndefined()
  })

  it('that are removed take no photos, neither new nor restored ones', () => {
    const photoRemoved: DomainEvent = { type: 'photo-removed', version: 1, data: { photoId } }
    const facts = factsAfter([...added, imported, photoRemoved, onTreatment('treatment-removed')])
    expect(refusalOf(facts, imported)).toBe('There is no such treatment of this client.')
    expect(refusalOf(facts, { type: 'photo-restored', version: 1, data: { photoId } })).toMatch(
      /Restore the photo’s treatment/,
    )
  })
})

describe('dilutions', () => {
  const tries = fc.array(
    fc.record({ dilution: fc.constantFrom('1 : 10', '1 : 20'), notes: fc.constantFrom('', 'crown') }),
    {
      maxLength: 5,
    },
  )

  test.prop([tries, fc.nat(8), fc.constantFrom('', '1 : 30')])(
    'never keep an empty try, and change no other',
    (given, place, dilution) => {
      const next = withDilution(given, place, { dilution })
      for (const one of next) expect(`${one.dilution}${one.notes}`).not.toBe('')
      const at = Math.min(place, given.length)
      expect(next.slice(0, at)).toEqual(given.slice(0, at))
      expect(next.slice(next.length - given.slice(at + 1).length)).toEqual(given.slice(at + 1))
    },
  )

  test.prop([fc.string({ maxLength: 20 })])('are tidied once and for all', (typed) => {
    expect(dilutionText(dilutionText(typed))).toBe(dilutionText(typed))
  })

  it('are written alike', () => {
    expect(['1:20', ' 1 :20 ', '1 : 20'].map(dilutionText)).toEqual(['1 : 20', '1 : 20', '1 : 20'])
  })
})

describe('clientRecordFilter', () => {
  it('finds what speaks of a client: by name, by treatment and by photo, until the photo becomes another’s', () => {
    const otherId = clientIdSchema.parse('33333333-3333-4333-8333-333333333333')
    const turned: DomainEvent = { type: 'photo-turned', version: 1, data: { photoId, quarterTurns: 1 } }
    const events: DomainEvent[] = [
      ...added,
      turned,
      imported,
      turned,
      { type: 'client-renamed', version: 1, data: { clientId: otherId, name: 'Dan' } },
      { type: 'session-recorded', version: 1, data: blankSessionRecord(treatmentId, 'session-1') },
      { ...imported, data: { ...imported.data, clientId: otherId } },
      turned,
    ]
    const isOfClient = clientRecordFilter(clientId)
    const found = events.map((event, index) => isOfClient({ seq: index + 1, at: addedAt, event }))
    expect(found).toEqual([true, true, false, true, true, false, true, false, false])
  })
})
