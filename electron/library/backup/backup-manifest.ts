import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { isLibraryFileName } from './backup-names.ts'
import { largestTarFileBytes } from './tar-header.ts'

/** The backup's format; a newer one is refused, never guessed. */
export const backupFormat = { format: 'stipple-backup', version: 1 } as const
const mostEntries = 2_000_000

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const countSchema = z.int().nonnegative()

const entrySchema = z.object({
  name: z.string(),
  byteSize: countSchema.max(largestTarFileBytes),
  sha256: sha256Schema,
})
export type BackupEntry = z.infer<typeof entrySchema>

const manifestSchema = z.object({
  format: z.literal(backupFormat.format),
  version: z.literal(backupFormat.version),
  madeAt: z.iso.datetime(),
  /** What the ledger in the backup must end with. */
  ledger: z.object({ lastSeq: countSchema, lastHash: sha256Schema }),
  clientCount: countSchema,
  photoCount: countSchema,
  /** Photos whose file was missing or damaged when the backup was made, and no earlier backup had it. */
  missingCount: countSchema,
  damagedCount: countSchema,
  /** By name, ascending: no name can come twice. */
  entries: z.array(entrySchema).min(1).max(mostEntries),
})
export type BackupManifest = z.infer<typeof manifestSchema>

/** A refusal of a backup; `reason` ends the sentence "This backup can’t be used: …". */
export function backupDamaged(reason: string, cause?: unknown): AppError {
  return new AppError('backup-damaged', { reason }, cause === undefined ? undefined : { cause })
}

/** Reads a manifest whose bytes have the right hash. Throws `backup-damaged` for anything that no backup of a library has. */
export function parseManifest(bytes: Buffer): BackupManifest {
  let manifest: BackupManifest
  try {
    manifest = manifestSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw backupDamaged('its list of files can’t be read', error)
  }
  const folders = new Set<string>()
  let before = ''
  for (const { name } of manifest.entries) {
    if (!isLibraryFileName(name)) throw backupDamaged('it holds a file that doesn’t belong in a library')
    if (name <= before) throw backupDamaged('its files are out of order or come twice')
    before = name
    for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1))
      folders.add(name.slice(0, slash))
  }
  if (manifest.entries.some(({ name }) => folders.has(name)))
    throw backupDamaged('one of its files stands where a folder should be')
  return manifest
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
