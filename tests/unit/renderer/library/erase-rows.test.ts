import 'fake-indexeddb/auto'
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { LibraryDb } from '../../../../renderer/library/library-db.ts'
import { projectedTables, projectRecords, projectRows } from '../../../../renderer/library/projector.ts'
import type { FactTable } from '../../../../shared/domain/apply-event.ts'
import { rowsOf } from '../../../../shared/domain/client-rows.ts'
import { drawingIdOf } from '../../../../shared/domain/drawing.ts'
import type { DomainEvent, LedgerRecord } from '../../../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../../shared/domain/facts.ts'
import { clientIdSchema, treatmentIdSchema } from '../../../../shared/domain/ids.ts'
import { recordsWithout } from '../../../../shared/domain/records-without.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { blankSessionRecord } from '../../../../shared/domain/session-record.ts'
import { blankTreatmentRecord } from '../../../../shared/domain/treatment-record.ts'
import { drawingOn, oneOfEach } from '../../domain/drawing/drawing-samples.ts'
import { comparisonEvents, comparisonOf, protocolEvents, protocolOf } from '../comparison-samples.ts'
import { photoIdOf, photoOf, unaligned } from '../photo-samples.ts'

const clients = [0, 1, 2].map((n) => clientIdSchema.parse(`1111111${n}-1111-4111-8111-111111111111`))
const treatmentOf = (client: number) => treatmentIdSchema.parse(`2222222${client}-2222-4222-8222-222222222222`)
const addedAt = '2026-01-01T00:00:00.000Z'
const beginning = clients.flatMap((clientId, n): DomainEvent[] => [
  {
    type: 'client-added',
    version: 1,
    data: { clientId, name: `Client ${n}`, isSample: false, addedAt, isRemoved: false },
  },
  {
    type: 'treatment-added',
    version: 1,
    data: { treatmentId: treatmentOf(n), clientId, name: 'First', sessionCount: 3, addedAt },
  },
])

const client = fc.nat({ max: 2 })
// every photo stays with one client, so that whose an alignment is can't change
const photoIdsOf = (n: number) => [1, 2, 3].map((photo) => photoIdOf(10 * n + photo))
const event: fc.Arbitrary<DomainEvent> = fc
  .record({ n: client, one: fc.nat({ max: 2 }), other: fc.nat({ max: 2 }), kind: fc.nat({ max: 16 }) })
  .map(({ n, one, other, kind }): DomainEvent => {
    const clientId = clients[n]!
    const treatmentId = treatmentOf(n)
    const [photoId, movingId] = [photoIdsOf(n)[one]!, photoIdsOf(n)[other]!]
    const pairKey = `${photoId}/${movingId}`
    switch (kind) {
      case 0:
        return { type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }
      case 1:
        return { type: 'photo-removed', version: 1, data: { photoId } }
      case 2:
        return { type: 'photo-deleted', version: 1, data: { photoId, clientId } }
      case 3:
        return {
          type: 'landmarks-placed',
          version: 1,
          data: { pairKey, referenceId: photoId, movingId, landmarks: [] },
        }
      case 4:
        return unaligned({ alignmentId: photoId as never, inputsKey: '', pairKey, referenceId: photoId, movingId })
      case 5:
        return { type: 'treatment-described', version: 1, data: blankTreatmentRecord(treatmentId) }
      case 6:
        return { type: 'session-recorded', version: 1, data: blankSessionRecord(treatmentId, 'session-1') }
      case 7:
        return {
          type: 'reference-chosen',
          version: 1,
          data: { seriesKey: `${treatmentId}/crown`, treatmentId, angle: 'crown', photoId },
        }
      case 9:
        return {
          type: 'drawing-added',
          version: 1,
          data: drawingOn(photoOf(10 * n + one + 1), other, oneOfEach[other]!),
        }
      case 10:
        return {
          type: 'drawing-removed',
          version: 1,
          data: { drawingId: drawingIdOf(photoId, `${other}`.padStart(32, '0')) },
        }
      case 11:
        return {
          type: 'scale-set',
          version: 1,
          data: {
            photoId,
            scale: { from: { x: 0, y: 0 }, to: { x: 50, y: 0 }, lengthMm: 10, by: 'length', quarterTurns: 0 },
          },
        }
      case 8:
        return { type: 'client-restored', version: 1, data: { clientId } }
      case 12:
      case 13:
        return comparisonEvents(comparisonOf(treatmentId, [photoId, movingId])).saved
      case 14:
        return comparisonEvents(comparisonOf(treatmentId, [photoId, movingId])).removed
      case 15:
        return protocolEvents(protocolOf(n)).saved
      default:
        return { type: 'photo-imported', version: 1, data: photoOf(10 * n + one + 1, { clientId, treatmentId }) }
    }
  })

/** What the ledger holds after those events that the rules allow, from a beginning with some photos. */
function ledgerOf(events: readonly DomainEvent[]): LedgerRecord[] {
  const facts = emptyFacts()
  const photos = [0, 1, 2].flatMap((n) =>
    [1, 2].map(
      (photo): DomainEvent => ({
        type: 'photo-imported',
        version: 1,
        data: photoOf(10 * n + photo, { clientId: clients[n]!, treatmentId: treatmentOf(n) }),
      }),
    ),
  )
  return [...beginning, ...photos, ...events]
    .flatMap((happened) => {
      if (refusalOf(facts, happened)) return []
      applyEvent(facts, happened, addedAt)
      return [happened]
    })
    .map((happened, index) => ({ seq: index + 1, at: addedAt, event: happened }))
}

function factsOf(records: readonly LedgerRecord[]): Facts {
  const facts = emptyFacts()
  for (const { event: happened, at } of records) applyEvent(facts, happened, at)
  return facts
}

async function projectedIn(db: LibraryDb) {
  const primary = async (table: FactTable) => {
    const rows = await db.table(table).toArray()
    const { keyPath } = db.table(table).schema.primKey
    return new Map(rows.map((row) => [row[keyPath as string], row]))
  }
  return Object.fromEntries(await Promise.all(projectedTables.map(async (table) => [table, await primary(table)])))
}

test.prop([fc.array(event, { maxLength: 25 }), client], { numRuns: 60 })(
  'after an erasure the facts, the window’s projection and a ledger without the client say the same',
  async (events, erasedIndex) => {
    const before = ledgerOf(events)
    const clientId = clients[erasedIndex]!
    const seq = before.length + 1
    const tombstone: LedgerRecord = {
      seq,
      at: addedAt,
      event: { type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } },
    }
    const live = factsOf([...before, tombstone])
    expect(JSON.stringify([...live.photos, ...live.treatments, ...live.alignments])).not.toContain(clientId)
    expect(factsOf(recordsWithout([...before, tombstone], new Set([clientId])))).toEqual(live)
    const db = new LibraryDb(`test-${crypto.randomUUID()}`)
    const half = before.length >> 1
    await projectRows(db, rowsOf(factsOf(before.slice(0, half))))
    await projectRecords(db, [...before.slice(half), tombstone])
    expect(await projectedIn(db)).toEqual(Object.fromEntries(projectedTables.map((table) => [table, live[table]])))
    await db.delete()
  },
)
