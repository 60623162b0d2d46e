import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { withHandle } from '../durable-files.ts'
import type { BackupEntry } from './backup-manifest.ts'
import { inBackupOrder, libraryFilePath } from './backup-names.ts'
import { type Follow, readHashed, stopIfCancelled, writeAt } from './copy-bytes.ts'
import { type Backup, type PlacedEntry, readEntry } from './read-backup.ts'
import { tarBlockBytes, tarEntryBytes, tarHeader, tarPaddingBytes } from './tar-header.ts'

/** How much of the ledger is on the disk and acknowledged: by file, what a backup made now holds of it, and where its chain ends. */
export interface Acknowledged {
  readonly lengths: ReadonlyMap<string, number>
  readonly lastSeq: number
  readonly lastHash: string
}

/** A file that the library must have, by its name in the backup. */
interface ExpectedFile {
  readonly name: string
  /** Reads it and tells whether it is what it was when it was imported. */
  readonly isIntact: () => Promise<boolean>
}

/** The library that is backed up. Its files are bytes; what they mean is known by whoever gives this. */
export interface BackupSource {
  readonly folder: string
  readonly clientCount: number
  readonly photoCount: number
  readonly acknowledge: () => Acknowledged
  /** The originals; asked after `acknowledge`. */
  readonly expected: () => readonly ExpectedFile[]
}

/** What the backup holds now; `endOffset` is where the manifest goes. */
export interface CopiedEntries {
  readonly entries: BackupEntry[]
  readonly endOffset: number
  readonly carriedOver: number
  readonly missingCount: number
  readonly damagedCount: number
}

/** What is copied, and the backup that what is lost may be taken from. */
export interface Copying {
  readonly source: BackupSource
  /** How much of a file is copied, where that isn't all of it. */
  readonly lengths: ReadonlyMap<string, number>
  readonly earlier: Backup | null
  readonly files: readonly { readonly name: string; readonly byteSize: number }[]
  /** What stands in the backup already. */
  readonly kept: readonly BackupEntry[]
  /** Where the first file goes. */
  readonly startOffset: number
}

/** Writes the files of a backup that aren't in it yet. An original that is missing or damaged in the library is taken over from the earlier backup, when that still has it whole. */
export async function copyEntries(
  { source, lengths, earlier, files, kept, startOffset }: Copying,
  target: FileHandle,
  follow: Follow,
): Promise<CopiedEntries> {
  const expected = new Map(source.expected().map((file) => [file.name, file]))
  const before = new Map((earlier?.entries ?? []).map((entry) => [entry.name, entry]))
  const sizes = new Map(files.map(({ name, byteSize }) => [name, byteSize]))
  const entries = [...kept]
  const counts = { carriedOver: 0, missingCount: 0 }
  // version 1 doesn't say which files are the damaged ones
  const isDamageListed = earlier?.manifest.version !== 1 || earlier.manifest.damagedCount === 0
  let offset = startOffset
  const add = (entry: BackupEntry) => {
    entries.push(entry)
    offset += tarEntryBytes(entry.byteSize)
  }
  const names = new Set([...sizes.keys(), ...expected.keys()])
  for (const { name } of kept) names.delete(name)
  for (const name of inBackupOrder(names)) {
    stopIfCancelled(follow.signal)
    const byteSize = sizes.get(name)
    const earlierEntry = before.get(name)
    const original = expected.get(name)
    const copy = () => copyFile(source.folder, { name, byteSize: lengths.get(name) }, target, offset, follow)
    const fresh = byteSize === undefined ? null : await (original ? copy().catch(nullIfUnreadable) : copy())
    // bytes that an earlier backup verified, or that have their own proof, need no second look
    const isSame = fresh !== null && fresh.sha256 === earlierEntry?.sha256
    const isVerified = isSame && isDamageListed && !earlierEntry?.isDamaged
    if (fresh && (!original || isVerified || (await original.isIntact()))) add(fresh)
    else if (earlier && earlierEntry && !isSame && (await carryOver(earlier, earlierEntry, target, offset, follow))) {
      const { offset: _, ...carried } = earlierEntry
      add(carried)
      if (!carried.isDamaged) counts.carriedOver++
    } else if (fresh) {
      // a failed take-over may have written there; damaged bytes are better than none
      add({ ...(await copy()), isDamaged: true })
    } else counts.missingCount++
  }
  const damagedCount = entries.filter(({ isDamaged }) => isDamaged).length
  return { entries, endOffset: offset, ...counts, damagedCount }
}

/** A sector that the disk can't read any more mustn't keep the other files from being backed up. */
function nullIfUnreadable(error: NodeJS.ErrnoException): null {
  if (error.code === 'EIO') return null
  throw error
}

/** Copies a file, or its first `byteSize` bytes. A file that grows isn't taken whole; one that is replaced meanwhile is copied as it was when it was opened. */
async function copyFile(
  folder: string,
  { name, byteSize: given }: { name: string; byteSize: number | undefined },
  target: FileHandle,
  offset: number,
  follow: Follow,
): Promise<BackupEntry> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)
  const handle = await open(libraryFilePath(folder, name), flags)
  const { byteSize, sha256 } = await withHandle(handle, async () => {
    const byteSize = given ?? (await handle.stat()).size
    await writeAt(target, tarHeader(name, byteSize), offset)
    const sha256 = await readHashed(
      { handle, offset: 0, byteSize },
      (bytes, at) => writeAt(target, bytes, offset + tarBlockBytes + at),
      follow,
    )
    return { byteSize, sha256 }
  })
  if (sha256 === undefined)
    throw new AppError('refused', { reason: t('The library changed while it was backed up. Start the backup again.') })
  await writePadding(target, byteSize, offset)
  return { name, byteSize, sha256 }
}

/** Copies a file of the earlier backup; false when it is damaged there. */
async function carryOver(
  earlier: Backup,
  entry: PlacedEntry,
  target: FileHandle,
  offset: number,
  follow: Follow,
): Promise<boolean> {
  try {
    await writeAt(target, tarHeader(entry.name, entry.byteSize), offset)
    await readEntry(earlier, entry, (bytes, at) => writeAt(target, bytes, offset + tarBlockBytes + at), follow)
    await writePadding(target, entry.byteSize, offset)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup-damaged') return false
    throw error
  }
}

function writePadding(target: FileHandle, byteSize: number, offset: number): Promise<void> {
  return writeAt(target, Buffer.alloc(tarPaddingBytes(byteSize)), offset + tarBlockBytes + byteSize)
}
