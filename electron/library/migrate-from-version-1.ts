import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { diskError, makeFolder, syncFolder, writeFileDurably } from './durable-files.ts'
import { type LibraryPlaces, libraryFormat, libraryLayout, libraryPlaces } from './layout.ts'
import { readLedger } from './ledger-reading.ts'
import { type DeviceKeys, LibraryKeys } from './library-keys.ts'
import {
  type MigrationStep,
  readPlainLedger,
  sealLedger,
  sealLooseFiles,
  sealObjects,
  unfaithful,
} from './seal-version-1.ts'

const passOn: MigrationStep = () => undefined
const moved = ['objects', 'quarantine', 'ledger'] as const
const freshFolder = (places: LibraryPlaces) => join(places.folder, 'migrating')
const retiredFolder = (places: LibraryPlaces) => join(places.folder, 'version-1')

/**
 * Makes a library of version 1, where everything was plain, one of version 2. Everything new is built beside the old and read again; then format.json says 2,
 * which is the one moment of change: before it the old library is opened, after it the new one, and what is left to move is moved at the next start.
 * What is plain is removed last. Throws an AppError and leaves the old library as it was when it can't.
 */
export async function migrateFromVersion1(
  places: LibraryPlaces,
  deviceKeys: DeviceKeys,
  step: MigrationStep = passOn,
): Promise<{ keys: LibraryKeys; tornSetAside: boolean }> {
  const old = await readPlainLedger(places)
  const fresh = libraryPlaces(freshFolder(places))
  await rm(fresh.folder, { recursive: true, force: true })
  await step()
  const keys = await LibraryKeys.make(places.keys, deviceKeys)
  let isCommitting = false
  try {
    await step()
    await makeFolder(fresh.objects)
    await makeFolder(fresh.ledgerFolder)
    const layout = libraryLayout(fresh.folder, (id) => keys.objectName(id))
    await sealObjects(places, layout, keys, old.facts, step)
    await sealLooseFiles(places, fresh, keys, old, step)
    await writeFileDurably(fresh.ledger, await sealLedger(keys, old))
    await step()
    const { records } = readLedger(await readFile(fresh.ledger), keys)
    if (!isDeepStrictEqual(records, old.records)) throw unfaithful('the record')
    for (const folder of [fresh.objects, fresh.ledgerFolder, fresh.folder, places.folder]) await syncFolder(folder)
    await step()
    isCommitting = true
    await writeFileDurably(places.format, `${JSON.stringify(libraryFormat)}\n`)
    await finishMigration(places, step)
  } catch (error) {
    keys.close()
    // once format.json may say 2, the new files are the library
    if (!isCommitting) await rm(fresh.folder, { recursive: true, force: true }).catch(() => undefined)
    throw diskError(error)
  }
  return { keys, tornSetAside: old.torn !== undefined }
}

/** Ends a migration whose format.json says 2 already: moves the new into the old's place and removes what is plain. Does nothing when none was begun. */
export async function finishMigration(places: LibraryPlaces, step: MigrationStep = passOn): Promise<void> {
  const [fresh, retired] = [freshFolder(places), retiredFolder(places)]
  if (!(await isThere(fresh))) return
  await step()
  for (const name of moved) {
    if (!(await isThere(join(fresh, name)))) continue
    if (await isThere(join(places.folder, name))) {
      await makeFolder(retired)
      await rename(join(places.folder, name), join(retired, name))
      await step()
    }
    await rename(join(fresh, name), join(places.folder, name))
    await syncFolder(places.folder)
    await step()
  }
  for (const plain of [places.derived, places.staging, retired, fresh]) {
    await rm(plain, { recursive: true, force: true, maxRetries: 5 })
    await syncFolder(places.folder)
    await step()
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
