import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../../../electron/engine-pool/node-engine.ts'
import { Library } from '../../../electron/library/library.ts'
import { Log } from '../../../electron/main/log.ts'
import { PhotoMeasurer } from '../../../electron/main/photo-measurer.ts'
import { answerWindow } from '../../../electron/main/photo-protocol.ts'
import { Renditions } from '../../../electron/main/renditions.ts'
import { alignedAddress } from '../../../shared/addresses.ts'
import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import { sampleField } from '../../../shared/domain/geometry/displacement-field.ts'
import { alignmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { photoOf } from '../renderer/photo-samples.ts'

/** A real child process that speaks the engine's protocol: it writes down what it is asked to draw, and counts what it measures. */
const script = `
const fs = require('node:fs')
let count = 0
process.on('message', ({ id, name, input }) => {
  if (name === 'cancel') return
  const send = (output) => process.send({ kind: 'done', id, output, isSpent: false })
  if (name === 'render-view') {
    fs.writeFileSync(input.outputPath, JSON.stringify({ transform: input.transform, view: input.view }))
    send({})
  }
  if (name === 'find-head') send({ centreX: 1, centreY: 1, radiusX: 1, radiusY: 1, angleDegrees: 0 })
  if (name === 'measure-photo') send({ count: ++count, head: input.head, quarterTurns: input.photo.quarterTurns })
})
process.send({ kind: 'ready' })
`
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
  const enginePath = join(folder, 'engine.cjs')
  await writeFile(enginePath, script)
  const library = await Library.open(join(folder, 'library'))
  const pool = new EnginePool(() => spawnNodeEngine(enginePath), 1)
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
    { type: 'alignment-made', version: 1, data: alignment },
  ])
  for (const { photoId } of [reference, moving]) {
    await mkdir(dirname(library.layout.object(photoId)), { recursive: true })
    await writeFile(library.layout.object(photoId), 'an original')
  }
  const renditions = new Renditions(library, pool)
  const answer = answerWindow(renditions, async () => undefined, new Log(join(folder, 'logs')))
  return { library, pool, renditions, get: (address: string) => answer(new Request(address)) }
}

test('a photo whose original is gone is said to be missing, by its name', async () => {
  const { library, renditions } = await open()
  await rm(library.layout.object(moving.photoId))
  expect(() => renditions.fileOf(moving)).toThrow(
    expect.objectContaining({ code: 'photo-missing', details: { fileName: moving.fileName } }),
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
