import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeFolder } from '../../electron/library/durable-files.ts'
import { libraryLayout, libraryPlaces } from '../../electron/library/layout.ts'
import { LibraryKeys } from '../../electron/library/library-keys.ts'
import type { LibraryFiles } from '../../electron/library/originals.ts'
import type { StatedEvent } from '../../shared/domain/events.ts'
import { clientIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from './device-keys.ts'

/** An empty folder that is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Keys and layout of a library without anything in it. */
export async function emptyLibraryFiles(folder?: string): Promise<LibraryFiles> {
  const places = libraryPlaces(folder ?? (await temporaryFolder()))
  await makeFolder(places.objects)
  const keys = await LibraryKeys.make(places.keys, deviceKeysOf())
  return { keys, layout: libraryLayout(places.folder, (id) => keys.objectName(id)) }
}

/** The event of a new client. */
export function clientAdded(
  name = 'Anna Beispiel',
  clientId: string = randomUUID(),
): Extract<StatedEvent, { type: 'client-added' }> {
  return {
    type: 'client-added',
    version: 1,
    data: {
      clientId: clientIdSchema.parse(clientId),
      name,
      isSample: false,
      addedAt: '2026-03-14T09:00:00.000Z',
      isRemoved: false,
    },
  }
}
