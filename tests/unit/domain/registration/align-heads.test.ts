import { describe, expect, test, vi } from 'vitest'
import { invertSimilarity, similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, toMoving } from '../../../../shared/domain/geometry/transform.ts'
import {
  alignHeads,
  alignHeadsByMarks,
  type HeadAlignment,
} from '../../../../shared/domain/registration/align-heads.ts'
import { decideAutomatic } from '../../../../shared/domain/registration/decision.ts'
import { emptyPlane, sampleBilinear } from '../../../../shared/domain/registration/plane.ts'
import { storedTransform } from '../../../../shared/domain/registration/stored-transform.ts'
import { texturedPlane } from './textured-plane.ts'

vi.setConfig({ testTimeout: 120_000 })

const size = 420
const photoSize = { widthPx: 2 * size, heightPx: 2 * size }
const ellipse = { centreX: 420, centreY: 420, radiusX: 240, radiusY: 290, angleDegrees: 0 }
const move = similarityAbout({ x: 210, y: 210 }, { x: 222, y: 204 }, 0.93, -7)

/** Half-size lumas of photos twice as large. */
function photos(seed: number, otherSeed: number) {
  const source = texturedPlane(size, size, otherSeed)
  const back = invertSimilarity(move)
  const moved = emptyPlane(size, size)
  for (let i = 0; i < moved.data.length; i++) {
    const from = applySimilarity(back, { x: i % size, y: Math.floor(i / size) })
    moved.data[i] = 20 + 0.7 * sampleBilinear(source, from.x, from.y)
  }
  const full = { ellipse, fullWidthPx: photoSize.widthPx, fullHeightPx: photoSize.heightPx }
  return [
    { luma: texturedPlane(size, size, seed), ...full },
    { luma: moved, ...full },
  ] as const
}

/** Pixel x of the half-size picture lies at 2x + ½ of the full one. */
function truth(point: { x: number; y: number }) {
  const moved = applySimilarity(move, { x: (point.x - 0.5) / 2, y: (point.y - 0.5) / 2 })
  return { x: 2 * moved.x + 0.5, y: 2 * moved.y + 0.5 }
}

function largestMiss({ registration, reference, moving }: HeadAlignment): number {
  const transform = storedTransform(registration.map, reference, moving, photoSize)
  let largest = 0
  for (const x of [280, 350, 420, 490, 560]) {
    for (const y of [260, 340, 420, 500, 580]) {
      const found = toMoving(transform, { x, y })
      largest = Math.max(largest, Math.hypot(found.x - truth({ x, y }).x, found.y - truth({ x, y }).y))
    }
  }
  return largest
}

const pause = async () => {}

describe('aligning heads', () => {
  test('finds a similarity to a fraction of a full-size pixel, through half-size pictures', async () => {
    const alignment = (await alignHeads(...photos(5, 5), [], true, pause))!
    expect(largestMiss(alignment)).toBeLessThan(0.8)
    expect(alignment.registration.finePeak).toBeGreaterThan(0.3)
    expect(alignment.registration.forwardBackwardShare).toBeGreaterThan(0.9)
  })

  test('different textures get no good marks', async () => {
    const { registration } = (await alignHeads(...photos(5, 6), [], true, pause))!
    const { finePeak, forwardBackwardShare, coverage } = registration
    const measured = { peakScore: finePeak, forwardBackwardShare, coverage, scale: 1, rotationDegrees: 0 }
    expect(decideAutomatic(measured, 1).outcome).not.toBe('aligned')
    expect(forwardBackwardShare).toBeLessThan(0.3)
  })

  test('takes a start that is given, without searching', async () => {
    const near = similarityAbout({ x: 420, y: 420 }, { x: 450, y: 405 }, 0.9, -5)
    expect(largestMiss((await alignHeads(...photos(5, 5), [near], false, pause))!)).toBeLessThan(0.8)
    expect(await alignHeads(...photos(5, 5), [], false, pause)).toBeUndefined()
  })

  test('from two marks that are a little off, finds the exact place of the rest', async () => {
    const marks = [
      { x: 330, y: 400 },
      { x: 520, y: 430 },
    ].map((reference) => {
      const { x, y } = truth(reference)
      return { reference, moving: { x: x + 1, y: y - 1 } }
    })
    expect(largestMiss((await alignHeadsByMarks(...photos(5, 5), marks, pause))!)).toBeLessThan(1.5)
  })

  test('ends where the pause says so', async () => {
    const stop = async () => {
      throw new Error('stopped')
    }
    await expect(alignHeads(...photos(5, 5), [], true, stop)).rejects.toThrow('stopped')
  })

  test('marks on one spot align nothing', async () => {
    const spot = { reference: { x: 400, y: 400 }, moving: { x: 410, y: 400 } }
    expect(await alignHeadsByMarks(...photos(5, 5), [spot, spot], pause)).toBeUndefined()
  })
})
