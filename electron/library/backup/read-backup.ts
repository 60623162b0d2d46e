import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import {
  type BackupEntry,
  type BackupManifest,
  type BackupVersion,
  backupDamaged,
  backupFormat,
  parseManifest,
  sha256Of,
} from './backup-manifest.ts'
import { endName, isLasting, manifestName, markerName } from './backup-names.ts'
import { type Follow, type Readable, readExactly, readHashed } from './copy-bytes.ts'
import { tarBlockBytes, tarEntryBytes, tarHeader, tarPaddingBytes } from './tar-header.ts'

/** What the first file of a backup says, byte for byte. */
const markerOf = (version: BackupVersion) => Buffer.from(`${JSON.stringify({ ...backupFormat, version })}\n`)
/** The last entry's content is padded to one block, so that it is found from the file's end. */
const endBytes = tarBlockBytes
/** Two blocks of zeros end a tar file. */
const tailBytes = 2 * tarBlockBytes
const largestManifestBytes = 400 * 1024 ** 2

const endSchema = z.object({
  manifestBytes: z.int().positive().max(largestManifestBytes),
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** A file of a backup and where it begins, its header included. */
export interface PlacedEntry extends BackupEntry {
  readonly offset: number
}

/** The bytes of a backup. */
export interface BackupBytes extends Readable {
  readonly byteSize: number
}

/** A backup whose list of files is in order; what the files hold isn't read yet. */
export interface Backup {
  readonly bytes: BackupBytes
  readonly manifest: BackupManifest
  readonly entries: readonly PlacedEntry[]
  /** Of the content of all entries. */
  readonly contentBytes: number
  /** Where the tail begins: the files that change, then the manifest. */
  readonly tailOffset: number
}

/** The closing part of a backup: manifest, pointer to it, end. `list` is the manifest's JSON. */
export function backupEnding(list: Buffer): Buffer {
  const end = Buffer.from(
    JSON.stringify({ manifestBytes: list.length, manifestSha256: sha256Of(list) })
      .padEnd(endBytes - 1)
      .concat('\n'),
  )
  return Buffer.concat([
    tarHeader(manifestName, list.length),
    list,
    Buffer.alloc(tarPaddingBytes(list.length)),
    tarHeader(endName, endBytes),
    end,
    Buffer.alloc(tailBytes),
  ])
}

/** The opening part of a backup; equally long in every version. */
export function backupOpening(version: BackupVersion = backupFormat.version): Buffer {
  const marker = markerOf(version)
  return Buffer.concat([tarHeader(markerName, marker.length), marker, Buffer.alloc(tarPaddingBytes(marker.length))])
}

/** The bytes of an open file. Throws `backup-damaged` for a folder or device. */
export async function bytesOf(handle: FileHandle): Promise<BackupBytes> {
  const info = await handle.stat()
  if (!info.isFile()) throw backupDamaged(t('it isn’t an ordinary file'))
  return { byteSize: info.size, read: (...place) => handle.read(...place) }
}

/**
 * Reads a backup's list of files, from its end. Names come from nowhere else. Throws `backup-damaged` for a file that is no backup, isn't whole, or says anything
 * that no backup does; `library-newer` for a later format.
 */
export async function readBackup(bytes: BackupBytes): Promise<Backup> {
  const { byteSize: fileBytes } = bytes
  const opening = await openingOf(bytes)
  if (opening === 'newer') throw new AppError('library-newer')
  if (opening === 'foreign') throw backupDamaged(t('it isn’t a Stipple backup, or its beginning is damaged'))
  const endOffset = fileBytes - tailBytes - tarEntryBytes(endBytes)
  const cutShort = () => backupDamaged(t('it isn’t whole: its end is missing or was changed'))
  if (fileBytes % tarBlockBytes !== 0 || endOffset < backupOpening().length) throw cutShort()
  const endContent = await readExactly({ handle: bytes, offset: endOffset + tarBlockBytes, byteSize: endBytes })
  const end = endContent && parseEnd(endContent)
  const listOffset = end ? endOffset - tarEntryBytes(end.manifestBytes) : -1
  if (!end || listOffset < 0) throw cutShort()
  const whole = await readExactly({ handle: bytes, offset: listOffset, byteSize: fileBytes - listOffset })
  const list = whole?.subarray(tarBlockBytes, tarBlockBytes + end.manifestBytes)
  // written anew, the ending must come out the same: its hash is right, and nothing hides between its parts
  if (!whole || !list || !whole.equals(backupEnding(list))) throw backupDamaged(t('its list of files was changed'))
  const manifest = parseManifest(list, opening)
  let offset = backupOpening().length
  const entries = manifest.entries.map((entry) => {
    const placed = { ...entry, offset }
    offset += tarEntryBytes(entry.byteSize)
    return placed
  })
  if (offset !== listOffset) throw backupDamaged(t('it is shorter or longer than its list of files says'))
  const contentBytes = entries.reduce((sum, { byteSize }) => sum + byteSize, 0)
  const tailOffset = entries.find(({ name }) => !isLasting(name))?.offset ?? listOffset
  return { bytes, manifest, entries, contentBytes, tailOffset }
}

/** Reads one file of a backup, giving its bytes to `use`, and checks header, hash and padding. Throws `backup-damaged` after the last byte. */
export async function readEntry(
  { bytes: handle }: Backup,
  { name, byteSize, sha256, offset }: PlacedEntry,
  use: (bytes: Buffer, at: number) => Promise<void>,
  follow: Follow = {},
): Promise<void> {
  const contentOffset = offset + tarBlockBytes
  const header = await readExactly({ handle, offset, byteSize: tarBlockBytes })
  if (!header?.equals(tarHeader(name, byteSize))) throw backupDamaged(t('the files in it aren’t those of its list'))
  const found = await readHashed({ handle, offset: contentOffset, byteSize }, use, follow)
  if (found !== sha256) throw backupDamaged(t('a file in it was damaged or changed'))
  const padding = await readExactly({
    handle,
    offset: contentOffset + byteSize,
    byteSize: tarPaddingBytes(byteSize),
  })
  if (!padding || padding.some((byte) => byte !== 0)) throw backupDamaged(t('it was changed between its files'))
}

/** Reads a backup, or the files in it from an offset on, and checks every byte. */
export async function verifyBackup(backup: Backup, follow: Follow = {}, fromOffset = 0): Promise<void> {
  for (const entry of backup.entries)
    if (entry.offset >= fromOffset) await readEntry(backup, entry, async () => undefined, follow)
}

/** What a file begins as: a backup of a version that can be read, of a later one, or something else. */
export async function openingOf(handle: Readable): Promise<BackupVersion | 'newer' | 'foreign'> {
  const found = await readExactly({ handle, offset: 0, byteSize: backupOpening().length })
  if (!found) return 'foreign'
  for (const version of [1, backupFormat.version] as const) if (found.equals(backupOpening(version))) return version
  const text = found.subarray(tarBlockBytes).toString('utf8')
  return /^\{"format":"stipple-backup","version":([3-9]|\d\d+)\}/.test(text) ? 'newer' : 'foreign'
}

function parseEnd(bytes: Buffer): z.infer<typeof endSchema> | undefined {
  try {
    return endSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}
