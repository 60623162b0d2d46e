import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { isLasting, isLibraryFileName } from './backup-names.ts'
import { largestTarFileBytes } from './tar-header.ts'

/** The backup's format; a newer one is refused, never guessed. Version 1, with all names in one order, can't be added to (docs/adr/0012). */
export const backupFormat = { format: 'stipple-backup', version: 2 } as const
export type BackupVersion = 1 | typeof backupFormat.version
const mostEntries = 2_000_000

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const countSchema = z.int().nonnegative()

const entrySchema = z.object({
  name: z.string(),
  byteSize: countSchema.max(largestTarFileBytes),
  sha256: sha256Schema,
  /** The library had it damaged, and no earlier backup had it whole; since version 2. */
  isDamaged: z.literal(true).optional(),
})
export type BackupEntry = z.infer<typeof entrySchema>

const manifestSchema = z.object({
  format: z.literal(backupFormat.format),
  version: z.union([z.literal(1), z.literal(backupFormat.version)]),
  madeAt: z.iso.datetime(),
  /** When all of it was last written and read in one go; absent where that is `madeAt`. */
  wholeAt: z.iso.datetime().optional(),
  /** What the ledger in the backup must end with. */
  ledger: z.object({ lastSeq: countSchema, lastHash: sha256Schema }),
  clientCount: countSchema,
  photoCount: countSchema,
  /** Photos whose file was missing or damaged when the backup was made, and no earlier backup had it. */
  missingCount: countSchema,
  damagedCount: countSchema,
  /** In the order of the file. What lasts comes first, as it was added; then the tail, by name. In version 1 all are by name. */
  entries: z.array(entrySchema).min(1).max(mostEntries),
})
export type BackupManifest = z.infer<typeof manifestSchema>

/** A refusal of a backup; `reason` ends the sentence "This backup can’t be used: …". */
export function backupDamaged(reason: string, cause?: unknown): AppError {
  return new AppError('backup-damaged', { reason }, cause === undefined ? undefined : { cause })
}

/** Reads a manifest whose bytes have the right hash. Throws `backup-damaged` for anything that no backup of a library, of this version, has. */
export function parseManifest(bytes: Buffer, version: BackupVersion): BackupManifest {
  let manifest: BackupManifest
  try {
    manifest = manifestSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw backupDamaged(t('its list of files can’t be read'), error)
  }
  if (manifest.version !== version) throw backupDamaged('its list of files is of another version')
  const folders = new Set<string>()
  const names = new Set<string>()
  let before = ''
  for (const { name } of manifest.entries) {
    if (!isLibraryFileName(name)) throw backupDamaged(t('it holds a file that doesn’t belong in a library'))
    const isInPlace = version > 1 && isLasting(name) ? before === '' : name > before
    if (!isInPlace || names.has(name)) throw backupDamaged(t('its files are out of order or come twice'))
    names.add(name)
    if (version === 1 || !isLasting(name)) before = name
    for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1))
      folders.add(name.slice(0, slash))
  }
  if (manifest.entries.some(({ name }) => folders.has(name)))
    throw backupDamaged(t('one of its files stands where a folder should be'))
  return manifest
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
