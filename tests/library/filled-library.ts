import { randomBytes, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { clientIdSchema, type PhotoId, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from './device-keys.ts'
import { photoImported } from './imported-photo.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

/** An open library that is closed when the test ends. */
export async function openLibrary(folder: string): Promise<Library> {
  const library = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => library.close().catch(() => undefined))
  return library
}

const capture = { local: '2026-03-14T09:00:00', offset: null, source: 'exif' } as const

/** Adds a client with photos to a library, each of other bytes, which the library doesn't look into; the photos' ids. */
export async function addPhotos(library: Library, count: number, byteSizeOfEach = 700): Promise<PhotoId[]> {
  const client = clientAdded('Anna Beispiel')
  const clientId = clientIdSchema.parse(client.data.clientId)
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const { addedAt } = client.data
  await library.record([
    client,
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt },
    },
  ])
  const folder = await temporaryFolder()
  const photoIds: PhotoId[] = []
  for (let n = 0; n < count; n++) {
    const path = join(folder, `photo-${n}.jpg`)
    await writeFile(path, randomBytes(byteSizeOfEach + n))
    const staged = await stageOriginal(library, path)
    await keepOriginal(library, staged, clientId)
    await library.record([photoImported(staged, { clientId, treatmentId }, capture)])
    photoIds.push(staged.photoId)
  }
  return photoIds
}
