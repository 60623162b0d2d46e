import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clientOfEvent } from '../../../shared/domain/client-of-event.ts'
import { documentIdOf } from '../../../shared/domain/document.ts'
import { drawingIdOf } from '../../../shared/domain/drawing.ts'
import { type DomainEvent, presentVersions } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../shared/domain/facts.ts'
import { clientIdSchema, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import { type Hold, holdOn, isHeld, noStudioRetention } from '../../../shared/domain/retention.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { isDue, trashOf } from '../../../shared/domain/trash.ts'
import { blankTreatmentRecord } from '../../../shared/domain/treatment-record.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const at = '2026-03-01T10:00:00.000Z'
const treatmentId = treatmentIdSchema.parse(randomUUID())
const clientId = clientIdSchema.parse(randomUUID())
const added = (isSample = false): DomainEvent[] => [
  {
    type: 'client-added',
    version: 1,
    data: { clientId, name: 'Anna', isSample, addedAt: '2026-01-01T00:00:00.000Z', isRemoved: false },
  },
  {
    type: 'treatment-added',
    version: 1,
    data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt: '2026-01-01T00:00:00.000Z' },
  },
]
const imported = (n: number): DomainEvent => ({
  type: 'photo-imported',
  version: 1,
  data: photoOf(n, { clientId, treatmentId }),
})
const removed: DomainEvent = { type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }
const photoRemoved: DomainEvent = { type: 'photo-removed', version: 1, data: { photoId: photoIdOf(1) } }

function factsAfter(events: readonly DomainEvent[]): Facts {
  const facts = emptyFacts()
  for (const event of events) {
    expect(refusalOf(facts, event), event.type).toBeUndefined()
    applyEvent(facts, event, at)
  }
  return facts
}

const later = (days: number) => new Date(Date.parse(at) + days * 86_400_000)

describe('trashOf', () => {
  it('lists a removed client with cover and count, due 30 days later, waiting for a person’s word', () => {
    const { clients, photos } = trashOf(factsAfter([...added(), imported(1), imported(2), photoRemoved, removed]))
    expect(photos).toEqual([])
    expect(clients).toEqual([
      {
        clientId,
        name: 'Anna',
        isSample: false,
        photoCount: 2,
        cover: { photoId: photoIdOf(2), quarterTurns: 0 },
        removedAt: at,
        dueAt: '2026-03-31T10:00:00.000Z',
        hold: null,
        goesByItself: false,
        retention: { keepUntil: null, why: '' },
      },
    ])
    expect(isDue(clients[0]!, later(29.9))).toBe(false)
    expect(isDue(clients[0]!, later(30))).toBe(true)
  })

  it('lets the sample go by itself, and who has neither photo nor record, and everybody when the studio says so', () => {
    const fate = (events: DomainEvent[]) => trashOf(factsAfter([...events, removed])).clients[0]!.goesByItself
    const described: DomainEvent = { type: 'treatment-described', version: 1, data: blankTreatmentRecord(treatmentId) }
    const rule: DomainEvent = {
      type: 'studio-retention-noted',
      version: 1,
      data: { ...noStudioRetention, erasesDueClients: true },
    }
    expect(fate([...added(true), imported(1)])).toBe(true)
    expect(fate(added())).toBe(true)
    expect(fate([...added(), described])).toBe(false)
    expect(fate([...added(), imported(1)])).toBe(false)
    expect(fate([...added(), imported(1), rule])).toBe(true)
  })

  it('lists removed photos and treatments; a photo says which treatment must come back with it', () => {
    const treatmentRemoved: DomainEvent = { type: 'treatment-removed', version: 1, data: { treatmentId } }
    const facts = factsAfter([...added(), imported(1), photoRemoved, treatmentRemoved])
    const trash = trashOf(facts)
    expect(trash.photos).toMatchObject([
      {
        photoId: photoIdOf(1),
        clientName: 'Anna',
        day: '2026-01-12',
        removedTreatmentId: treatmentId,
        goesByItself: true,
      },
    ])
    expect(trash.treatments).toEqual([{ treatmentId, name: 'T', clientName: 'Anna', removedAt: at }])
    applyEvent(facts, { type: 'treatment-restored', version: 1, data: { treatmentId } })
    applyEvent(facts, { type: 'photo-restored', version: 1, data: { photoId: photoIdOf(1) } })
    expect(trashOf(facts)).toMatchObject({ clients: [], photos: [], treatments: [] })
  })

  it('is held by a note on the client, and by the studio’s years after the last photo, but not the sample', () => {
    const note: DomainEvent = {
      type: 'client-retention-noted',
      version: 1,
      data: { clientId, keepUntil: '2026-06-01', why: 'A dispute' },
    }
    const rule: DomainEvent = {
      type: 'studio-retention-noted',
      version: 1,
      data: { keepYears: 7, why: 'Insurer', erasesDueClients: true },
    }
    const holdAfter = (events: DomainEvent[]) => trashOf(factsAfter([...events, removed])).clients[0]!.hold
    expect(holdAfter([...added(), imported(1), note])).toEqual({ until: '2026-06-01', why: 'A dispute', by: 'client' })
    expect(holdAfter([...added(), imported(1), note, rule])).toEqual({
      until: '2033-01-12',
      why: 'Insurer',
      by: 'studio',
    })
    expect(holdAfter([...added(true), imported(1), rule])).toBeNull()
    const photo = trashOf(factsAfter([...added(), imported(1), note, photoRemoved])).photos[0]!
    expect(isDue(photo, later(60))).toBe(false)
    expect(isDue(photo, new Date('2026-06-01T23:59:00Z'))).toBe(false)
    expect(isDue(photo, new Date('2026-06-02T00:00:00Z'))).toBe(true)
  })
})

describe('holdOn', () => {
  it('takes the later of two, and knows that not every year has a 29 February', () => {
    const studio = { ...noStudioRetention, keepYears: 1 }
    expect(holdOn({}, '2024-02-29', studio)?.until).toBe('2025-03-01')
    expect(holdOn({}, '2023-02-28', studio)?.until).toBe('2024-02-28')
    const own = { retention: { keepUntil: '2030-01-01', why: '' } }
    expect(holdOn(own, '2024-05-05', studio)?.by).toBe('client')
    expect(holdOn({}, '2024-05-05', noStudioRetention)).toBeNull()
    const hold: Hold = { until: '2025-03-01', why: '', by: 'studio' }
    expect([isHeld(hold, new Date('2025-03-01T20:00:00Z')), isHeld(null, new Date())]).toEqual([true, false])
  })
})

describe('a client with photos', () => {
  it('is removed only when that is meant, erased only from the trash, and doesn’t come back', () => {
    const facts = factsAfter([...added(), imported(1)])
    const slip: DomainEvent = { type: 'client-removed', version: 1, data: { clientId } }
    const erased: DomainEvent = { type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } }
    expect(refusalOf(facts, slip)).toMatch(/stays/)
    expect(refusalOf(facts, erased)).toMatch(/trash/)
    applyEvent(facts, removed, at)
    expect(refusalOf(facts, erased)).toBeUndefined()
    applyEvent(facts, erased, at)
    expect([facts.clients.size, facts.treatments.size, facts.photos.size, facts.erasures.size]).toEqual([0, 0, 0, 1])
    expect(refusalOf(facts, { type: 'client-restored', version: 1, data: { clientId } })).toMatch(/no such client/)
    expect(trashOf(facts)).toMatchObject({ erasedCount: 1, lastErasedAt: at })
  })
})

describe('documents', () => {
  const documentId = documentIdOf(photoIdOf(1), clientId)
  const attached: DomainEvent = {
    type: 'document-attached',
    version: 1,
    data: {
      documentId,
      clientId,
      treatmentId,
      fileName: 'consent.pdf',
      byteSize: 10,
      kind: 'consent-form',
      title: 'Consent',
      signedOn: null,
      notes: '',
      picture: null,
      isRemoved: false,
    },
  }
  const documentRemoved: DomainEvent = { type: 'document-removed', version: 1, data: { documentId } }

  it('a removed one is listed and can be restored', () => {
    const facts = factsAfter([...added(), attached, documentRemoved])
    const listed = { documentId, title: 'Consent', clientName: 'Anna', removedAt: at, removedTreatmentId: null }
    expect(trashOf(facts).documents).toEqual([listed])
    applyEvent(facts, { type: 'document-restored', version: 1, data: { documentId } }, at)
    expect(trashOf(facts).documents).toEqual([])
  })

  it('a client of whom there is nothing but a form doesn’t go by itself', () => {
    expect(trashOf(factsAfter([...added(), removed])).clients[0]).toMatchObject({ goesByItself: true })
    expect(trashOf(factsAfter([...added(), attached, removed])).clients[0]).toMatchObject({ goesByItself: false })
  })
})

it('what an event says is sealed for a client, whoever it speaks of; only tombstones and the studio’s rule are the library’s', () => {
  const facts = factsAfter([...added(), imported(1), imported(2)])
  const [one, other] = [photoIdOf(1), photoIdOf(2)]
  const documentId = documentIdOf(one, clientId)
  const ids = {
    clientId,
    treatmentId,
    documentId,
    drawingId: drawingIdOf(one, randomUUID()),
    photoId: one,
    photoIds: [one, other],
    referenceId: one,
    movingId: other,
  }
  const ofTheLibrary = [...presentVersions.keys()].filter(
    (type) => clientOfEvent(facts, { type, version: 1, data: ids } as unknown as DomainEvent) === null,
  )
  expect(ofTheLibrary.sort()).toEqual([
    'client-erased',
    'consent-text-removed',
    'consent-text-renamed',
    'consent-text-saved',
    'export-template-changed',
    'export-template-removed',
    'export-template-saved',
    'hanging-protocol-removed',
    'hanging-protocol-renamed',
    'hanging-protocol-saved',
    'studio-retention-noted',
  ])
})
