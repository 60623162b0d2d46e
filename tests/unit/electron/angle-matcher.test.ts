import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../../../electron/engine-pool/node-engine.ts'
import { AngleMatcher } from '../../../electron/main/angle-matcher.ts'
import type { Angle } from '../../../shared/domain/angle.ts'
import { temporaryFolder } from '../../library/temporary-library.ts'
import { photoOf } from '../renderer/photo-samples.ts'
import { openedLibrary } from './opened-library.ts'

const sample = (name: string) => join(import.meta.dirname, '../../../resources/sample-client', `${name}.jpg`)
/** A real child process that speaks the engine's protocol and writes down what it is asked; a look is the photo's path and turn. */
const script = (log: string) => `
const { appendFileSync } = require('node:fs')
process.on('message', ({ id, name, input }) => {
  const outputs = {
    'inspect-photo': { format: 'jpeg', widthPx: 1800, heightPx: 1800, capture: null, isDamaged: false },
    'guess-angle': { angle: null, confidence: 0 },
    'look-at-head': { path: input.path, quarterTurns: input.quarterTurns },
    'match-angle': { angle: 'crown', confidence: 0.8 },
  }
  appendFileSync(${JSON.stringify(log)}, JSON.stringify({ name, input }) + '\\n')
  process.send({ kind: 'done', id, isSpent: false, output: outputs[name] })
})
process.send({ kind: 'ready' })
`
const { clientId, treatmentId } = photoOf(1)

async function open() {
  const folder = await temporaryFolder()
  const log = join(folder, 'asked.jsonl')
  await writeFile(join(folder, 'engine.cjs'), script(log))
  const pool = new EnginePool(() => spawnNodeEngine(join(folder, 'engine.cjs')), 1)
  const { library, renditions, staging } = await openedLibrary(folder, pool)
  const file = async (name: string, angle: Angle) => {
    const { photoId } = await staging.stage(sample(name))
    await staging.accept(clientId, treatmentId, [{ photoId, stage: 'before', angle, capture: null, quarterTurns: 2 }])
    return photoId
  }
  const asked = async (task: string) =>
    (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ name }) => name === task)
      .map(({ input }) => input)
  return { library, staging, file, asked, matcher: new AngleMatcher(library, pool, renditions, staging) }
}

test('compares a staged photo with filed ones and with those sorted just now, and looks at each once', async () => {
  const { library, staging, file, asked, matcher } = await open()
  const topId = await file('top_before', 'top')
  const crown = await staging.stage(sample('crown_before'))
  const { photoId } = await staging.stage(sample('crown_healed-3'))
  const sorted = [{ photoId: crown.photoId, angle: 'crown' as const, quarterTurns: 1 }]
  const request = { photoId, quarterTurns: 0, treatmentId, sorted }
  expect(await matcher.match(request)).toEqual({ angle: 'crown', confidence: 0.8 })
  expect(await matcher.match(request)).toEqual({ angle: 'crown', confidence: 0.8 })
  const path = (id: string) => staging.fileOf(id, 0)!.path
  const [comparison, again] = await asked('match-angle')
  expect(comparison).toEqual({
    look: { path: path(photoId), quarterTurns: 0 },
    sorted: [
      { angle: 'crown', look: { path: path(crown.photoId), quarterTurns: 1 } },
      { angle: 'top', look: { path: library.layout.object(topId), quarterTurns: 2 } },
    ],
  })
  expect(again).toEqual(comparison)
  expect(await asked('look-at-head')).toHaveLength(3)
  await matcher.match({ ...request, quarterTurns: 1 })
  expect(await asked('look-at-head')).toHaveLength(4)
})

test('a head that is known goes along; a filed photo whose file is gone is left out', async () => {
  const { library, staging, file, asked, matcher } = await open()
  const [topId, crownId] = [await file('top_before', 'top'), await file('crown_before', 'crown')]
  const ellipse = { centreX: 900, centreY: 900, radiusX: 500, radiusY: 600, angleDegrees: 0 }
  const head = { ellipse, by: 'automatic' as const, quarterTurns: 2 }
  await library.record([{ type: 'head-marked', version: 1, data: { photoId: topId, head } }])
  await rm(library.layout.object(crownId), { force: true })
  const { photoId } = await staging.stage(sample('crown_healed-3'))
  await matcher.match({ photoId, quarterTurns: 0, treatmentId, sorted: [] })
  const looks = await asked('look-at-head')
  expect(looks.map((input) => input.head)).toEqual([ellipse, null])
})

test('what waits for review no more, or has nothing to be compared with, has no match', async () => {
  const { staging, matcher } = await open()
  const { photoId } = await staging.stage(sample('crown_healed-3'))
  const request = { photoId, quarterTurns: 0, treatmentId, sorted: [] }
  expect(await matcher.match(request)).toBeNull()
  await staging.discard([photoId])
  expect(await matcher.match(request)).toBeNull()
})
