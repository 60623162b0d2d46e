import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { sizeInWords } from '../../shared/size-in-words.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, makeFolder, syncFolder, writeFileDurably } from './durable-files.ts'
import { type FreeBytes, freeBytesOf, neededForSealing } from './free-space.ts'
import { inTurn } from './in-turn.ts'
import { type LibraryPlaces, libraryFormat, libraryLayout, libraryPlaces } from './layout.ts'
import { readLedger } from './ledger-reading.ts'
import { type DeviceKeys, LibraryKeys } from './library-keys.ts'
import { filesIn, readPlainLedger, sealLedger, sealLooseFiles, sealObjects, unfaithful } from './seal-version-1.ts'

const passOn: OpeningStep = () => undefined
const moved = ['objects', 'quarantine', 'ledger'] as const
const freshFolder = (places: LibraryPlaces) => join(places.folder, 'migrating')
const retiredFolder = (places: LibraryPlaces) => join(places.folder, 'version-1')

/**
 * Makes a library of version 1, where everything was plain, one of version 2. Everything new is built beside the old and read again; then format.json says 2,
 * which is the one moment of change: before it the old library is opened, after it the new one, and what is left to move is moved at the next start.
 * What is plain is removed last. Throws an AppError and leaves the old library as it was when it can't; where it can't have enough room, it doesn't begin.
 */
export async function migrateFromVersion1(
  places: LibraryPlaces,
  deviceKeys: DeviceKeys,
  step: OpeningStep = passOn,
  freeBytes: FreeBytes = freeBytesOf,
): Promise<{ keys: LibraryKeys; tornSetAside: boolean }> {
  const old = await readPlainLedger(places)
  const fresh = libraryPlaces(freshFolder(places))
  await rm(fresh.folder, { recursive: true, force: true })
  await refuseLackOfRoom(places, freeBytes)
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
export async function finishMigration(places: LibraryPlaces, step: OpeningStep = passOn): Promise<void> {
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

/** Until everything is sealed and read again, the old files and the new ones stand side by side. */
async function refuseLackOfRoom(places: LibraryPlaces, freeBytes: FreeBytes): Promise<void> {
  const sizes = await inTurn(
    [
      ...(await filesIn(places.objects)),
      ...(await filesIn(places.quarantine)),
      ...(await filesIn(places.ledgerFolder)),
    ],
    async (path) => (await stat(path)).size,
  )
  const needed = neededForSealing(sizes.reduce((sum, size) => sum + size, 0))
  const free = await freeBytes(places.folder)
  if (free >= needed) return
  const reason = t(
    'This library comes from an older Stipple and has to be encrypted once. For that {{needed}} must be free on its disk; {{free}} are. Nothing was changed. Free some space, then try again.',
    { needed: sizeInWords(needed), free: sizeInWords(free) },
  )
  throw new AppError('disk-full', { reason })
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
