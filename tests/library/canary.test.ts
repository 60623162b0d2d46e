import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { taskTable } from '../../electron/engine/task-table.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { eraseClient } from '../../electron/library/erasure/erase.ts'
import { Library } from '../../electron/library/library.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { StagingArea } from '../../electron/main/staging-area.ts'
import { type PhotoId, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from './device-keys.ts'
import { filesHolding } from './files-holding.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { countHolding, readableContent } from './readable-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

const source = join(import.meta.dirname, '../fixtures/photos/cmyk.jpg')
const client = clientAdded('Zoë Unverwechselbar')
const treatmentId = treatmentIdSchema.parse('0a51cfd4-0b8e-4a5a-9f3e-6c9f1c1f2a33')

/** 32 bytes from the middle of a file: what a picture or a part of it would be found by. */
const snippetOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 32))

test('in use and after it no byte of a name or a picture can be found in the library’s folder', async () => {
  const folder = await temporaryFolder()
  const library = await Library.open(folder, deviceKeysOf())
  const pool = new EnginePool(() => inProcessEngine(taskTable), 1)
  onTestFinished(() => library.close().catch(() => undefined))
  const renditions = new Renditions(library, pool)
  const staging = new StagingArea(library, pool, renditions)
  const { clientId, addedAt } = client.data
  const treatment = { treatmentId, clientId, name: 'Hairline of Zoë', sessionCount: 3, addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])

  const original = await readFile(source)
  const secrets = [
    Buffer.from('Zoë Unverwechselbar'),
    Buffer.from('Hairline of'),
    Buffer.from('cmyk.jpg'),
    Buffer.from(clientId),
    Buffer.from(createHash('sha256').update(original).digest('hex')),
    snippetOf(original),
    original.subarray(0, 32),
  ]
  const expectNothingFound = async (when: string) => {
    for (const secret of secrets) expect(await filesHolding(folder, secret), `${secret} ${when}`).toEqual([])
  }

  const { photoId, isDamaged } = await staging.stage(source)
  expect(isDamaged).toBe(false)
  const waiting = await renditions.read(photoId, 'staged')
  secrets.push(snippetOf(waiting.bytes))
  await expectNothingFound('while it waits for review')

  await staging.accept(clientId, treatmentId, [
    { photoId, stage: 'before', angle: 'top', capture: null, quarterTurns: 1 },
  ])
  for (const rendition of ['thumb', 'work', 'full']) {
    const { bytes } = await renditions.read(photoId, rendition)
    expect(await sharp(bytes).metadata()).toMatchObject({ height: rendition === 'thumb' ? 400 : 500 })
    secrets.push(snippetOf(bytes), Buffer.from(bytes.subarray(0, 32)))
  }
  await expectNothingFound('in use')
  const written = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(written.length).toBeGreaterThan(8)
  await library.close()
  await expectNothingFound('after use')

  const again = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => again.close())
  const served = new Renditions(again, new EnginePool(() => inProcessEngine({}), 1))
  await again.record([{ type: 'photo-turned', version: 1, data: { photoId, quarterTurns: 0 } }])
  expect((await served.read(photoId, 'thumb')).bytes).toEqual(waiting.bytes)
})

test('of an erased client nothing can be found even by who has this computer’s key; its control: before, everything can', async () => {
  const folder = await temporaryFolder()
  const library = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => library.close().catch(() => undefined))
  const pool = new EnginePool(() => inProcessEngine(taskTable), 1)
  const renditions = new Renditions(library, pool)
  const staging = new StagingArea(library, pool, renditions)
  const { clientId, addedAt } = client.data
  const treatment = { treatmentId, clientId, name: 'Hairline of Zoë', sessionCount: 3, addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])
  const { photoId } = await staging.stage(source)
  const filed = { photoId, stage: 'before', angle: 'top', capture: null, quarterTurns: 1 } as const
  await staging.accept(clientId, treatmentId, [filed])
  const original = await readFile(source)
  const secrets = {
    name: Buffer.from('Zoë Unverwechselbar'),
    treatment: Buffer.from('Hairline of'),
    fileName: Buffer.from('cmyk.jpg'),
    photoId: Buffer.from(photoId),
    original: snippetOf(original),
    head: original.subarray(0, 32),
    ...(await renditionSnippets(renditions, photoId)),
  }
  const found = async () => {
    const content = await readableContent(folder)
    return Object.entries(secrets).filter(([, secret]) => countHolding(content, secret) > 0)
  }
  expect((await found()).map(([what]) => what)).toEqual(Object.keys(secrets))
  await library.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }])
  expect((await found()).map(([what]) => what)).toEqual(Object.keys(secrets))
  await eraseClient(library, clientId)
  expect(await found()).toEqual([])
  await expect(renditions.read(photoId, 'thumb')).rejects.toMatchObject({ code: 'photo-missing' })
  await library.close()
  expect(await found()).toEqual([])
  const again = await Library.open(folder, deviceKeysOf())
  expect([again.notices, again.facts.photos.size]).toEqual([[], 0])
  await again.close()
  expect(await found()).toEqual([])
})

async function renditionSnippets(renditions: Renditions, photoId: PhotoId): Promise<Record<string, Buffer>> {
  const snippets: Record<string, Buffer> = {}
  for (const rendition of ['thumb', 'work', 'full'])
    snippets[rendition] = snippetOf((await renditions.read(photoId, rendition)).bytes)
  return snippets
}
