import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../electron/engine/tasks/align-pair.ts'
import { measurePairLight } from '../../electron/engine/tasks/measure-pair-light.ts'
import { identityTransform, type Transform } from '../../shared/domain/geometry/transform.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import { correctPixels, gainTable } from '../../shared/domain/light/colour-correction.ts'
import type { LinearLight } from '../../shared/domain/light/linear-light.ts'
import { matchLight } from '../../shared/domain/light/match-light.ts'
import type { DrawnSkin } from '../../shared/domain/light/measure-pair.ts'
import type { PairLight } from '../../shared/domain/light/pair-light.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const sample = (name: string) => join(import.meta.dirname, '../../resources/sample-client', `${name}.jpg`)
const portrait = (name: string) => join(import.meta.dirname, '../fixtures/heads', `london-${name}.jpg`)
const channels = ['red', 'green', 'blue'] as const
const everywhere = [
  { x: -1e5, y: -1e5 },
  { x: 1e5, y: -1e5 },
  { x: 1e5, y: 1e5 },
  { x: -1e5, y: 1e5 },
]

interface AlignedPair {
  readonly paths: readonly [string, string]
  readonly transform: Transform | null
  readonly heads: readonly [HeadEllipse, HeadEllipse]
}

const alignedPairs = new Map<string, Promise<AlignedPair>>()

/** Two photos as the app aligns them, once for all tests. */
function aligned(reference: string, moving: string): Promise<AlignedPair> {
  const photo = (path: string) => ({ path, key: null, quarterTurns: 0, head: null })
  const key = `${reference} ${moving}`
  const work =
    alignedPairs.get(key) ??
    alignPair({ reference: photo(reference), moving: photo(moving), landmarks: [], starts: [] }, idleContext).then(
      ({ transform, referenceHead, movingHead }): AlignedPair => ({
        paths: [reference, moving],
        transform,
        heads: [referenceHead, movingHead],
      }),
    )
  alignedPairs.set(key, work)
  return work
}

function measure(
  { paths, transform, heads }: AlignedPair,
  about: { moving?: string; drawn?: DrawnSkin; mayUseScalp?: boolean } = {},
): Promise<PairLight> {
  const [reference, moving] = [paths[0], about.moving ?? paths[1]]
  return measurePairLight(
    {
      reference: { path: reference, key: null, quarterTurns: 0, head: heads[0] },
      moving: { path: moving, key: null, quarterTurns: 0, head: heads[1] },
      transform,
      drawn: about.drawn ?? { untreated: [], treated: [] },
      mayUseScalp: about.mayUseScalp ?? false,
    },
    idleContext,
  )
}

function measured(light: PairLight) {
  if (light.kind !== 'measured') throw new Error(light.reason)
  return light
}

/** A photo in other light, as a camera would have stored it. */
async function inLight(path: string, gains: LinearLight, name: string): Promise<string> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const tables = [gainTable(gains.red), gainTable(gains.green), gainTable(gains.blue)]
  for (let i = 0; i < data.length; i++) data[i] = tables[i % 3]![data[i]!]!
  const copy = temporary(name)
  await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(copy)
  return copy
}

const crown = () => aligned(sample('crown_post-cut'), sample('crown_healed-1'))
const face = () => aligned(portrait('042_03'), portrait('042_08'))

describe('measure-pair-light', () => {
  test('a head from behind is measured on its ears, a portrait on face and neck', async () => {
    expect(await measure(await crown())).toMatchObject({ kind: 'measured', source: 'ears-and-neck' })
    expect(await measure(await face())).toMatchObject({ kind: 'measured', source: 'face-and-neck' })
  })

  test('a photo has exactly its own light', async () => {
    const { paths, heads } = await crown()
    const itself = {
      paths: [paths[0], paths[0]] as const,
      transform: identityTransform,
      heads: [heads[0], heads[0]] as const,
    }
    expect(measured(await measure(itself)).ratio).toEqual({ red: 1, green: 1, blue: 1 })
  })

  test('two portraits under one studio light differ by less than an eighth of a stop and 5 % of colour', async () => {
    const { ratio, luminanceRatio } = measured(await measure(await face()))
    expect(Math.abs(Math.log2(luminanceRatio))).toBeLessThan(0.125)
    expect(Math.abs(ratio.red / ratio.green - 1)).toBeLessThan(0.05)
    expect(Math.abs(ratio.blue / ratio.green - 1)).toBeLessThan(0.05)
  })

  test.each([
    ['darker', { red: 0.6, green: 0.6, blue: 0.6 }],
    ['warmer', { red: 1.1, green: 1, blue: 0.8 }],
    ['cooler and darker', { red: 0.5, green: 0.6, blue: 0.7 }],
  ])('light that became %s is found again within 4 %% in each channel', async (name, gains) => {
    for (const [subject, pair] of Object.entries({ crown: await crown(), face: await face() })) {
      const before = measured(await measure(pair))
      const changed = await inLight(pair.paths[1], gains, `${subject} ${name}.jpg`)
      const after = measured(await measure(pair, { moving: changed }))
      for (const channel of channels)
        expect(Math.abs(after.ratio[channel] / before.ratio[channel] / gains[channel] - 1)).toBeLessThan(0.04)
    }
  })

  test('matched, the same ears are the same: what is left is less than 3 % of light', async () => {
    const pair = await crown()
    const match = matchLight(await measure(pair), false)
    if (match.kind !== 'matched') throw new Error(match.reason)
    const copies = await Promise.all(
      pair.paths.map(async (path, index) => {
        const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
        correctPixels(data, index === 0 ? match.reference : match.moving)
        const copy = temporary(`matched-${index}.png`)
        await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
          .removeAlpha()
          .png({ compressionLevel: 1 })
          .toFile(copy)
        return copy
      }),
    )
    const { ratio } = measured(await measure({ ...pair, paths: copies as [string, string] }))
    for (const channel of channels) expect(Math.abs(ratio[channel] - 1)).toBeLessThan(0.03)
  })

  test('a fresh session is redder than its light, healed skin isn’t', async () => {
    const fresh = await aligned(sample('crown_post-cut'), sample('crown_session-2'))
    expect(measured(await measure(fresh)).addedRedness).toBeGreaterThan(0.1)
    expect(Math.abs(measured(await measure(await crown())).addedRedness!)).toBeLessThan(0.05)
  })

  test('the skin between the dots stands in only where that is allowed, and agrees with the ears', async () => {
    const pair = await crown()
    const drawn = { untreated: [], treated: [everywhere] }
    expect(await measure(pair, { drawn })).toMatchObject({ kind: 'unmeasured', reason: 'too-little-skin' })
    const between = measured(await measure(pair, { drawn, mayUseScalp: true }))
    const ears = measured(await measure(pair))
    expect(between.source).toBe('between-dots')
    expect(Math.abs(Math.log2(between.luminanceRatio / ears.luminanceRatio))).toBeLessThan(0.15)
    for (const channel of channels) expect(Math.abs(between.ratio[channel] / ears.ratio[channel] - 1)).toBeLessThan(0.1)
  })

  test('heads that aren’t aligned and show no face are refused; faces need no alignment', async () => {
    expect(await measure({ ...(await crown()), transform: null })).toMatchObject({ reason: 'too-little-skin' })
    expect(await measure({ ...(await face()), transform: null })).toMatchObject({ kind: 'measured', source: 'face' })
  })

  test('names the file that can’t be read', async () => {
    await expect(measure(await crown(), { moving: temporary('nowhere.jpg') })).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { fileName: 'nowhere.jpg' },
    })
  })
})
