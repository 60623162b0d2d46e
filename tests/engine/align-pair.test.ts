import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { alignPair } from '../../electron/engine/tasks/align-pair.ts'
import { similarityAbout } from '../../shared/domain/geometry/similarity.ts'
import { applySimilarity, toMoving, transformSchema } from '../../shared/domain/geometry/transform.ts'
import { headWidthPx } from '../../shared/domain/head.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const head = (name: string) => join(import.meta.dirname, '../fixtures/heads', `london-${name}.jpg`)
const sample = (name: string) => join(import.meta.dirname, '../../resources/sample-client', `${name}.jpg`)
const photo = (path: string) => ({ path, key: null, quarterTurns: 0, head: null })
type Marks = Parameters<typeof alignPair>[0]['landmarks']
const align = (reference: string, moving: string, landmarks: Marks = []) =>
  alignPair({ reference: photo(reference), moving: photo(moving), landmarks, starts: [] }, idleContext)

const truth = similarityAbout({ x: 350, y: 320 }, { x: 372, y: 300 }, 0.92, 5)

/** The photo turned, shrunk, moved, with waves, in light from one side, noisy: where things went is known exactly. */
async function retaken(
  path: string,
  output: string,
): Promise<(point: { x: number; y: number }) => { x: number; y: number }> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const wave = ({ x, y }: { x: number; y: number }) => ({ x: 3 * Math.sin(y / 60), y: 2.5 * Math.cos(x / 70) })
  const place = (point: { x: number; y: number }) => {
    const moved = applySimilarity(truth, point)
    return { x: moved.x + wave(point).x, y: moved.y + wave(point).y }
  }
  const drawn = Buffer.alloc(data.length, 200)
  const { a, b } = truth
  const square = a * a + b * b
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      let from = { x, y }
      for (let round = 0; round < 12; round++) {
        const reached = place(from)
        const [dx, dy] = [x - reached.x, y - reached.y]
        from = { x: from.x + (a * dx + b * dy) / square, y: from.y + (-b * dx + a * dy) / square }
      }
      const [left, top] = [Math.floor(from.x), Math.floor(from.y)]
      if (left < 0 || top < 0 || left >= info.width - 1 || top >= info.height - 1) continue
      const [u, v] = [from.x - left, from.y - top]
      for (let channel = 0; channel < 3; channel++) {
        const at = (column: number, row: number) => data[3 * ((top + row) * info.width + left + column) + channel]!
        const value = (1 - v) * ((1 - u) * at(0, 0) + u * at(1, 0)) + v * ((1 - u) * at(0, 1) + u * at(1, 1))
        const light = 0.55 + (0.6 * x) / info.width
        const noise = ((x * 7919 + y * 104729) % 11) - 5
        drawn[3 * (y * info.width + x) + channel] = Math.min(255, Math.max(0, value * light + noise))
      }
    }
  }
  await sharp(drawn, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toFile(output)
  return place
}

describe('align-pair', () => {
  test('finds a photo’s own retake in other light within 0.3 % of the head width', async () => {
    const moving = temporary('retaken.jpg')
    const place = await retaken(head('042_03'), moving)
    const result = await align(head('042_03'), moving)
    expect(result.outcome).toBe('aligned')
    expect(result.method).toBe('automatic')
    expect(result.quality.reasons).toEqual([])
    expect(transformSchema.safeParse(result.transform).success).toBe(true)
    const { referenceHead } = result
    const errors: number[] = []
    for (let angle = 0; angle < 360; angle += 15) {
      for (const radius of [0.2, 0.5, 0.8]) {
        const point = {
          x: referenceHead.centreX + radius * referenceHead.radiusX * Math.cos((angle * Math.PI) / 180),
          y: referenceHead.centreY + radius * referenceHead.radiusY * Math.sin((angle * Math.PI) / 180),
        }
        const found = toMoving(result.transform!, point)
        errors.push(Math.hypot(found.x - place(point).x, found.y - place(point).y) / headWidthPx(referenceHead))
      }
    }
    errors.sort((one, other) => one - other)
    expect(errors[errors.length >> 1]).toBeLessThan(0.003)
    expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(0.01)
    expect(result.quality.scale).toBeCloseTo(0.92, 1)
    expect(Math.abs(result.quality.rotationDegrees - 5)).toBeLessThan(1)
  })

  test('aligns two photos of one person', async () => {
    const result = await align(head('042_03'), head('042_08'))
    expect(result.outcome).toBe('aligned')
  })

  test.each([
    ['042_03', '061_03'],
    ['061_03', '042_08'],
  ])('never shows two persons as aligned: %s and %s', async (one, other) => {
    const result = await align(head(one), head(other))
    expect(result.outcome).not.toBe('aligned')
    expect(result.quality.reasons.length).toBeGreaterThan(0)
    expect(result.transform === null).toBe(result.outcome === 'needs-landmarks')
  })

  test('the same photos always give the same answer', async () => {
    expect(await align(head('042_03'), head('042_08'))).toEqual(await align(head('042_03'), head('042_08')))
  })

  test.skipIf(!existsSync(sample('top_before'))).each([
    ['top_before', 'top_healed-3', 'aligned'],
    ['crown_before', 'crown_session-2', 'aligned'],
    ['front-top_post-cut', 'front-top_healed-2', 'aligned'],
  ])('the sample client: %s and %s', async (one, other, outcome) => {
    expect((await align(sample(one), sample(other))).outcome).toBe(outcome)
  })

  test.skipIf(!existsSync(sample('top_before')))('the sample client from two angles isn’t aligned', async () => {
    expect((await align(sample('top_before'), sample('crown_before'))).outcome).not.toBe('aligned')
  })

  test.each([
    [1, 1],
    [5, 300],
    [80, 80],
  ])('doesn’t fail on a picture of %i × %i, and doesn’t claim anything', async (width, height) => {
    const tiny = temporary('tiny.png')
    await sharp({ create: { width, height, channels: 3, background: '#a87' } })
      .png()
      .toFile(tiny)
    expect((await align(head('042_03'), tiny)).outcome).toBe('needs-landmarks')
    expect((await align(tiny, head('042_03'))).outcome).toBe('needs-landmarks')
  })

  test('says which file can’t be read', async () => {
    const missing = align(head('042_03'), temporary('missing.jpg'))
    await expect(missing).rejects.toMatchObject({ code: 'file-unreadable', details: { fileName: 'missing.jpg' } })
  })

  test('stops when it is cancelled', async () => {
    const cancelled = alignPair(
      { reference: photo(head('042_03')), moving: photo(head('042_08')), landmarks: [], starts: [] },
      { signal: { aborted: true }, onProgress: () => {} },
    )
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('marks by hand', () => {
  const corners = [
    { x: 280, y: 290 },
    { x: 397, y: 297 },
    { x: 335, y: 360 },
    { x: 350, y: 150 },
  ]

  test.each([2, 3, 4])('%i marks bind: the result passes within 0.3 % of the head width', async (count) => {
    const moving = temporary('retaken-by-hand.jpg')
    const place = await retaken(head('042_03'), moving)
    const landmarks = corners.slice(0, count).map((reference, i) => {
      const { x, y } = place(reference)
      // a hand is never exact
      return { reference, moving: { x: x + (i % 2 ? 1.5 : -1.5), y: y + 1 } }
    })
    const result = await align(head('042_03'), moving, landmarks)
    expect(result.method).toBe('by-hand')
    expect(result.outcome).not.toBe('needs-landmarks')
    for (const { reference, moving: wanted } of landmarks) {
      const found = toMoving(result.transform!, reference)
      expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(0.003 * headWidthPx(result.movingHead))
    }
  })

  test('bind even between two persons, and never claim more than “check” there', async () => {
    const landmarks = corners.map((reference) => ({ reference, moving: { x: reference.x + 8, y: reference.y - 12 } }))
    const result = await align(head('042_03'), head('061_03'), landmarks)
    expect(result.outcome).toBe('check')
    for (const { reference, moving } of landmarks) {
      const found = toMoving(result.transform!, reference)
      expect(Math.hypot(found.x - moving.x, found.y - moving.y)).toBeLessThan(0.003 * headWidthPx(result.movingHead))
    }
  })

  test('marks that say nothing are refused with a reason', async () => {
    const spot = { reference: { x: 300, y: 300 }, moving: { x: 300, y: 300 } }
    const single = await align(head('042_03'), head('042_08'), [spot])
    expect(single).toMatchObject({ outcome: 'needs-landmarks', method: 'by-hand', transform: null })
    expect(single.quality.reasons).toEqual(['One mark says nothing about size and turn: place at least two.'])
    const near = await align(head('042_03'), head('042_08'), [
      spot,
      { reference: { x: 305, y: 300 }, moving: { x: 305, y: 300 } },
    ])
    expect(near.quality.reasons).toEqual(['The marks lie too close together: place them further apart.'])
  })

  test('a mark that contradicts the others is named', async () => {
    const place = (point: { x: number; y: number }) => applySimilarity(truth, point)
    const landmarks = corners.map((reference) => ({ reference, moving: place(reference) }))
    landmarks.push({ reference: { x: 345, y: 340 }, moving: { x: 500, y: 340 } })
    const result = await align(head('042_03'), head('042_08'), landmarks)
    expect(result.outcome).not.toBe('aligned')
    expect(result.quality.reasons).toContain('Mark 5 doesn’t fit the other marks: look at it again.')
  })
})
