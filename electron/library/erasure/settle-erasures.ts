import { clientIdSchema } from '../../../shared/domain/ids.ts'
import type { Ledger } from '../ledger.ts'
import type { LibraryFacts } from '../library-facts.ts'
import { libraryKeyId } from '../library-keys.ts'
import type { LibraryFiles } from '../originals.ts'
import { addErasedKeyIds } from './erased-keys.ts'
import { removePlainTornRecords } from './torn-records.ts'

/** What opening a library knows of erasures. `erasedBefore`: of clients' keys, by the list beside the ledger. `lostKeyIds`: named in the ledger, and not there. */
interface FoundErasures {
  readonly erasedBefore: ReadonlySet<string>
  readonly lostKeyIds: ReadonlySet<string>
}

/**
 * Ends erasures that a crash cut off, and repeats in a library that was restored those that happened after its backup (`erasedBefore`): each gets its tombstone in this ledger, and
 * its key goes. The files go when the originals are compared. Changes `facts`. `at`: when the last tombstone was written here, if one was.
 */
export async function settleErasures(
  { layout, keys }: LibraryFiles,
  ledger: Ledger,
  facts: LibraryFacts,
  { erasedBefore, lostKeyIds }: FoundErasures,
): Promise<{ hasEnded: boolean; at: string | undefined }> {
  const { erasures } = facts.shared
  const untold = [...erasedBefore].filter(
    (keyId) => !erasures.has(keyId) && (keys.findClient(keyId) !== undefined || lostKeyIds.has(keyId)),
  )
  const events = untold.map((keyId) => {
    const clientId = clientIdSchema.nullable().parse(keys.findClient(keyId) ?? null)
    return { type: 'client-erased' as const, version: 1 as const, data: { clientId, keyId } }
  })
  let at: string | undefined
  if (events.length > 0) {
    const start = ledger.acknowledged.byteLength
    const told = await ledger.append(
      events,
      events.map(() => null),
    )
    at = told.at(-1)?.at
    facts.add(
      told.map((record) => ({ record, keyId: libraryKeyId })),
      { start, end: ledger.acknowledged.byteLength },
    )
  }
  await addErasedKeyIds(layout, erasures.keys())
  const unfinished = [...erasures.keys()].filter((keyId) => keys.findClient(keyId) !== undefined)
  if (unfinished.length > 0) {
    await keys.dropClientKeys(unfinished)
    await removePlainTornRecords(layout, () => undefined)
  }
  return { hasEnded: events.length + unfinished.length > 0, at }
}
