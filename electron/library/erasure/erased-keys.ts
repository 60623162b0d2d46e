import { readFile } from 'node:fs/promises'
import { diskError, writeFileDurably } from '../durable-files.ts'
import type { LibraryPlaces } from '../layout.ts'

const keyIdPattern = /\b[0-9a-f]{32}\b/g

/**
 * Reads which clients' keys were erased, by the keys' ids, which mean nothing to anybody. The list stands plain beside the ledger, so that it can be carried over into a library that is
 * restored even when the present one can't be opened; whatever of it can still be read counts.
 */
export async function readErasedKeyIds(places: LibraryPlaces): Promise<ReadonlySet<string>> {
  const text = await readFile(places.erased, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw diskError(error)
  })
  return new Set(text.match(keyIdPattern) ?? [])
}

/** Adds to the list of erased keys; durable before this resolves. */
export async function addErasedKeyIds(places: LibraryPlaces, keyIds: Iterable<string>): Promise<void> {
  const before = await readErasedKeyIds(places)
  const all = new Set([...before, ...keyIds])
  if (all.size === before.size) return
  const content = { format: 'stipple-erased', version: 1, keyIds: [...all].sort() }
  await writeFileDurably(places.erased, `${JSON.stringify(content, null, 1)}\n`)
}
