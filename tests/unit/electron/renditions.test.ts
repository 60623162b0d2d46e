import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { Library } from '../../../electron/library/library.ts'
import { Log } from '../../../electron/main/log.ts'
import { PhotoMeasurer } from '../../../electron/main/photo-measurer.ts'
import { answerWindow } from '../../../electron/main/photo-protocol.ts'
import { Renditions } from '../../../electron/main/renditions.ts'
import { StagingArea } from '../../../electron/main/staging-area.ts'
import { Videos } from '../../../electron/main/videos.ts'
import { sealBytes } from '../../../electron/sealed/sealed-file.ts'
import { alignedAddress } from '../../../shared/addresses.ts'
import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import { sampleField } from '../../../shared/domain/geometry/displacement-field.ts'
import { alignmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { deviceKeysOf } from '../../library/device-keys.ts'
import { inProcessEngine } from '../../library/in-process-engine.ts'
import { photoOf } from '../renderer/photo-samples.ts'

/** An engine that writes down what it is asked to draw, and counts what it measures and draws. */
function countingEngine() {
  const counts = { drawn: 0, measured: 0 }
  const engine = inProcessEngine({
    'render-view': async ({ output, transform, view }) => {
      counts.drawn++
      await writeFile(output.path, sealBytes(output.seal!, Buffer.from(JSON.stringify({ transform, view }))))
    },
    'find-head': async () => ({ centreX: 1, centreY: 1, radiusX: 1, radiusY: 1, angleDegrees: 0 }),
    'measure-photo': async ({ head, photo: { quarterTurns } }) => ({ count: ++counts.measured, head, quarterTurns }),
  })
  return { engine, counts }
}

const similarity = { a: 0.9, b: 0.1, tx: 5, ty: 6 }
const field = sampleField({ widthPx: 400, heightPx: 300 }, 50, () => ({ x: 2, y: 1 }))
const [reference, moving] = [photoOf(1, { widthPx: 4000, heightPx: 3000 }), photoOf(2)] as [Photo, Photo]
const alignment: Alignment = {
  alignmentId: alignmentIdSchema.parse('a'.repeat(64)),
  inputsKey: 'inputs',
  pairKey: pairKeyOf(reference, moving),
  referenceId: reference.photoId,
  movingId: moving.photoId,
  outcome: 'aligned',
  method: 'automatic',
  transform: { similarity, field },
  quality: { peakScore: 1, forwardBackwardShare: 1, coverage: 1, scale: 1, rotationDegrees: 0, reasons: [] },
  algorithmVersion: 1,
}

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-renditions-'))
  const { engine, counts } = countingEngine()
  const library = await Library.open(join(folder, 'library'), deviceKeysOf())
  const pool = new EnginePool(() => engine, 1)
  onTestFinished(async () => {
    pool.close()
    await library.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { clientId, treatmentId } = reference
  const addedAt = '2026-01-01T00:00:00.000Z'
  await library.record([
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
    ...[reference, moving].map((data) => ({ type: 'photo-imported' as const, version: 1 as const, data })),
    { type: 'alignment-made', version: 2, data: alignment },
  ])
  for (const { photoId } of [reference, moving]) {
    await mkdir(dirname(library.layout.object(photoId)), { recursive: true })
    const path = library.layout.object(photoId)
    const seal = library.keys.sealFor(await library.keys.keyIdFor(clientId), path)
    await writeFile(path, sealBytes(seal, Buffer.from('an original')))
  }
  const renditions = new Renditions(library, pool)
  const videos = new Videos(library, pool, renditions, new StagingArea(library, pool, renditions))
  const answer = answerWindow({ renditions, videos }, async () => undefined, new Log(join(folder, 'logs')))
  return { library, pool, renditions, counts, get: (address: string) => answer(new Request(address)) }
}

test('a photo whose original is gone is said to be missing, by its name', async () => {
  const { library, renditions } = await open()
  await rm(library.layout.object(moving.photoId))
  expect(() => renditions.fileOf(moving)).toThrow(
    expect.objectContaining({ code: 'photo-missing', details: { fileName: moving.fileName } }),
  )
})

test('a photo whose original was damaged at its head is said to be damaged, by its name', async () => {
  const { library, renditions } = await open()
  const path = library.layout.object(moving.photoId)
  const bytes = await readFile(path)
  bytes[40]! ^= 1
  await writeFile(path, bytes)
  expect(() => renditions.fileOf(moving)).toThrow(
    expect.objectContaining({
      code: 'picture-damaged',
      details: expect.objectContaining({ fileName: moving.fileName }),
    }),
  )
})

describe('aligned pictures', () => {
  test.each([
    ['aligned', field, 2560],
    ['aligned-full', field, 4000],
    ['aligned-rigid', null, 2560],
    ['aligned-rigid-full', null, 4000],
  ] as const)(
    '“%s” is drawn and served with or without the bending, at its size',
    async (rendition, drawn, widthPx) => {
      const { get } = await open()
      const response = await get(alignedAddress(alignment.alignmentId, rendition))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/jpeg')
      const asked = await response.json()
      expect(asked.transform).toEqual({ similarity, field: drawn })
      expect(asked.view).toMatchObject({ widthPx, heightPx: widthPx * 0.75 })
    },
  )

  test('one that is there is served from its file; one whose file was damaged is drawn again', async () => {
    const { library, counts, get } = await open()
    const address = alignedAddress(alignment.alignmentId, 'aligned')
    const first = await (await get(address)).text()
    expect(await (await get(address)).text()).toBe(first)
    expect(counts.drawn).toBe(1)
    const path = library.layout.rendition(alignment.alignmentId, 'aligned.jpeg')
    const bytes = await readFile(path)
    expect(bytes.includes('transform')).toBe(false)
    for (const at of [40, bytes.length - 5]) {
      await writeFile(
        path,
        bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      )
      expect(await (await get(address)).text()).toBe(first)
    }
    expect(counts.drawn).toBe(3)
  })

  test('an alignment that isn’t known, and a rendition that doesn’t exist, are not found', async () => {
    const { get } = await open()
    const unknown = alignedAddress(alignmentIdSchema.parse('b'.repeat(64)), 'aligned-rigid')
    expect((await get(unknown)).status).toBe(404)
    expect((await get(`app://lib/photo/${alignment.alignmentId}/aligned-bent`)).status).toBe(404)
  })
})

describe('measuring photos', () => {
  test('a photo is measured once, and anew when its head or its turn changes', async () => {
    const { pool, renditions } = await open()
    const measurer = new PhotoMeasurer(pool, renditions)
    const ellipse = { centreX: 9, centreY: 9, radiusX: 5, radiusY: 5, angleDegrees: 0 }
    const [first, again] = await Promise.all([measurer.measure(moving), measurer.measure(moving)])
    expect(again).toBe(first)
    expect(first).toMatchObject({ count: 1, head: { centreX: 1 } })
    const drawn: Photo = { ...moving, head: { ellipse, by: 'hand', quarterTurns: 0 } }
    expect(await measurer.measure(drawn)).toMatchObject({ count: 2, head: ellipse })
    expect(await measurer.measure({ ...drawn, quarterTurns: 1 })).toMatchObject({ count: 3, head: { centreX: 1 } })
    expect(await measurer.measure(moving)).toBe(first)
  })

  test('what failed is tried again', async () => {
    const { pool, renditions } = await open()
    const measurer = new PhotoMeasurer(pool, renditions)
    pool.close()
    await expect(measurer.measure(moving)).rejects.toMatchObject({ code: 'cancelled' })
    const failing = measurer.measure(moving)
    await expect(failing).rejects.toMatchObject({ code: 'cancelled' })
    expect(measurer.measure(moving)).not.toBe(failing)
  })
})
