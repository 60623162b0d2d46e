import type { LedgerRecord } from '../../../shared/domain/events.ts'
import { applyEvent, type Facts } from '../../../shared/domain/facts.ts'
import { clientIdSchema } from '../../../shared/domain/ids.ts'
import { recordsWithout } from '../../../shared/domain/records-without.ts'
import type { Ledger, LedgerContent } from '../ledger.ts'
import type { LibraryFiles } from '../originals.ts'
import { addErasedKeyIds } from './erased-keys.ts'
import { removePlainTornRecords } from './torn-records.ts'

/**
 * Ends erasures that a crash cut off, and repeats in a library that was restored those that happened after its backup (`erasedBefore`): each gets its tombstone in this ledger, and
 * its key goes. The files go when the originals are compared. Changes `facts`; the records that are left.
 */
export async function settleErasures(
  { layout, keys }: LibraryFiles,
  ledger: Ledger,
  { records, lostKeyIds }: Pick<LedgerContent, 'records' | 'lostKeyIds'>,
  facts: Facts,
  erasedBefore: ReadonlySet<string>,
): Promise<LedgerRecord[]> {
  const untold = [...erasedBefore].filter(
    (keyId) => !facts.erasures.has(keyId) && (keys.findClient(keyId) !== undefined || lostKeyIds.has(keyId)),
  )
  const events = untold.map((keyId) => {
    const clientId = clientIdSchema.nullable().parse(keys.findClient(keyId) ?? null)
    return { type: 'client-erased' as const, version: 1 as const, data: { clientId, keyId } }
  })
  const told =
    events.length === 0
      ? []
      : await ledger.append(
          events,
          events.map(() => null),
        )
  for (const { event, at } of told) applyEvent(facts, event, at)
  await addErasedKeyIds(layout, facts.erasures.keys())
  const unfinished = [...facts.erasures.keys()].filter((keyId) => keys.findClient(keyId) !== undefined)
  if (unfinished.length === 0) return [...records, ...told]
  const clientIds = new Set(unfinished.flatMap((keyId) => keys.findClient(keyId) ?? []))
  await keys.dropClientKeys(unfinished)
  await removePlainTornRecords(layout, () => undefined)
  return recordsWithout([...records, ...told], clientIds)
}
