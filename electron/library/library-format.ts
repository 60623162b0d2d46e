import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, writeFileDurably } from './durable-files.ts'
import { type LibraryPlaces, libraryFormat } from './layout.ts'
import { type DeviceKeys, LibraryKeys } from './library-keys.ts'
import { finishMigration, migrateFromVersion1 } from './migrate-from-version-1.ts'
import { objectNames } from './reconcile.ts'

/** A library whose format is the present one, with its keys. */
interface PreparedLibrary {
  readonly keys: LibraryKeys
  /** A torn last record was found and set aside while migrating. */
  readonly tornSetAside: boolean
}

/** Makes a new library's keys and format, opens a present one's, or migrates one of version 1. Throws an AppError; a library that it can't open stays as it is. */
export async function prepareLibrary(
  places: LibraryPlaces,
  deviceKeys: DeviceKeys,
  secret?: Secret,
  step: OpeningStep = () => undefined,
): Promise<PreparedLibrary> {
  const version = (await readFormatVersion(places)) ?? (await nameVersion1(places))
  if (version === 1) {
    await refuseLostLedger(places)
    return migrateFromVersion1(places, deviceKeys, step)
  }
  if (version === undefined) await refuseLostLedger(places)
  let keys = await LibraryKeys.open(places.keys, deviceKeys, secret)
  if (version === undefined) {
    keys ??= await LibraryKeys.make(places.keys, deviceKeys)
    await writeFileDurably(places.format, `${JSON.stringify(libraryFormat)}\n`)
  }
  if (!keys) throw new AppError('library-damaged', { reason: t('keys.json is gone') })
  try {
    if (version !== undefined) await finishMigration(places, step)
    await refuseLostLedger(places)
    return { keys, tornSetAside: false }
  } catch (error) {
    keys.close()
    throw error
  }
}

/** Photos without a ledger mean that the ledger was lost: starting a new one over them would hide that. */
async function refuseLostLedger(places: LibraryPlaces): Promise<void> {
  if ((await byteSizeOf(places.ledger)) > 0) return
  if ((await objectNames(places)).length > 0)
    throw new AppError('library-damaged', { reason: t('the record of its photos is gone') })
}

/**
 * Version 1 made do without its format.json; a later one has keys. Its name is written down before anything else: a migration that is left once there are keys would otherwise be
 * taken for a later version. Undefined for a library of no version yet.
 */
async function nameVersion1(places: LibraryPlaces): Promise<1 | undefined> {
  if ((await byteSizeOf(places.ledger)) === 0 || (await byteSizeOf(places.keys)) > 0) return undefined
  await writeFileDurably(places.format, `${JSON.stringify({ ...libraryFormat, version: 1 })}\n`)
  return 1
}

async function byteSizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

async function readFormatVersion(places: LibraryPlaces): Promise<number | undefined> {
  const text = await readFile(places.format, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw diskError(error)
  })
  if (text === undefined) return undefined
  let found: { format?: unknown; version?: unknown } = {}
  try {
    found = JSON.parse(text)
  } catch (error) {
    throw new AppError('library-damaged', { reason: t('format.json can’t be read') }, { cause: error })
  }
  if (found.format !== libraryFormat.format || typeof found.version !== 'number') {
    throw new AppError('library-damaged', { reason: t('format.json is not that of a Stipple library') })
  }
  if (found.version > libraryFormat.version) throw new AppError('library-newer')
  return found.version
}
