import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../electron/library/library.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { StagingArea } from '../../electron/main/staging-area.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { inProcessEngine } from '../library/in-process-engine.ts'

const photoCount = 20
const [samplePhoto] = process.argv.slice(2) as [string]

/** Copies, hashes and syncs one photo and decodes it once for the same two pictures, with nothing of Stipple’s: the reference. */
async function bareImport(path: string, folder: string): Promise<void> {
  const bytes = await readFile(path)
  createHash('sha256').update(bytes).digest('hex')
  const copy = await open(join(folder, randomUUID()), 'wx')
  await copy.writeFile(bytes)
  await copy.sync()
  await copy.close()
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(2560, 2560, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  await writeFile(join(folder, randomUUID()), await sharp(data, { raw }).jpeg({ quality: 90 }).toBuffer())
  const thumb = await sharp(data, { raw }).resize(400, 400, { fit: 'inside' }).webp().toBuffer()
  await writeFile(join(folder, randomUUID()), thumb)
}

async function openStaging(folder: string) {
  const library = await Library.open(folder, deviceKeysOf())
  const engine = inProcessEngine({ 'inspect-photo': inspectPhoto, 'guess-angle': async () => ({ angle: null }) })
  const pool = new EnginePool(() => engine, 1)
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

async function msFor(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const medianOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

sharp.concurrency(1)
const home = await mkdtemp(join(tmpdir(), 'stipple-bench-import-'))
try {
  const { importOne, close } = await openStaging(join(home, 'library'))
  const bare: number[] = []
  const own: number[] = []
  // one after the other of both, so that what else the machine does meets them alike; the first pair warms up
  for (let n = 0; n <= photoCount; n++) {
    const path = join(home, `photo-${n}.jpg`)
    // every photo has other bytes
    const brighter = 1 + n / 200
    await sharp(samplePhoto).resize(4000, 3000, { fit: 'fill' }).linear(brighter).jpeg({ quality: 92 }).toFile(path)
    bare.push(await msFor(() => bareImport(path, home)))
    own.push(await msFor(() => importOne(path)))
  }
  await close()
  const ratio = medianOf(own.slice(1).map((ms, n) => ms / bare[n + 1]!))
  console.log(
    `bare ${Math.round(medianOf(bare))} ms, import ${Math.round(medianOf(own))} ms a photo (medians of ${photoCount})`,
  )
  console.log(`import of 12-megapixel photos: ${ratio.toFixed(2)} × bare copy, hash, fsync and decode (must ≤ 1.3)`)
  process.exitCode = ratio <= 1.3 ? 0 : 1
} finally {
  await rm(home, { recursive: true, force: true })
}
