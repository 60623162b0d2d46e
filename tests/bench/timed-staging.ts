import { randomUUID } from 'node:crypto'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { StagingArea } from '../../electron/main/staging-area.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { inProcessEngine } from '../library/in-process-engine.ts'

/**
 * A new library with a client and a treatment, and what imports one photo into it: staging (copy, hash, seal, fsync, decode, two pictures) and accepting
 * (renamed, folder synced, recorded in the ledger). The engine runs in the same process, so that its CPU time counts; angles aren't guessed, which is no part of importing.
 */
export async function openStaging(folder: string, engineCount: number) {
  const library = await Library.open(folder, deviceKeysOf())
  const answers = { 'inspect-photo': inspectPhoto, 'guess-angle': async () => ({ angle: null }) }
  const pool = new EnginePool(() => inProcessEngine(answers), engineCount)
  const staging = new StagingArea(library, pool, new Renditions(library, pool))
  const clientId = clientIdSchema.parse(randomUUID())
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const addedAt = new Date().toISOString()
  const client = { clientId, name: 'Bench', isSample: false, addedAt, isRemoved: false }
  const treatment = { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt }
  await library.record([
    { type: 'client-added', version: 1, data: client },
    { type: 'treatment-added', version: 1, data: treatment },
  ])
  const importOne = async (path: string) => {
    const { photoId } = await staging.stage(path)
    await staging.accept(clientId, treatmentId, [
      { photoId, stage: 'before', angle: 'top', capture: null, quarterTurns: 0 },
    ])
  }
  return { importOne, close: () => library.close() }
}
