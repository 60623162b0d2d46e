import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { withHandle } from '../durable-files.ts'
import type { BackupEntry } from './backup-manifest.ts'
import { isLasting, libraryFilePath } from './backup-names.ts'
import { type Follow, readExactly, readHashed, stopIfCancelled } from './copy-bytes.ts'
import type { BackupSource } from './copy-entries.ts'
import { unlessDamaged } from './open-backup.ts'
import { type Backup, type PlacedEntry, readEntry, verifyBackup } from './read-backup.ts'
import { tarBlockBytes, tarHeader } from './tar-header.ts'

/** The head of a sealed file, which no other content has, and more. */
const comparedBytes = 512
/** So many files are compared at once: it is the waiting for the disk that takes time. */
const atOnce = 16
const erasedName = 'erased.json'

/** What a backup that can be added to keeps as it is. */
export interface Addition {
  readonly kept: readonly BackupEntry[]
  /** Files that the library lost or that are damaged there; the backup has them whole. */
  readonly carriedOver: number
}

/**
 * Looks whether a backup needs nothing but additions: its tail is whole, nobody was erased since, and each file before the tail still belongs to the library and is
 * the same there, by size and beginning (a sealed file's head is random). Null when it must be written anew.
 */
export async function planAddition(
  earlier: Backup,
  source: BackupSource,
  files: readonly { readonly name: string; readonly byteSize: number }[],
  { signal, onFraction }: { signal?: AbortSignal | undefined; onFraction: (fraction: number) => void },
): Promise<Addition | null> {
  const { manifest, entries, tailOffset } = earlier
  if (manifest.version === 1) return null
  const isTailWhole = await unlessDamaged(verifyBackup(earlier, { signal }, tailOffset).then(() => true))
  if (!isTailWhole || !(await isErasedListSame(earlier, source.folder))) return null
  const sizes = new Map(files.map(({ name, byteSize }) => [name, byteSize]))
  const expected = new Map(source.expected().map((file) => [file.name, file]))
  const lasting = entries.filter(({ name }) => isLasting(name))
  const judge = async (entry: PlacedEntry): Promise<'same' | 'lost' | 'changed'> => {
    const { name, byteSize, isDamaged } = entry
    if (isDamaged) return (await expected.get(name)?.isIntact()) === false ? 'same' : 'changed'
    if (sizes.get(name) === byteSize && (await isSame(earlier, entry, source.folder))) return 'same'
    const original = expected.get(name)
    if (!original || (await original.isIntact())) return 'changed'
    return (await isWhole(earlier, entry, { signal })) ? 'lost' : 'changed'
  }
  let carriedOver = 0
  for (let start = 0; start < lasting.length; start += atOnce) {
    stopIfCancelled(signal)
    const judged = await Promise.all(lasting.slice(start, start + atOnce).map(judge))
    if (judged.includes('changed')) return null
    carriedOver += judged.filter((verdict) => verdict === 'lost').length
    onFraction(Math.min(1, (start + atOnce) / lasting.length))
  }
  return { kept: lasting.map(({ offset: _, ...entry }) => entry), carriedOver }
}

async function isErasedListSame({ entries }: Backup, folder: string): Promise<boolean> {
  const before = entries.find(({ name }) => name === erasedName)
  const handle = await open(libraryFilePath(folder, erasedName), constants.O_RDONLY).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
  if (!handle) return before === undefined
  const found = await withHandle(handle, async () =>
    readHashed({ handle, offset: 0, byteSize: (await handle.stat()).size }, async () => undefined),
  )
  return found === before?.sha256
}

/** True when a file of the backup begins as its namesake in the library. */
async function isSame({ bytes }: Backup, { name, byteSize, offset }: PlacedEntry, folder: string): Promise<boolean> {
  const length = Math.min(comparedBytes, byteSize)
  const kept = await readExactly({ handle: bytes, offset, byteSize: tarBlockBytes + length })
  if (!kept?.subarray(0, tarBlockBytes).equals(tarHeader(name, byteSize))) return false
  const own = await beginningOf(libraryFilePath(folder, name), length).catch((error: NodeJS.ErrnoException) => {
    // a sector that can't be read any more
    if (error.code === 'EIO') return undefined
    throw error
  })
  return own?.equals(kept.subarray(tarBlockBytes)) === true
}

async function beginningOf(path: string, byteSize: number): Promise<Buffer | undefined> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  return withHandle(handle, () => readExactly({ handle, offset: 0, byteSize }))
}

async function isWhole(backup: Backup, entry: PlacedEntry, follow: Follow): Promise<boolean> {
  return (await unlessDamaged(readEntry(backup, entry, async () => undefined, follow).then(() => true))) === true
}
