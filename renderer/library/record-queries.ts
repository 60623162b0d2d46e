import { type AttachedDocument, documentPhrases } from '../../shared/domain/document.ts'
import { recordPhrases } from '../../shared/domain/record-words.ts'
import type { SessionRecord } from '../../shared/domain/session-record.ts'
import type { TreatmentRecord } from '../../shared/domain/treatment-record.ts'
import type { UsedMaterials } from '../ports.ts'
import type { LibraryDb } from './library-db.ts'

/** What records and documents say, by client; removed treatments are left out. */
export async function phrasesByClient(db: LibraryDb): Promise<ReadonlyMap<string, readonly string[]>> {
  const records = new Map<
    string,
    { treatments: TreatmentRecord[]; sessions: SessionRecord[]; documents: AttachedDocument[] }
  >()
  const clientOf = new Map<string, string>()
  for (const { treatmentId, clientId, isRemoved } of await db.treatments.toArray()) {
    if (isRemoved) continue
    clientOf.set(treatmentId, clientId)
    if (!records.has(clientId)) records.set(clientId, { treatments: [], sessions: [], documents: [] })
  }
  const ofClient = (treatmentId: string) => records.get(clientOf.get(treatmentId) ?? '')
  for (const record of await db.treatmentRecords.toArray()) ofClient(record.treatmentId)?.treatments.push(record)
  for (const record of await db.sessionRecords.toArray()) ofClient(record.treatmentId)?.sessions.push(record)
  for (const document of await db.documents.toArray())
    if (!document.isRemoved) ofClient(document.treatmentId)?.documents.push(document)
  return new Map(
    [...records].map(([clientId, { treatments, sessions, documents }]) => [
      clientId,
      [...recordPhrases(treatments, sessions), ...documentPhrases(documents)],
    ]),
  )
}

/** The pigments and needles that were written down so far. */
export async function usedMaterials(db: LibraryDb): Promise<UsedMaterials> {
  const pigments = await db.sessionRecords.orderBy('pigment').uniqueKeys()
  const needles = await db.sessionRecords.orderBy('needle').uniqueKeys()
  return { pigments: pigments.map(String).filter(Boolean), needles: needles.map(String).filter(Boolean) }
}
