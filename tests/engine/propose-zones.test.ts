import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { findHead } from '../../electron/engine/tasks/find-head.ts'
import { proposeZonesOf } from '../../electron/engine/tasks/propose-zones.ts'
import { proposedDrawings } from '../../shared/domain/assessing/zone-proposal.ts'
import type { ProposedZones } from '../../shared/domain/assessment/propose-zones.ts'
import { shownShape } from '../../shared/domain/drawing-on-photo.ts'
import { outlineOf } from '../../shared/domain/drawn-lines.ts'
import type { Point } from '../../shared/domain/geometry/points.ts'
import { isInPolygon } from '../../shared/domain/geometry/polygon.ts'
import { type HeadEllipse, scaledHead } from '../../shared/domain/head.ts'
import { photoOf } from '../unit/renderer/photo-samples.ts'
import { dataFolder, idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const sample = (name: string) => join(import.meta.dirname, '../../resources/sample-client', `${name}.jpg`)
const sidePx = 1800

async function propose(path: string, head?: HeadEllipse, pixelsPerMm: number | null = null, quarterTurns = 0) {
  const photo = { path, key: null, quarterTurns }
  return proposeZonesOf({ photo, head: head ?? (await findHead({ photo }, idleContext)), pixelsPerMm }, idleContext)
}

/** The zones as they will be drawn: smooth curves through their points. */
function drawnOutlines(zones: ProposedZones): { treated: Point[][]; reference: Point[][] } {
  const photo = photoOf(1, { widthPx: sidePx, heightPx: sidePx })
  const drawings = proposedDrawings(photo, zones, () => crypto.randomUUID())
  const of = (kind: string) =>
    drawings.flatMap((drawing) => {
      const shape = shownShape(drawing, photo)
      return shape.kind === 'zone' && shape.zone === kind ? [outlineOf(shape)] : []
    })
  return { treated: of('treated'), reference: of('reference') }
}

async function proposed(...about: Parameters<typeof propose>) {
  const proposal = await propose(...about)
  if (!('zones' in proposal)) throw new Error(proposal.refusal)
  return drawnOutlines(proposal.zones)
}

/** Shares of two areas: of both that lies in both, and of the first that lies in the second. */
function overlap(one: readonly Point[][], other: readonly Point[][], widthPx: number) {
  const isIn = (areas: readonly Point[][], point: Point) => areas.some((area) => isInPolygon(area, point))
  let [both, either, first] = [0, 0, 0]
  for (let y = 4; y < widthPx; y += 12)
    for (let x = 4; x < widthPx; x += 12) {
      const [a, b] = [isIn(one, { x, y }), isIn(other, { x, y })]
      if (a) first++
      if (a && b) both++
      if (a || b) either++
    }
  return { union: both / either, precision: both / first }
}

describe('zones are proposed on the shaved head before the first session', () => {
  test.each(['crown', 'top', 'front-top'])(
    'of the sample client, %s: bare skin, and stubble beside it',
    async (angle) => {
      const { treated, reference } = await proposed(sample(`${angle}_post-cut`))
      expect(treated).toHaveLength(1)
      expect(reference.length).toBeGreaterThan(0)
      expect(overlap(reference, treated, sidePx).precision).toBeLessThan(0.01)
      // the middle of the head is bare on all of them
      expect(isInPolygon(treated[0]!, { x: sidePx / 2, y: sidePx * 0.42 })).toBe(true)
    },
  )

  test('the same in half the size, darker, warmer, and turned', async () => {
    const path = sample('top_post-cut')
    const head = await findHead({ photo: { path, key: null, quarterTurns: 0 } }, idleContext)
    const first = await proposed(path, head)
    const likeFirst = (found: typeof first) => [
      overlap(found.treated, first.treated, sidePx).union,
      overlap(found.reference, first.reference, sidePx).union,
    ]
    const expectAlike = (found: typeof first, what: string) => {
      const [treated, reference] = likeFirst(found)
      expect(treated, what).toBeGreaterThan(0.93)
      expect(reference, what).toBeGreaterThan(0.75)
    }
    const light = temporary('light.png')
    await sharp(path).linear([0.62, 0.55, 0.48], [0, 0, 0]).png().toFile(light)
    expectAlike(await proposed(light, head), 'darker and warmer')

    const turned = await proposed(path, turnedBack(head), null, 1)
    const back = (areas: Point[][]) => areas.map((area) => area.map(({ x, y }) => ({ x: y, y: sidePx - 1 - x })))
    expectAlike({ treated: back(turned.treated), reference: back(turned.reference) }, 'turned')

    const small = temporary('small.png')
    await sharp(path).resize(900, 900).png().toFile(small)
    const half = await proposed(small, scaledHead(head, 0.5))
    const twice = (areas: Point[][]) =>
      areas.map((area) => area.map(({ x, y }) => ({ x: 2 * x + 0.5, y: 2 * y + 0.5 })))
    expectAlike({ treated: twice(half.treated), reference: twice(half.reference) }, 'half the size')
  }, 60_000)

  test.each([
    ['before', 'hair-too-long'],
    ['session-1', 'no-stubble'],
  ])('none on a photo %s', async (stage, refusal) => {
    expect(await propose(sample(`top_${stage}`))).toEqual({ refusal })
  })

  test('none on one that is out of focus', async () => {
    const soft = temporary('soft.png')
    await sharp(sample('top_post-cut')).blur(6).png().toFile(soft)
    expect(await propose(soft)).toEqual({ refusal: 'no-stubble' })
  })

  test('a cancel is heeded', async () => {
    const photo = { path: sample('top_post-cut'), key: null, quarterTurns: 0 }
    const head = await findHead({ photo }, idleContext)
    const work = proposeZonesOf({ photo, head, pixelsPerMm: null }, { signal: { aborted: true }, onProgress: () => {} })
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  })

  test.skipIf(!dataFolder)('as the truth of a rendered head has them', async () => {
    const cases = join(dataFolder ?? '', '../check/assessment-cases.json')
    type Case = {
      id: string
      head: Record<'cx' | 'cy' | 'rx' | 'ry' | 'angleDegrees', number>
      zones: Record<'treated' | 'reference', number[][][]>
    }
    const all = JSON.parse(readFileSync(cases, 'utf8')) as Case[]
    const { head, zones } = all.find(({ id }) => id.startsWith('08'))!
    const ellipse = {
      centreX: head.cx,
      centreY: head.cy,
      radiusX: head.rx,
      radiusY: head.ry,
      angleDegrees: head.angleDegrees,
    }
    const found = await proposed(join(dataFolder ?? '', 'phantom/08_before_s0.jpg'), ellipse, 12)
    const areas = (kind: 'treated' | 'reference') => zones[kind].map((area) => area.map(([x, y]) => ({ x: x!, y: y! })))
    expect(overlap(found.treated, areas('treated'), 2400).union).toBeGreaterThan(0.9)
    expect(overlap(found.reference, areas('reference'), 2400).precision).toBeGreaterThan(0.95)
  })
})

/** The head in the photo as it is shown after a quarter turn clockwise. */
function turnedBack({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse): HeadEllipse {
  return { centreX: sidePx - 1 - centreY, centreY: centreX, radiusX, radiusY, angleDegrees: angleDegrees + 90 }
}
