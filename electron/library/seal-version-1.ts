import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, open, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { clientOfEvent } from '../../shared/domain/client-of-event.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../shared/domain/facts.ts'
import { AppError } from '../../shared/errors.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { sealBytes } from '../sealed/sealed-file.ts'
import { diskError, makeFolder, syncFolder, withHandle, writeFileDurably } from './durable-files.ts'
import type { LibraryLayout, LibraryPlaces } from './layout.ts'
import { chainStart, encodeLine, lineHash } from './ledger-line.ts'
import { readLines } from './ledger-reading.ts'
import type { LibraryKeys } from './library-keys.ts'
import { contentHash, copySealed } from './originals.ts'
import { sealEntry } from './sealed-entry.ts'

/** A ledger of version 1: its records, how many of them each line holds, and the last line where a crash cut it short. */
interface PlainLedger {
  readonly records: LedgerRecord[]
  readonly lineLengths: number[]
  readonly facts: Facts
  readonly torn: { readonly fileName: string; readonly bytes: Uint8Array } | undefined
}

/** Reads and verifies a ledger of version 1; throws as `readLines` does. */
export async function readPlainLedger(places: LibraryPlaces): Promise<PlainLedger> {
  const bytes = await readFile(places.ledger).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw diskError(error)
  })
  const lineLengths: number[] = []
  const { records, tornBytes } = readLines(bytes, ({ at, events }) => {
    if (typeof at !== 'string' || !Array.isArray(events)) return undefined
    lineLengths.push(events.length)
    return {
      at,
      count: events.length,
      events: [...events.entries()].map(([index, event]) => ({ index, event })),
      lostKeyIds: [],
    }
  })
  const facts = emptyFacts()
  for (const { event, at } of records) applyEvent(facts, event, at)
  const fileName = `torn-after-${records.length}-${tornBytes.length}.bin`
  return { records, lineLengths, facts, torn: tornBytes.length > 0 ? { fileName, bytes: tornBytes } : undefined }
}

/** The same records as sealed lines. */
export async function sealLedger(keys: LibraryKeys, { records, lineLengths }: PlainLedger): Promise<string> {
  const facts = emptyFacts()
  const clientIds = records.map(({ event, at }) => {
    const clientId = clientOfEvent(facts, event)
    applyEvent(facts, event, at)
    return clientId
  })
  const keyIds = await keys.keyIdsFor(clientIds)
  const lines: string[] = []
  let prev = chainStart
  let start = 0
  for (const length of lineLengths) {
    const own = records.slice(start, start + length)
    const events = own.map(({ event }) => event)
    const at = own[0]?.at ?? ''
    const line = encodeLine(sealEntry(keys, { seq: start + 1, prev }, at, events, keyIds.slice(start, start + length)))
    lines.push(line)
    prev = lineHash(line)
    start += length
  }
  return lines.join('')
}

/**
 * Seals every file of the objects folder and of what was set aside, known or not, whole or damaged, and reads each again: its content must hash as the old file's did while it was
 * read. Known ones are wrapped with their client's key.
 */
export async function sealObjects(
  places: LibraryPlaces,
  fresh: LibraryLayout,
  keys: LibraryKeys,
  facts: Facts,
  step: OpeningStep,
): Promise<void> {
  const paths = [...(await filesIn(places.objects)), ...(await filesIn(places.quarantine))]
  for (const [fileCount, path] of paths.entries()) {
    await step({ step: 'sealing', fileCount, totalCount: paths.length })
    const name = basename(path)
    const id = /^[0-9a-f]{64}$/.test(name) ? name : await plainHash(path)
    const day = path.startsWith(places.quarantine) && basename(dirname(path))
    const target = day ? join(fresh.quarantine, day, fresh.objectName(id)) : fresh.object(id)
    if ((await contentHash(target, keys).catch(() => undefined)) === id) continue
    await rm(target, { force: true })
    const seal = keys.sealFor(await keys.keyIdFor(facts.photos.get(id)?.clientId ?? null), target)
    await makeFolder(dirname(target))
    const { hash } = await withHandle(await open(path, 'r'), (source) => copySealed(source, target, seal, name))
    await step()
    if ((await contentHash(target, keys)) !== hash) throw unfaithful(name)
    await chmod(target, 0o400)
    await syncFolder(dirname(target))
    await step()
  }
  await step({ step: 'sealing', fileCount: paths.length, totalCount: paths.length })
}

/** Seals what lies beside the ledger, such as torn records that were set aside: nothing of it may stay plain, and nothing may get lost. */
export async function sealLooseFiles(
  places: LibraryPlaces,
  fresh: LibraryPlaces,
  keys: LibraryKeys,
  { torn }: PlainLedger,
  step: OpeningStep,
): Promise<void> {
  const keyId = await keys.keyIdFor(null)
  const seal = async (name: string, bytes: Uint8Array) => {
    const target = join(fresh.ledgerFolder, name)
    await makeFolder(dirname(target))
    await writeFileDurably(target, sealBytes(keys.sealFor(keyId, target), bytes))
    await step()
  }
  for (const path of await filesIn(places.ledgerFolder))
    if (path !== places.ledger) await seal(relative(places.ledgerFolder, path), await readFile(path))
  if (torn) await seal(torn.fileName, torn.bytes)
}

/** The error of a copy that doesn't say what the original says. */
export function unfaithful(what: string): AppError {
  return new AppError('folder-unavailable', { reason: `The copy of ${what} is not the same. Check the disk.` })
}

/** The paths of all files in a folder and below it; none where there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw diskError(error)
    },
  )
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function plainHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
