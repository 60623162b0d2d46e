import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../../../electron/engine-pool/node-engine.ts'
import type { FreeBytes } from '../../../electron/library/free-space.ts'
import { Library } from '../../../electron/library/library.ts'
import { isOriginalIntact } from '../../../electron/library/originals.ts'
import { Renditions } from '../../../electron/main/renditions.ts'
import { StagingArea } from '../../../electron/main/staging-area.ts'
import { deviceKeysOf } from '../../library/device-keys.ts'
import { photoOf } from '../renderer/photo-samples.ts'

const samplePhoto = join(import.meta.dirname, '../../../resources/sample-client/top_before.jpg')
/** A real child process that speaks the engine's protocol; it finds every file good and guesses no angle. */
const script = `
process.on('message', ({ id, name }) => {
  const size = { format: 'jpeg', widthPx: 1800, heightPx: 1800, capture: null, isDamaged: false }
  process.send({ kind: 'done', id, isSpent: false, output: name === 'inspect-photo' ? size : { angle: null, confidence: 0 } })
})
process.send({ kind: 'ready' })
`
const { clientId, treatmentId } = photoOf(1)

async function open(freeBytes?: FreeBytes) {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-staging-'))
  await writeFile(join(folder, 'engine.cjs'), script)
  const library = await Library.open(join(folder, 'library'), deviceKeysOf())
  const pool = new EnginePool(() => spawnNodeEngine(join(folder, 'engine.cjs')), 2)
  onTestFinished(async () => {
    pool.close()
    await library.close()
    await rm(folder, { recursive: true, force: true })
  })
  const addedAt = '2026-01-01T00:00:00.000Z'
  await library.record([
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  ])
  return { library, staging: new StagingArea(library, pool, new Renditions(library, pool), freeBytes) }
}

const stagedCopies = (library: Library) => readdir(library.layout.staging).catch(() => [])

test('a batch without room is refused with figures before anything is read', async () => {
  let free = 3 * 1024 ** 3
  const { library, staging } = await open(async () => free)
  await staging.begin(1024 ** 3)
  await expect(staging.begin(1024 ** 3 + 1)).rejects.toMatchObject({
    code: 'disk-full',
    details: { reason: expect.stringContaining('3.0 GB must be free') },
  })
  free = 2 * 1024 ** 3 - 1
  await expect(staging.begin(1)).rejects.toMatchObject({ code: 'disk-full' })
  expect(await stagedCopies(library)).toEqual([])
})

test('the same picture twice at once is staged once', async () => {
  const { library, staging } = await open()
  const [one, other] = await Promise.all([staging.stage(samplePhoto), staging.stage(samplePhoto)])
  expect(one.photoId).toBe(other.photoId)
  expect(await stagedCopies(library)).toHaveLength(1)
})

test('what is in the library already is told; its missing or damaged file is put back from the new one', async () => {
  const { library, staging } = await open()
  const { photoId } = await staging.stage(samplePhoto)
  await staging.accept(clientId, treatmentId, [
    { photoId, stage: 'before', angle: 'top', capture: null, quarterTurns: 0 },
  ])
  expect(await staging.stage(samplePhoto)).toMatchObject({ alreadyOf: clientId, isPutBack: false })
  const original = library.layout.object(photoId)
  const bytes = await readFile(original)
  await rm(original, { force: true })
  expect(await staging.stage(samplePhoto)).toMatchObject({ alreadyOf: clientId, isPutBack: true })
  expect(await isOriginalIntact(library, photoId)).toBe(true)
  await rm(original, { force: true })
  await writeFile(original, Buffer.alloc(bytes.length))
  expect(await staging.stage(samplePhoto)).toMatchObject({ isPutBack: true })
  expect(await isOriginalIntact(library, photoId)).toBe(true)
  expect(await stagedCopies(library)).toEqual([])
})

test('a save that is tried again after a failure at the ledger goes through', async () => {
  const { library, staging } = await open()
  const { photoId } = await staging.stage(samplePhoto)
  const filing = { photoId, stage: null, angle: null, capture: null, quarterTurns: 0 }
  await expect(staging.accept(clientId, photoOf(1).clientId as never, [filing])).rejects.toMatchObject({
    code: 'refused',
  })
  await staging.accept(clientId, treatmentId, [filing])
  expect(library.facts.photos.get(photoId)?.isRemoved).toBe(false)
})

test('a photo that was saved by another way meanwhile doesn’t hold up the others of its batch', async () => {
  const { library, staging } = await open()
  const other = samplePhoto.replace('top_before', 'crown_before')
  const [first, second] = [await staging.stage(samplePhoto), await staging.stage(other)]
  const filing = { stage: null, angle: null, capture: null, quarterTurns: 0 } as const
  const save = (...photoIds: (typeof first.photoId)[]) =>
    staging.accept(
      clientId,
      treatmentId,
      photoIds.map((photoId) => ({ photoId, ...filing })),
    )
  // the same photo by two ways at once, and once more afterwards
  await Promise.all([save(first.photoId), save(first.photoId, second.photoId)])
  await save(first.photoId)
  for (const { photoId } of [first, second]) expect(library.facts.photos.get(photoId)?.isRemoved).toBe(false)
  expect(await stagedCopies(library)).toEqual([])
})

test('discarded photos leave nothing behind', async () => {
  const { library, staging } = await open()
  const { photoId } = await staging.stage(samplePhoto)
  await staging.discard([photoId])
  expect(await stagedCopies(library)).toEqual([])
  await expect(
    staging.accept(clientId, treatmentId, [{ photoId, stage: null, angle: null, capture: null, quarterTurns: 0 }]),
  ).rejects.toMatchObject({ code: 'refused' })
})
