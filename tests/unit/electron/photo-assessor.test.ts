import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { makeFolder, writeFileDurably } from '../../../electron/library/durable-files.ts'
import { PairLightMeasurer } from '../../../electron/main/pair-light-measurer.ts'
import { PhotoAssessor } from '../../../electron/main/photo-assessor.ts'
import { sealBytes } from '../../../electron/sealed/sealed-file.ts'
import { unjudged } from '../../../shared/domain/assessment/assessment.ts'
import { type Drawing, drawingIdOf } from '../../../shared/domain/drawing.ts'
import { lightVersion } from '../../../shared/domain/light/pair-light.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { EngineTasks } from '../../../shared/ipc/engine-tasks.ts'
import { inProcessEngine } from '../../library/in-process-engine.ts'
import { photoOf } from '../renderer/photo-samples.ts'
import { alignmentOf } from '../renderer/viewer/pair-bench.tsx'
import { openedLibrary } from './opened-library.ts'

const photo: Photo = photoOf(1, { stage: 'healed-1', widthPx: 1000, heightPx: 800 })
const untreated: Photo = photoOf(2, { stage: 'before', widthPx: 1000, heightPx: 800 })
const head = { centreX: 500, centreY: 400, radiusX: 300, radiusY: 380, angleDegrees: 0 }
const map = {
  columns: 2,
  rows: 1,
  originX: 0,
  originY: 0,
  stepX: 5,
  stepY: 5,
  values: new Float32Array([1, Number.NaN]),
}

function zone(name: string, size: number): Drawing {
  const outline = [
    { x: 300, y: 200 },
    { x: 300 + size, y: 200 },
    { x: 300, y: 200 + size },
  ]
  return {
    drawingId: drawingIdOf(photo.photoId, '1'.repeat(32)),
    photoId: photo.photoId,
    quarterTurns: 0,
    name,
    shape: { kind: 'zone', zone: 'treated', outline },
  }
}

async function open(addedRedness: number | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-assessor-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const asked: EngineTasks['assess-zone']['input'][] = []
  const engine = inProcessEngine({
    'find-head': async () => head,
    'measure-pair-light': async () => ({
      kind: 'measured',
      lightVersion,
      source: 'face',
      ratio: { red: 1, green: 1, blue: 1 },
      luminanceRatio: 1,
      sampleCount: 100,
      spreadStops: 0.1,
      addedRedness,
    }),
    'assess-zone': async (input: EngineTasks['assess-zone']['input']) => {
      asked.push(input)
      const assessment = { ...unjudged('blur'), darkness: map, dots: new Float32Array([1, 2, 3]) }
      return { assessment, inReference: null }
    },
  })
  const pool = new EnginePool(() => engine, 1)
  const { library, renditions } = await openedLibrary(folder, pool)
  const keyId = await library.keys.keyIdFor(photo.clientId)
  for (const { photoId } of [photo, untreated]) {
    const path = library.layout.object(photoId)
    await makeFolder(dirname(path))
    await writeFileDurably(path, sealBytes(library.keys.sealFor(keyId, path), Buffer.from('photo')))
  }
  await library.record([{ type: 'photo-imported', version: 1, data: photo }])
  const light = new PairLightMeasurer(library, pool, renditions)
  const assess = (referenceId = photo.photoId) =>
    new PhotoAssessor(library, pool, renditions, light).assess(photo.photoId, referenceId, {})
  return { folder, library, asked, assess }
}

test('a photo without a zone tells nothing, and nothing is measured', async () => {
  const { asked, assess } = await open()
  expect(await assess()).toMatchObject({ zones: [] })
  expect(asked).toEqual([])
})

test('a photo is measured once for the same inputs, at the next start too, and anew when its zone is drawn otherwise', async () => {
  const { library, asked, assess } = await open()
  await library.record([{ type: 'drawing-added', version: 1, data: zone('', 200) }])
  const found = await assess()
  expect(found.zones[0]?.findings).toMatchObject({ verdict: 'greyed' })
  expect(found.zones[0]?.findings).not.toHaveProperty('dots')
  expect(found.scale).toMatchObject({ source: 'head-width', isCarried: false })
  expect(asked[0]).toMatchObject({ head, daysSinceSession: null, reference: null })
  expect(await assess()).toEqual(found)
  expect(asked).toHaveLength(1)

  const { photoId: _, ...content } = zone('', 240)
  await library.record([{ type: 'drawing-changed', version: 1, data: content }])
  await assess()
  expect(asked).toHaveLength(2)
})

test.each([
  [0.2, 'greyed', ['redness', 'blur']],
  [0.05, 'greyed', ['blur']],
])('skin that is %s redder than before any pigment: %s for %j', async (addedRedness, verdict, reasons) => {
  const { library, assess } = await open(addedRedness)
  const alignment = alignmentOf(untreated, photo)
  await library.record([
    { type: 'photo-imported', version: 1, data: untreated },
    { type: 'alignment-made', version: 2, data: alignment },
    { type: 'drawing-added', version: 1, data: zone('', 200) },
  ])
  const [found] = (await assess(untreated.photoId)).zones
  expect(found?.findings.verdict).toBe(verdict)
  expect(found?.findings.reasons.map(({ reason }) => reason)).toEqual(reasons)
})

test('a name changes nothing that is measured', async () => {
  const { library, asked, assess } = await open()
  await library.record([{ type: 'drawing-added', version: 1, data: zone('', 200) }])
  await assess()
  const { photoId: _, ...content } = zone('Crown', 200)
  await library.record([{ type: 'drawing-changed', version: 1, data: content }])
  await assess()
  expect(asked).toHaveLength(1)
})

test('the scale that was set counts before the head’s width', async () => {
  const { library, asked, assess } = await open()
  const scale = {
    from: { x: 100, y: 100 },
    to: { x: 300, y: 100 },
    lengthMm: 25,
    by: 'length' as const,
    quarterTurns: 0,
  }
  await library.record([
    { type: 'drawing-added', version: 1, data: zone('', 200) },
    { type: 'scale-set', version: 1, data: { photoId: photo.photoId, scale } },
  ])
  expect((await assess()).scale).toEqual({ pixelsPerMm: 8, source: 'known-length', isCarried: false })
  expect(asked[0]?.scale).toMatchObject({ pixelsPerMm: 8, source: 'known-length' })
})

test('what was found is sealed on the disk', async () => {
  const { folder, library, assess } = await open()
  await library.record([{ type: 'drawing-added', version: 1, data: zone('', 200) }])
  await assess()
  const derived = join(folder, 'library', 'derived')
  const names = (await readdir(derived, { recursive: true })).filter((name) => name.endsWith('.assessment'))
  expect(names).toHaveLength(1)
  const bytes = await readFile(join(derived, names[0]!))
  expect(bytes.includes('greyed')).toBe(false)
})
