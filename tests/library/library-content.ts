import { readFile } from 'node:fs/promises'
import { readLedger } from '../../electron/library/ledger-reading.ts'
import type { Library } from '../../electron/library/library.ts'
import type { FactTable } from '../../shared/domain/apply-event.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { emptyFacts, type Facts } from '../../shared/domain/facts.ts'

/** All facts of a library, read out into plain tables. */
export function factsIn({ facts }: Library): Facts {
  const plain = emptyFacts()
  for (const table of Object.keys(plain) as FactTable[])
    for (const [key, row] of facts[table] as Map<string, object>) (plain[table] as Map<string, object>).set(key, row)
  return plain
}

/** Every record of an open library, as its ledger has it on the disk. */
export async function recordsIn({ layout, keys }: Library): Promise<LedgerRecord[]> {
  return readLedger(await readFile(layout.ledger), keys).records
}
