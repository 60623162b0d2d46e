import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test as propertyTest } from '@fast-check/vitest'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { assessZone } from '../../electron/engine/tasks/assess-zone.ts'
import type { Assessment } from '../../shared/domain/assessment/assessment.ts'
import type { Point } from '../../shared/domain/geometry/points.ts'
import { isInPolygon } from '../../shared/domain/geometry/polygon.ts'
import { identityTransform } from '../../shared/domain/geometry/transform.ts'
import { type HeadEllipse, scaledHead } from '../../shared/domain/head.ts'
import { fromLinear, toLinear } from '../../shared/domain/light/colour-correction.ts'
import type { EngineTasks } from '../../shared/ipc/engine-tasks.ts'
import { idleContext, temporaryFolder } from './photo-files.ts'

type Input = EngineTasks['assess-zone']['input']

const temporary = temporaryFolder()
const fixture = (name: string) => join(import.meta.dirname, '../fixtures/assessment', name)
/** The piece of a rendered head that the pictures show: 70 mm at 12 px/mm, and what was drawn into it (pixels). */
const truth = JSON.parse(readFileSync(fixture('truth.json'), 'utf8')) as {
  head: HeadEllipse
  pixelsPerMm: number
  dots: number[]
  patches: { kind: string; lightening: number; areaMm2: number; outline: Point[] }[]
}
const sidePx = 840
const zone: Point[] = [
  { x: 30, y: 30 },
  { x: 810, y: 30 },
  { x: 810, y: 810 },
  { x: 30, y: 810 },
]
const isWhole = (outline: readonly Point[]) => outline.every(({ x, y }) => Math.min(x, y) > 40 && Math.max(x, y) < 800)
const bigPatches = truth.patches.filter(({ areaMm2, outline }) => areaMm2 >= 100 && isWhole(outline))

async function assess(path: string, about: Partial<Input> = {}): Promise<Assessment> {
  const { assessment } = await assessZone({ ...inputFor(path), ...about }, idleContext)
  return assessment
}

function inputFor(path: string): Input {
  return {
    photo: { path, key: null, quarterTurns: 0 },
    zones: { treated: [zone], reference: [], blend: [], avoid: [] },
    head: truth.head,
    scale: { pixelsPerMm: truth.pixelsPerMm, source: 'known-length' },
    daysSinceSession: 42,
    cameraDistanceMm: null,
    reference: null,
  }
}

/** Shares of true dots that were found and of found dots that are true, within 0.45 mm, well inside the zone. */
function agreement({ dots }: Assessment): { found: number; right: number } {
  const isInside = (x: number, y: number) => x > 60 && y > 60 && x < 780 && y < 780
  const real = pairsOf(truth.dots, 2).filter(([x, y]) => isInside(x, y))
  const seen = pairsOf(dots, 3).filter(([x, y]) => isInside(x, y))
  const isNear = (list: [number, number][], [x, y]: [number, number]) =>
    list.some(([a, b]) => Math.abs(a - x) < 5.4 && Math.hypot(a - x, b - y) < 5.4)
  return {
    found: real.filter((dot) => isNear(pairsOf(dots, 3), dot)).length / real.length,
    right: seen.filter((dot) => isNear(pairsOf(truth.dots, 2), dot)).length / seen.length,
  }
}

function pairsOf(values: ArrayLike<number>, stride: number): [number, number][] {
  return Array.from({ length: values.length / stride }, (_, dot) => [values[dot * stride]!, values[dot * stride + 1]!])
}

function overlap(one: readonly Point[], other: readonly Point[]): number {
  let [both, either] = [0, 0]
  for (let y = 0; y < sidePx; y += 6) {
    for (let x = 0; x < sidePx; x += 6) {
      const [a, b] = [isInPolygon(one, { x, y }), isInPolygon(other, { x, y })]
      if (a && b) both++
      if (a || b) either++
    }
  }
  return both / either
}

const reasonsOf = ({ reasons }: Assessment) =>
  reasons.filter(({ isDecisive }) => isDecisive).map(({ reason }) => reason)

/** The patched picture in other light: gains of the three channels in linear light. */
async function inOtherLight(name: string, gains: readonly number[]): Promise<string> {
  const { data, info } = await sharp(fixture('patched.jpg')).raw().toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.round(255 * fromLinear(Math.min(1, gains[i % 3]! * toLinear(data[i]! / 255))))
  }
  const path = temporary(name)
  await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(path)
  return path
}

describe('a patched zone', () => {
  test('shows its dots, and its large patches as light as they are', async () => {
    const assessment = await assess(fixture('patched.jpg'))
    expect(assessment.verdict).toBe('judged')
    const { found, right } = agreement(assessment)
    expect(found).toBeGreaterThan(0.95)
    expect(right).toBeGreaterThan(0.97)
    expect(bigPatches).toHaveLength(2)
    for (const real of bigPatches) {
      const seen = assessment.patches.find(({ outline }) => overlap(outline, real.outline) >= 0.5)
      expect(seen?.kind).toBe('lightened')
      expect(Math.abs(seen!.lightened.value - real.lightening)).toBeLessThan(0.1)
      expect(seen!.lightened.range[0]).toBeLessThan(real.lightening)
      expect(seen!.lightened.range[1]).toBeGreaterThan(real.lightening)
      expect(seen!.dotsLacking).toBeGreaterThan(0)
    }
    for (const { centre, kind } of assessment.patches) {
      if (kind !== 'dark') expect(truth.patches.some(({ outline }) => isInPolygon(outline, centre))).toBe(true)
    }
  })

  test('isn’t judged where a zone says so', async () => {
    const [real] = bigPatches
    const around = real!.outline.map(({ x, y }) => ({ x, y }))
    const avoided = await assess(fixture('patched.jpg'), {
      zones: { treated: [zone], reference: [], blend: [], avoid: [around] },
    })
    expect(avoided.patches.some(({ outline }) => overlap(outline, real!.outline) > 0.2)).toBe(false)
  })

  test('is greyed in the weeks after a session, and still shows its maps', async () => {
    const fresh = await assess(fixture('patched.jpg'), { daysSinceSession: 6 })
    expect(fresh.verdict).toBe('greyed')
    expect(reasonsOf(fresh)).toEqual(['fresh'])
    expect(fresh.density).not.toBeNull()
  })

  test('has its maps on the reference’s grid through an alignment', async () => {
    const frame = { columns: 60, rows: 60, originX: 60, originY: 60, stepX: 12, stepY: 12 }
    const input = { ...inputFor(fixture('patched.jpg')), reference: { transform: identityTransform, frame } }
    const { inReference } = await assessZone(input, idleContext)
    expect(inReference?.density).toMatchObject(frame)
    expect(inReference?.density?.values.filter((value) => value > 100 && value < 200).length).toBeGreaterThan(3000)
  })

  propertyTest.prop([fc.double({ min: 0.5, max: 1.1, noNaN: true }), fc.double({ min: -0.2, max: 0.2, noNaN: true })], {
    numRuns: 5,
  })('is judged alike in any exposure and white balance', async (exposure, warmth) => {
    const [usual, other] = await Promise.all([
      assess(fixture('patched.jpg')),
      inOtherLight(`light-${exposure}-${warmth}.jpg`, [
        exposure * (1 + warmth / 2),
        exposure,
        exposure * (1 - warmth),
      ]).then((path) => assess(path)),
    ])
    expectAlike(other, usual)
  })

  test.each([1, 2, 3])('is judged alike turned by %i quarters', async (quarterTurns) => {
    const turned = (point: Point): Point => {
      let { x, y } = point
      for (let turn = 0; turn < quarterTurns; turn++) [x, y] = [sidePx - 1 - y, x]
      return { x, y }
    }
    const centre = turned({ x: truth.head.centreX, y: truth.head.centreY })
    const other = await assess(fixture('patched.jpg'), {
      photo: { path: fixture('patched.jpg'), key: null, quarterTurns },
      zones: { treated: [zone.map(turned)], reference: [], blend: [], avoid: [] },
      head: {
        ...truth.head,
        centreX: centre.x,
        centreY: centre.y,
        angleDegrees: truth.head.angleDegrees + 90 * quarterTurns,
      },
    })
    expectAlike(other, await assess(fixture('patched.jpg')))
  })

  test.each([0.6, 0.8, 1.4])('is judged alike at %f of its size', async (factor) => {
    const path = temporary(`size-${factor}.jpg`)
    const size = Math.round(sidePx * factor)
    await sharp(fixture('patched.jpg')).resize(size, size).jpeg({ quality: 92 }).toFile(path)
    const other = await assess(path, {
      zones: {
        treated: [zone.map(({ x, y }) => ({ x: x * factor, y: y * factor }))],
        reference: [],
        blend: [],
        avoid: [],
      },
      head: scaledHead(truth.head, factor),
      scale: { pixelsPerMm: truth.pixelsPerMm * factor, source: 'known-length' },
    })
    expectAlike(other, await assess(fixture('patched.jpg')))
  })
})

/** The same verdict, number of dots (3 %), evenness (0.02) and large patches (8 points). */
function expectAlike(one: Assessment, other: Assessment): void {
  expect(one.verdict).toBe(other.verdict)
  expect(Math.abs(one.dotsPerCm2!.value / other.dotsPerCm2!.value - 1)).toBeLessThan(0.03)
  const cv = ({ evenness }: Assessment) => evenness!.count.coefficientOfVariation
  expect(Math.abs(cv(one) - cv(other))).toBeLessThan(0.02)
  const large = ({ patches }: Assessment) =>
    patches.filter(({ kind, areaMm2 }) => kind !== 'dark' && areaMm2 >= 100).map(({ lightened }) => lightened.value)
  const [these, those] = [large(one).sort(), large(other).sort()]
  expect(these).toHaveLength(those.length)
  for (const [index, value] of these.entries()) expect(Math.abs(value - those[index]!)).toBeLessThan(0.08)
}

describe('what can’t be judged', () => {
  test('an even zone has no patches', async () => {
    const assessment = await assess(fixture('even.jpg'))
    expect(assessment.verdict).toBe('judged')
    expect(assessment.patches).toEqual([])
    expect(assessment.evenness!.count.coefficientOfVariation).toBeLessThan(0.06)
  })

  test.each([
    ['before.jpg', 'no-dots'],
    ['blurred.jpg', 'blur'],
  ])('%s is greyed: %s', async (name, reason) => {
    const assessment = await assess(fixture(name))
    expect(assessment.verdict).toBe('greyed')
    expect(reasonsOf(assessment)).toEqual([reason])
    expect(assessment.patches).toEqual([])
    expect(assessment.density).toBeNull()
  })

  test('a photo that moved is greyed', async () => {
    const path = temporary('moved.jpg')
    const kernel = { width: 9, height: 9, kernel: Array.from({ length: 81 }, (_, at) => (at % 10 === 0 ? 1 : 0)) }
    await sharp(fixture('patched.jpg')).convolve(kernel).jpeg({ quality: 92 }).toFile(path)
    expect(reasonsOf(await assess(path))).toEqual(['blur'])
  })

  test.each([
    ['no scale', null, 'scale-unknown'],
    ['too coarse', { pixelsPerMm: 3, source: 'known-length' as const }, 'too-small'],
  ])('%s is greyed without looking', async (_, scale, reason) => {
    expect(reasonsOf(await assess(fixture('patched.jpg'), { scale }))).toEqual([reason])
  })

  test('a zone off the photo is greyed, a missing photo named', async () => {
    const far = zone.map(({ x, y }) => ({ x: x + 5000, y }))
    const zones = { treated: [far], reference: [], blend: [], avoid: [] }
    expect(reasonsOf(await assess(fixture('patched.jpg'), { zones }))).toEqual(['too-little-skin'])
    await expect(assess(temporary('nowhere.jpg'))).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { fileName: 'nowhere.jpg' },
    })
  })

  test('stops when it is cancelled', async () => {
    const context = { ...idleContext, signal: { aborted: true } }
    await expect(assessZone(inputFor(fixture('patched.jpg')), context)).rejects.toMatchObject({ code: 'cancelled' })
  })
})
