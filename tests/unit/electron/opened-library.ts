import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../../electron/library/library.ts'
import { Renditions } from '../../../electron/main/renditions.ts'
import { StagingArea } from '../../../electron/main/staging-area.ts'
import { deviceKeysOf } from '../../library/device-keys.ts'
import { photoOf } from '../renderer/photo-samples.ts'

const { clientId, treatmentId } = photoOf(1)

/** Opens a library in a folder, with the client and the treatment of the sample photos, and what stages photos for it; library and pool are closed when the test ends. */
export async function openedLibrary(folder: string, pool: EnginePool) {
  const library = await Library.open(join(folder, 'library'), deviceKeysOf())
  onTestFinished(async () => {
    pool.close()
    await library.close()
  })
  const addedAt = '2026-01-01T00:00:00.000Z'
  await library.record([
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  ])
  const renditions = new Renditions(library, pool)
  return { library, renditions, staging: new StagingArea(library, pool, renditions) }
}
