import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { clientOfEvent } from '../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../shared/domain/client-record-filter.ts'
import {
  attachedDocumentSchema,
  clientOfDocumentId,
  describedByFileName,
  documentIdOf,
  documentPhrases,
} from '../../../shared/domain/document.ts'
import { type DomainEvent, domainEventSchema, statedEventSchema } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { clientIdSchema, photoIdSchema, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import { contentHashOf, knownOriginals } from '../../../shared/domain/known-originals.ts'
import { phraseInWords } from '../../../shared/domain/record-words.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { documentOf } from '../renderer/document-samples.ts'
import { photoOf } from '../renderer/photo-samples.ts'

const document = documentOf(1)
const { documentId, clientId, treatmentId } = document
const addedAt = '2026-01-01T00:00:00.000Z'
const added: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
]
const attached: DomainEvent = { type: 'document-attached', version: 1, data: document }
const on = (type: 'document-removed' | 'document-restored'): DomainEvent => ({ type, version: 1, data: { documentId } })
const treatmentRemoved: DomainEvent = { type: 'treatment-removed', version: 1, data: { treatmentId } }
const factsAfter = (events: readonly DomainEvent[]) => {
  const facts = emptyFacts()
  for (const event of events) applyEvent(facts, event)
  return facts
}

describe('documents', () => {
  it('are attached, described anew, removed and restored; an id that isn’t there is refused', () => {
    const described: DomainEvent = {
      type: 'document-described',
      version: 1,
      data: { documentId, kind: 'invoice', title: 'Deposit', signedOn: null, notes: 'paid' },
    }
    const facts = factsAfter([...added, attached, described])
    expect(facts.documents.get(documentId)).toEqual({ ...document, ...described.data })
    expect(factsAfter([...added, attached, on('document-removed')]).documents.get(documentId)?.isRemoved).toBe(true)
    for (const event of [described, on('document-removed'), on('document-restored')])
      expect(refusalOf(factsAfter(added), event)).toBe('There is no such document.')
  })

  it('are attached once, to a treatment of their client that is there; a removed one can be attached again', () => {
    expect(refusalOf(factsAfter(added), attached)).toBeUndefined()
    expect(refusalOf(factsAfter([...added, attached]), attached)).toBe('This file is attached already.')
    expect(refusalOf(factsAfter([...added, attached, on('document-removed')]), attached)).toBeUndefined()
    expect(refusalOf(emptyFacts(), attached)).toBe('There is no such client.')
    expect(refusalOf(factsAfter([...added, treatmentRemoved]), attached)).toMatch('no such treatment')
    const removed = factsAfter([...added, attached, on('document-removed'), treatmentRemoved])
    expect(refusalOf(removed, on('document-restored'))).toBe('Restore the document’s treatment first.')
  })

  it('keep their treatment and their client from being removed by a slip', () => {
    const clientRemoved: DomainEvent = { type: 'client-removed', version: 1, data: { clientId } }
    const facts = factsAfter([...added, attached])
    expect(refusalOf(facts, treatmentRemoved)).toMatch('forms or documents')
    expect(refusalOf(facts, clientRemoved)).toMatch('forms or documents')
    const without = factsAfter([...added, attached, on('document-removed')])
    expect(refusalOf(without, treatmentRemoved)).toBeUndefined()
    expect(refusalOf(without, clientRemoved)).toMatch('forms or documents')
  })

  it('are checked: a day of the calendar or none, a title, an id of the same client, and witnessed by main', () => {
    const isTaken = (data: object) => attachedDocumentSchema.safeParse({ ...document, ...data }).success
    expect(isTaken({})).toBe(true)
    expect(isTaken({ signedOn: null })).toBe(true)
    expect(isTaken({ signedOn: '2026-02-30' })).toBe(false)
    expect(isTaken({ title: ' ' })).toBe(false)
    expect(isTaken({ kind: 'consent' })).toBe(false)
    expect(isTaken({ clientId: '33333333-3333-4333-8333-333333333333' })).toBe(false)
    expect(domainEventSchema.safeParse(attached).success).toBe(true)
    expect(statedEventSchema.safeParse(attached).success).toBe(false)
  })

  it('belong to their client alone, whatever the facts hold', () => {
    const other = clientIdSchema.parse('33333333-3333-4333-8333-333333333333')
    for (const event of [attached, on('document-removed'), on('document-restored')]) {
      const record = { seq: 1, at: addedAt, event }
      expect(clientOfEvent(emptyFacts(), event)).toBe(clientId)
      expect(clientRecordFilter(clientId)(record)).toBe(true)
      expect(clientRecordFilter(other)(record)).toBe(false)
    }
  })

  it('are originals as photos are, removed ones too', () => {
    const facts = factsAfter([...added, { type: 'photo-imported', version: 1, data: photoOf(7) }, attached])
    const ids = [photoOf(7).photoId, documentId]
    expect(knownOriginals(facts).map(({ originalId }) => originalId)).toEqual(ids)
    applyEvent(facts, on('document-removed'))
    expect(knownOriginals(facts).map(({ byteSize }) => byteSize)).toEqual([photoOf(7).byteSize, document.byteSize])
  })

  it('are found by kind, title and notes', () => {
    expect(
      documentPhrases([document, documentOf(2, { title: 'Anamnesis', notes: 'Takes aspirin' })]).map(phraseInWords),
    ).toEqual(['Consent form: Consent 1', 'Consent form: Anamnesis', 'Notes on Anamnesis: Takes aspirin'])
  })
})

describe('documentIdOf', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  test.prop([hash, fc.uuid({ version: 4 }), fc.uuid({ version: 4 })])(
    'names content and client',
    (text, one, other) => {
      const [contentHash, first, second] = [
        photoIdSchema.parse(text),
        clientIdSchema.parse(one),
        clientIdSchema.parse(other),
      ]
      const id = documentIdOf(contentHash, first)
      expect(contentHashOf(id)).toBe(contentHash)
      expect(clientOfDocumentId(id)).toBe(first)
      expect(documentIdOf(contentHash, second) === id).toBe(first === second)
    },
  )
})

describe('describedByFileName', () => {
  it('takes the title from the name, and kind and day where the name says them plainly', () => {
    expect(describedByFileName('Consent Anna 2026-03-14.pdf')).toEqual({
      kind: 'consent-form',
      title: 'Consent Anna 2026-03-14',
      signedOn: '2026-03-14',
      notes: '',
    })
    expect(describedByFileName('health_questionnaire.docx').kind).toBe('health-questionnaire')
    expect(describedByFileName('Liste.pdf').kind).toBe('other')
    const german = ['Einwilligung Anna.pdf', 'Anamnesebogen.pdf', 'Nachsorge.pdf', 'Rechnung 12.pdf']
    expect(german.map((name) => describedByFileName(name).kind)).toEqual([
      'consent-form',
      'health-questionnaire',
      'aftercare-sheet',
      'invoice',
    ])
  })

  it('invents no day: not from day and month in either order, two days, or plain numbers', () => {
    for (const name of ['Consent 03-04-2026.pdf', '2026-03-14 to 2026-04-01.pdf', 'Scan 20260314.pdf', 'form.pdf'])
      expect(describedByFileName(name).signedOn).toBeNull()
  })

  test.prop([fc.string({ maxLength: 300 })])('can be kept for every name', (name) => {
    const treatment = treatmentIdSchema.parse(treatmentId)
    const said = { ...document, ...describedByFileName(name), treatmentId: treatment }
    expect(attachedDocumentSchema.safeParse(said).success).toBe(true)
  })
})
