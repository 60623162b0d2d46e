import { constants } from 'node:fs'
import { type FileHandle, lstat, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { syncFolder, withHandle } from '../durable-files.ts'
import { backupDamaged } from './backup-manifest.ts'
import { type Follow, readExactly, readHashed, writeAt } from './copy-bytes.ts'
import type { Backup, BackupBytes } from './read-backup.ts'

/** Before the tail's bytes stands what they are, in JSON. */
const headBytes = 512
const headSchema = z.object({
  format: z.literal('stipple-backup-tail'),
  version: z.literal(1),
  offset: z.int().nonnegative(),
  byteSize: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The tail that a backup had before something was added: its place in the backup, and its bytes from 0 on. */
export interface SavedTail extends BackupBytes {
  readonly offset: number
  readonly close: () => Promise<void>
}

/** Where a backup's tail is saved while something is added to it. */
const savedTailPath = (backupPath: string) => `${backupPath}.before`

/** Saves a backup's tail beside it; durable before this resolves. */
export async function saveTail(backupPath: string, { bytes, tailOffset }: Backup, follow: Follow): Promise<void> {
  const path = savedTailPath(backupPath)
  const byteSize = bytes.byteSize - tailOffset
  await rm(path, { force: true })
  await withHandle(await open(path, 'wx', 0o600), async (handle) => {
    const sha256 = await readHashed(
      { handle: bytes, offset: tailOffset, byteSize },
      (piece, at) => writeAt(handle, piece, headBytes + at),
      follow,
    )
    if (sha256 === undefined) throw backupDamaged('it became shorter')
    const head = { format: 'stipple-backup-tail', version: 1, offset: tailOffset, byteSize, sha256 }
    await writeAt(handle, Buffer.from(JSON.stringify(head).padEnd(headBytes)), 0)
    await handle.sync()
  })
  await syncFolder(dirname(path))
}

/** Opens a backup's saved tail; undefined when there is none that is whole: then it was still being saved, and the backup wasn't touched yet. */
export async function openSavedTail(backupPath: string): Promise<SavedTail | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(savedTailPath(backupPath), flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ELOOP') return undefined
    throw error
  })
  if (!handle) return undefined
  let saved: SavedTail | undefined
  try {
    saved = await savedTailIn(handle)
    return saved
  } finally {
    if (!saved) await handle.close()
  }
}

/** True when something was being added to a backup and may have been cut off. */
export async function hasSavedTail(backupPath: string): Promise<boolean> {
  return (await lstat(savedTailPath(backupPath)).catch(() => undefined)) !== undefined
}

/** Removes a backup's saved tail; durable before this resolves. */
export async function removeSavedTail(backupPath: string): Promise<void> {
  await rm(savedTailPath(backupPath), { force: true })
  await syncFolder(dirname(backupPath))
}

async function savedTailIn(handle: FileHandle): Promise<SavedTail | undefined> {
  const info = await handle.stat()
  const head = info.isFile() && (await readExactly({ handle, offset: 0, byteSize: headBytes }))
  const parsed = head ? parseHead(head) : undefined
  if (!parsed || info.size !== headBytes + parsed.byteSize) return undefined
  const { offset, byteSize, sha256 } = parsed
  if ((await readHashed({ handle, offset: headBytes, byteSize }, async () => undefined)) !== sha256) return undefined
  return {
    offset,
    byteSize,
    read: (buffer, at, length, position) => handle.read(buffer, at, length, headBytes + position),
    close: () => handle.close(),
  }
}

function parseHead(bytes: Buffer): z.infer<typeof headSchema> | undefined {
  try {
    return headSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}
