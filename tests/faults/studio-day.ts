import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { eraseClient } from '../../electron/library/erasure/erase.ts'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { newRecoveryKey } from '../../electron/library/recovery-key.ts'
import { type ClientId, clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { photoImported } from '../library/imported-photo.ts'

/** What the library said was done: the user may rely on it, whatever happens to the computer then. */
export interface Acknowledged {
  readonly photoIds: string[]
  clientName: string | undefined
  recoveryKey: string | undefined
  backupPath: string | undefined
  /** The name of the client who was erased for good. */
  erased: string | undefined
}

/**
 * A day in a studio, small: two clients with a photo or two, a new name, a recovery key, one client erased, a backup. Steps that the disk refuses are passed over as
 * the user would, and the day goes on. What was acknowledged is written into `acknowledged` at the moment when it is; `isHasty` does that before a photo's record is
 * written, as a test's control.
 */
export async function liveThroughDay(home: string, acknowledged: Acknowledged, isHasty = false): Promise<void> {
  const library = await attempt(() => Library.open(join(home, 'library'), deviceKeysOf()))
  if (!library) return
  const clientId = clientIdSchema.parse(randomUUID())
  const takePhoto = async (name: string, whose: Ids, onKept: (photoId: string) => void) => {
    const source = photoFile(home, name)
    await attempt(async () => {
      const staged = await stageOriginal(library, source)
      await keepOriginal(library, staged, whose.clientId)
      if (isHasty) onKept(staged.photoId)
      await library.record([photoImported(staged, whose)])
      if (!isHasty) onKept(staged.photoId)
    })
  }
  try {
    const anna = await attempt(() => addClient(library, 'Anna Beispiel', clientId))
    if (anna) {
      acknowledged.clientName = 'Anna Beispiel'
      for (const name of ['one.jpg', 'two.jpg'])
        await takePhoto(name, anna, (photoId) => acknowledged.photoIds.push(photoId))
      await attempt(async () => {
        await library.record([{ type: 'client-renamed', version: 1, data: { clientId, name: 'Anna Neu' } }])
        acknowledged.clientName = 'Anna Neu'
      })
    }
    await attempt(async () => {
      const written = newRecoveryKey()
      await library.keys.setRecoveryKey(written)
      acknowledged.recoveryKey = written
    })
    const ben = await attempt(() => addClient(library, 'Ben Geht', clientIdSchema.parse(randomUUID())))
    if (ben) {
      await takePhoto('three.jpg', ben, () => undefined)
      await attempt(async () => {
        await library.record([
          { type: 'client-removed', version: 1, data: { clientId: ben.clientId, withPhotos: true } },
        ])
        await eraseClient(library, ben.clientId)
        acknowledged.erased = 'Ben Geht'
      })
    }
    await attempt(async () => {
      const path = join(home, 'drive', 'day.stipple-backup')
      mkdirSync(join(home, 'drive'), { recursive: true })
      await makeBackup(librarySource(library), path)
      acknowledged.backupPath = path
    })
  } finally {
    await attempt(() => library.close())
  }
}

function photoFile(home: string, name: string): string {
  const camera = join(home, 'camera')
  mkdirSync(camera, { recursive: true })
  const path = join(camera, name)
  writeFileSync(path, randomUUID().repeat(80))
  return path
}

type Ids = Pick<Photo, 'clientId' | 'treatmentId'>

async function addClient(library: Library, name: string, clientId: ClientId): Promise<Ids> {
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const addedAt = '2026-03-14T09:00:00.000Z'
  await library.record([
    { type: 'client-added', version: 1, data: { clientId, name, isSample: false, addedAt, isRemoved: false } },
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt },
    },
  ])
  return { clientId, treatmentId }
}

/** Nothing is acknowledged yet. */
export function nothingYet(): Acknowledged {
  return { photoIds: [], clientName: undefined, recoveryKey: undefined, backupPath: undefined, erased: undefined }
}

/** Opens what became of the library and says, in words, what of that which was acknowledged is not there. */
export async function lostOf(libraryFolder: string, acknowledged: Acknowledged): Promise<string[]> {
  const { photoIds, clientName, recoveryKey, erased } = acknowledged
  const secret = recoveryKey === undefined ? undefined : ({ by: 'recovery', text: recoveryKey } as const)
  const library = await Library.open(libraryFolder, deviceKeysOf(), secret).catch((error: Error) => error)
  if (library instanceof Error) return [`the library: ${library.message}`]
  try {
    const lost: string[] = []
    for (const photoId of photoIds)
      if (!library.facts.photos.has(photoId as never) || !(await isOriginalIntact(library, photoId)))
        lost.push(`photo ${photoId}`)
    for (const photo of library.facts.photos.values())
      if (!(await isOriginalIntact(library, photo.photoId))) lost.push(`the file of ${photo.photoId}`)
    const names = [...library.facts.clients.values()].map(({ name }) => name)
    // a change that wasn't acknowledged any more may be there all the same
    const known = clientName === 'Anna Beispiel' ? ['Anna Beispiel', 'Anna Neu'] : [clientName]
    if (clientName !== undefined && !known.includes(names[0])) lost.push(`the name ${clientName}: ${names}`)
    if (erased !== undefined && names.includes(erased)) lost.push(`the erasure of ${erased}`)
    return lost
  } finally {
    await library.close()
  }
}

async function attempt<Value>(step: () => Promise<Value>): Promise<Value | undefined> {
  return step().catch(() => undefined)
}
