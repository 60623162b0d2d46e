import { randomUUID } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { makeRendition } from '../../electron/engine/tasks/make-rendition.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { StagingArea } from '../../electron/main/staging-area.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from './device-keys.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { temporaryFolder } from './temporary-library.ts'

const samplePhoto = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')

/** What a power cut may leave of a file that wasn't synced. */
const leavings: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ['nothing under its name', () => Buffer.alloc(0)],
  ['as many zeros', (whole) => Buffer.alloc(whole.length)],
  ['its first half', (whole) => whole.subarray(0, whole.length / 2)],
  ['its first block and zeros', (whole) => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096)])],
]

test.each(leavings)(
  'import’s two pictures aren’t synced: of which a power cut leaves %s is made again',
  async (_, left) => {
    const library = await Library.open(join(await temporaryFolder(), 'library'), deviceKeysOf())
    const answers = {
      'inspect-photo': inspectPhoto,
      'make-rendition': makeRendition,
      'guess-angle': async () => ({ angle: null }),
    }
    const pool = new EnginePool(() => inProcessEngine(answers), 1)
    onTestFinished(async () => {
      pool.close()
      await library.close()
    })
    const renditions = new Renditions(library, pool)
    const staging = new StagingArea(library, pool, renditions)
    const clientId = clientIdSchema.parse(randomUUID())
    const treatmentId = treatmentIdSchema.parse(randomUUID())
    const addedAt = new Date().toISOString()
    const client = { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false }
    const treatment = { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt }
    await library.record([
      { type: 'client-added', version: 1, data: client },
      { type: 'treatment-added', version: 1, data: treatment },
    ])
    const { photoId } = await staging.stage(samplePhoto)
    await staging.accept(clientId, treatmentId, [
      { photoId, stage: 'before', angle: 'top', capture: null, quarterTurns: 0 },
    ])
    const { thumbPath, workPath } = renditions.firstPaths(photoId)
    for (const [rendition, path, widthPx] of [
      ['thumb', thumbPath, 400],
      ['work', workPath, 1800],
    ] as const) {
      const whole = await readFile(path)
      await rm(path)
      await writeFile(path, left(whole))
      const { bytes } = await renditions.read(photoId, rendition)
      expect(await sharp(bytes).metadata()).toMatchObject({ width: widthPx, height: widthPx })
    }
  },
)
