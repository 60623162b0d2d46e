import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../../../renderer/features/history/history-model.ts'
import type { DomainEvent, LedgerRecord } from '../../../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../../shared/domain/facts.ts'
import { clientIdSchema, treatmentIdSchema } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { blankSessionRecord } from '../../../../shared/domain/session-record.ts'
import { blankTreatmentRecord } from '../../../../shared/domain/treatment-record.ts'
import { drawingOn, oneOfEach } from '../../domain/drawing/drawing-samples.ts'
import { comparisonEvents, comparisonOf } from '../comparison-samples.ts'
import { documentOf } from '../document-samples.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'

const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111')
const treatmentId = treatmentIdSchema.parse('22222222-2222-4222-8222-222222222222')
const addedAt = '2026-01-01T00:00:00.000Z'

const beginning: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'A', isSample: true, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  { type: 'photo-imported', version: 1, data: photoOf(1, { clientId, treatmentId }) },
  { type: 'photo-imported', version: 1, data: photoOf(2, { clientId, treatmentId }) },
]

const attached = documentOf(1, { clientId, treatmentId })
const { documentId } = attached
const comparison = comparisonOf(treatmentId, [photoIdOf(1), photoIdOf(2)])
const photoId = fc.constantFrom(photoIdOf(1), photoIdOf(2))
const word = fc.constantFrom('', 'a', 'ab', 'b')
const of = <Type extends DomainEvent['type']>(
  type: Type,
  data: fc.Arbitrary<Extract<DomainEvent, { type: Type }>['data']>,
) => data.map((given) => ({ type, version: 1, data: given }) as DomainEvent)
const change = fc.oneof(
  of('client-renamed', fc.record({ clientId: fc.constant(clientId), name: fc.constantFrom('A', 'B', 'C') })),
  of('treatment-renamed', fc.record({ treatmentId: fc.constant(treatmentId), name: fc.constantFrom('T', 'U') })),
  of('treatment-removed', fc.constant({ treatmentId })),
  of('treatment-restored', fc.constant({ treatmentId })),
  of(
    'photo-filed',
    fc.record({
      photoId,
      stage: fc.constantFrom('before', 'session-1', null),
      angle: fc.constantFrom('crown', 'top', null),
    }),
  ),
  of('photo-turned', fc.record({ photoId, quarterTurns: fc.nat(3) })),
  of('photo-dated', fc.record({ photoId, capture: fc.constantFrom(null, photoOf(1).capture) })),
  of('photo-removed', fc.record({ photoId })),
  of(
    'drawing-added',
    fc.constantFrom(0, 1).map((number) => drawingOn(photoOf(1), number, oneOfEach[number]!)),
  ),
  of(
    'drawing-changed',
    fc.constantFrom('', 'A', 'B').map((name) => {
      const { photoId: _, ...content } = drawingOn(photoOf(1), 0, oneOfEach[0]!)
      return { ...content, name }
    }),
  ),
  of('drawing-removed', fc.constant({ drawingId: drawingOn(photoOf(1), 0, oneOfEach[0]!).drawingId })),
  of(
    'scale-set',
    fc.record({
      photoId,
      scale: fc.constantFrom(null, {
        ...{ from: { x: 0, y: 0 }, to: { x: 50, y: 0 }, lengthMm: 10, quarterTurns: 0 },
        by: 'length' as const,
      }),
    }),
  ),
  of('photo-restored', fc.record({ photoId })),
  of(
    'document-attached',
    fc.constantFrom('A', 'B').map((title) => ({ ...attached, title })),
  ),
  of(
    'document-described',
    fc.record({
      documentId: fc.constant(documentId),
      kind: fc.constantFrom('invoice', 'other'),
      title: fc.constantFrom('A', 'B'),
      signedOn: fc.constantFrom(null, '2026-03-14'),
      notes: word,
    }),
  ),
  fc.constantFrom<DomainEvent>(...Object.values(comparisonEvents(comparison))),
  of('document-removed', fc.constant({ documentId })),
  of('document-restored', fc.constant({ documentId })),
  of(
    'session-recorded',
    fc
      .record({ pigment: word, needle: word })
      .map((said) => ({ ...blankSessionRecord(treatmentId, 'session-1'), ...said })),
  ),
  of(
    'treatment-described',
    fc
      .record({ notes: word, skinType: fc.constantFrom(null, 'III' as const) })
      .map((said) => ({ ...blankTreatmentRecord(treatmentId), ...said })),
  ),
)
const steps = fc.array(fc.record({ event: change, afterMs: fc.constantFrom(0, 1000, 3_600_000) }), { maxLength: 12 })

/** What the ledger holds after the steps that the rules allow. */
function ledgerOf(given: readonly { event: DomainEvent; afterMs: number }[]): {
  records: LedgerRecord[]
  facts: Facts
} {
  const facts = emptyFacts()
  const records: LedgerRecord[] = []
  let now = Date.parse('2026-06-01T09:00:00.000Z')
  for (const { event, afterMs } of [...beginning.map((event) => ({ event, afterMs: 0 })), ...given]) {
    if (refusalOf(facts, event)) continue
    now += afterMs
    records.push({ seq: records.length + 1, at: new Date(now).toISOString(), event })
    applyEvent(facts, event)
  }
  return { records, facts }
}

function replayed(facts: Facts, events: readonly DomainEvent[]): Facts {
  const next = Object.fromEntries(
    Object.entries(facts).map(([table, rows]) => [table, new Map(rows as Map<string, object>)]),
  )
  for (const event of events) {
    expect(refusalOf(next as unknown as Facts, event)).toBeUndefined()
    applyEvent(next as unknown as Facts, event)
  }
  return next as unknown as Facts
}

describe('historyOf', () => {
  test.prop([steps])('offers to take back only what changes something and can be done again', (given) => {
    const { records, facts } = ledgerOf(given)
    for (const { takingBack } of historyOf(records)) {
      if (!takingBack) continue
      const back = replayed(facts, takingBack.events)
      expect(back).not.toEqual(facts)
      expect(replayed(back, takingBack.undo.events)).toEqual(facts)
    }
  })

  test.prop([steps])('tells every record once, newest first', (given) => {
    const { records } = ledgerOf(given)
    const told = historyOf(records)
    expect(told[0]?.seq).toBe(records.at(-1)?.seq)
    const order = told.map(({ seq }) => seq)
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  })

  test.prop([steps, change])('takes the newest change back to exactly what was before', (given, event) => {
    const { records, facts } = ledgerOf(given)
    if (refusalOf(facts, event)) return
    const newest = { seq: records.length + 1, at: '2026-07-01T00:00:00.000Z', event }
    const [entry] = historyOf([...records, newest])
    if (!entry?.takingBack) return
    const now = replayed(facts, [event])
    const back = replayed(now, entry.takingBack.events)
    expect(back.photos).toEqual(facts.photos)
    expect(back.clients).toEqual(facts.clients)
    expect(back.treatments).toEqual(facts.treatments)
  })

  it('tells of documents in words, those that were added in one go together', () => {
    const said = { documentId, kind: 'invoice' as const, title: 'Deposit', signedOn: '2026-03-14', notes: '' }
    const other = documentOf(2, { clientId, treatmentId, signedOn: null })
    const events: DomainEvent[] = [
      { type: 'document-attached', version: 1, data: attached },
      { type: 'document-attached', version: 1, data: other },
      { type: 'document-described', version: 1, data: said },
      { type: 'document-removed', version: 1, data: { documentId } },
      { type: 'document-restored', version: 1, data: { documentId } },
    ]
    const { records } = ledgerOf(events.map((event) => ({ event, afterMs: 1000 })))
    const told = historyOf(records).map(({ what, details, takingBack }) => [what, ...details, takingBack !== null])
    expect(told.slice(0, 4)).toEqual([
      ['Document restored', 'Deposit', true],
      ['Document removed', 'Deposit', false],
      [
        'Document changed: Consent 1',
        'Title: Consent 1 → Deposit',
        'Kind: Consent form → Invoice',
        'Day: 10 Jan 2026 → 14 Mar 2026',
        true,
      ],
      ['2 documents attached', 'Consent 1, signed 10 Jan 2026; Consent 2', true],
    ])
  })
})

test('tells videos and their frames in words of their own', () => {
  const imported = (data: Photo): DomainEvent => ({ type: 'photo-imported', version: 1, data })
  const about = { clientId, treatmentId }
  const given = [
    imported(photoOf(11, { ...about, video: { durationSeconds: 3 } })),
    imported(photoOf(12, { ...about, video: { durationSeconds: 3 } })),
    imported(photoOf(13, { ...about, frameOf: { videoId: photoIdOf(11), atSeconds: 1.3 } })),
    imported(photoOf(14, { ...about, frameOf: { videoId: photoIdOf(11), atSeconds: 2 } })),
  ].map((event) => ({ event, afterMs: 0 }))
  expect(historyOf(ledgerOf(given).records).map(({ what }) => what)).toEqual([
    'Frame of a video taken as a photo, at 0:02.00',
    'Frame of a video taken as a photo, at 0:01.30',
    '2 videos imported',
    '2 photos imported',
    'Treatment added: T',
    'Client added: A',
  ])
})

test('tells what was drawn; changes of one drawing in one go are one, and are taken back as one', () => {
  const drawing = drawingOn(photoOf(1), 0, oneOfEach[0]!)
  const { photoId: _, ...content } = drawing
  const scale = { from: { x: 0, y: 0 }, to: { x: 50, y: 0 }, lengthMm: 23.25, by: 'euro-1' as const, quarterTurns: 0 }
  const changed = (name: string): DomainEvent => ({ type: 'drawing-changed', version: 1, data: { ...content, name } })
  const given: DomainEvent[] = [
    { type: 'drawing-added', version: 1, data: drawing },
    changed('Whorl'),
    changed('Crown'),
    { type: 'scale-set', version: 1, data: { photoId: photoIdOf(1), scale } },
  ]
  const { records } = ledgerOf(given.map((event) => ({ event, afterMs: 1000 })))
  const told = historyOf(records)
  const photo = 'Crown, before, 12 Jan 2026'
  expect(told.slice(0, 3).map(({ what, details }) => [what, ...details])).toEqual([
    ['Scale of a photo set', '1 euro coin, across: 23.3 mm', photo],
    ['Drawing changed: Treated zone', 'Crown', photo],
    ['Drawn: Treated zone', photo],
  ])
  expect(told[1]?.takingBack?.events).toEqual([changed('')])
})
