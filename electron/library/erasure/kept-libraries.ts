import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { keyIdOfFile } from '../../sealed/read-wrapping.ts'
import { diskError, makeFolder, syncFolder } from '../durable-files.ts'
import { readKeysFile, writeKeysFile } from '../keys-file.ts'
import { libraryPlaces } from '../layout.ts'
import { addErasedKeyIds, readErasedKeyIds } from './erased-keys.ts'
import { filesBelow, removeFiles } from './gone-files.ts'
import { removePlainTornRecords } from './torn-records.ts'

/** How long a library is kept that another one took the place of, in days. */
export const keptDays = 30
const dayMs = 86_400_000
const stampPattern = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})$/

/** A library that a restored one took the place of: kept beside it for a while. */
export interface KeptLibrary {
  readonly folder: string
  readonly keptAt: Date
  /** When it is removed. */
  readonly goesAt: Date
}

/** The libraries that are kept beside this one, oldest first, by the date in their names. */
export async function keptLibraries(libraryFolder: string): Promise<KeptLibrary[]> {
  const prefix = `${basename(libraryFolder)}-kept-`
  const home = dirname(libraryFolder)
  const names = (await readdir(home).catch(() => [])).filter((name) => name.startsWith(prefix)).sort()
  return names.flatMap((name) => {
    const [, day, ...time] = stampPattern.exec(name.slice(prefix.length)) ?? []
    const keptAt = new Date(`${day}T${time.join(':')}Z`)
    if (Number.isNaN(keptAt.getTime())) return []
    return { folder: join(home, name), keptAt, goesAt: new Date(keptAt.getTime() + keptDays * dayMs) }
  })
}

/** Erases in every kept library whom this library erased: their keys and files go there, too. What was done there already isn't looked at again. */
export async function eraseInKeptLibraries(libraryFolder: string): Promise<void> {
  const erased = await readErasedKeyIds(libraryPlaces(libraryFolder))
  for (const { folder } of await keptLibraries(libraryFolder)) {
    const places = libraryPlaces(folder)
    const before = await readErasedKeyIds(places)
    const fresh = new Set([...erased].filter((keyId) => !before.has(keyId)))
    if (fresh.size === 0) continue
    const keys = await readKeysFile(places.keys).catch(() => null)
    // what can't be read can't be taken apart: it goes as a whole when its time is over
    if (keys === null) continue
    if (keys?.clients.some(({ keyId }) => fresh.has(keyId)))
      await writeKeysFile(places.keys, { ...keys, clients: keys.clients.filter(({ keyId }) => !fresh.has(keyId)) })
    // nothing of these is ever opened again
    for (const disposable of [places.derived, places.staging, places.checkpoint])
      await rm(disposable, { recursive: true, force: true })
    for (const held of [places.objects, places.quarantine])
      await removeFiles((await filesBelow(held)).filter((path) => fresh.has(keyIdOfFile(path) ?? '')))
    if (await isThere(places.ledgerFolder)) await removePlainTornRecords(places, () => undefined)
    // last, so that a crash before it has all of this done again
    await addErasedKeyIds(places, fresh)
  }
}

/** Removes the kept libraries whose time is over. */
export async function removeKeptLibraries(
  libraryFolder: string,
  isOver: (kept: KeptLibrary) => boolean,
): Promise<void> {
  for (const { folder } of (await keptLibraries(libraryFolder)).filter(isOver)) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
      Promise.reject(diskError(error)),
    )
    await syncFolder(dirname(folder))
  }
}

/** Tells a library that is about to take another's place which clients were erased there: nobody comes back by a restore. */
export async function carryErasuresOver(libraryFolder: string, restoredFolder: string): Promise<void> {
  const kept = (await keptLibraries(libraryFolder)).map(({ folder }) => folder)
  await makeFolder(restoredFolder)
  for (const folder of [libraryFolder, ...kept])
    await addErasedKeyIds(libraryPlaces(restoredFolder), await readErasedKeyIds(libraryPlaces(folder)))
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
