import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import {
  invertSimilarity,
  rotationDegreesOf,
  scaleOf,
  similarityAbout,
} from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../../../../shared/domain/geometry/transform.ts'
import { cutHeadFrame, type HeadFrame } from '../../../../shared/domain/registration/head-frame.ts'
import { searchByOrientation } from '../../../../shared/domain/registration/orientation-search.ts'
import { emptyPlane, sampleBilinear } from '../../../../shared/domain/registration/plane.ts'
import { texturedPlane } from './textured-plane.ts'

vi.setConfig({ testTimeout: 120_000 })

const size = 260
const ellipse = { centreX: 130, centreY: 130, radiusX: 75, radiusY: 90, angleDegrees: 0 }

function frameOf(luma: HeadFrame['plane']): HeadFrame {
  return cutHeadFrame({ luma, fullWidthPx: size, fullHeightPx: size }, ellipse, 150)
}

/** The picture moved, in negative: edges stay where they are while every shade changes. */
function movedNegative(seed: number, move: Similarity) {
  const source = texturedPlane(size, size, seed)
  const back = invertSimilarity(move)
  const result = emptyPlane(size, size)
  for (let i = 0; i < result.data.length; i++) {
    const from = applySimilarity(back, { x: i % size, y: Math.floor(i / size) })
    result.data[i] = 255 - 0.6 * sampleBilinear(source, from.x, from.y)
  }
  return result
}

describe('orientation search', () => {
  test.prop(
    [
      fc.integer(),
      fc.double({ min: 0.8, max: 1.25, noNaN: true }),
      fc.double({ min: -18, max: 18, noNaN: true }),
      fc.integer({ min: -25, max: 25 }),
    ],
    { numRuns: 4 },
  )('finds scale, turn and place, blind to which side of an edge is darker', (seed, scale, degrees, shiftPx) => {
    const centre = { x: 130, y: 130 }
    const move = similarityAbout(centre, { x: 130 + shiftPx, y: 125 }, scale, degrees)
    const [best] = searchByOrientation(frameOf(texturedPlane(size, size, seed)), frameOf(movedNegative(seed, move)), 1)
    const reference = frameOf(texturedPlane(size, size, seed))
    const inPhoto = applySimilarity(
      reference.toPhoto,
      applySimilarity(best!.similarity, { x: reference.ellipse.centreX, y: reference.ellipse.centreY }),
    )
    const wanted = applySimilarity(move, centre)
    expect(Math.hypot(inPhoto.x - wanted.x, inPhoto.y - wanted.y)).toBeLessThan(6)
    expect(Math.abs(scaleOf(best!.similarity) / scale - 1)).toBeLessThan(0.045)
    expect(Math.abs(rotationDegreesOf(best!.similarity) - degrees)).toBeLessThan(4)
  })

  test('gives candidates that differ, best first', () => {
    const frame = frameOf(texturedPlane(size, size, 9))
    const found = searchByOrientation(frame, frame, 3)
    expect(found).toHaveLength(3)
    expect(found[0]!.score).toBeGreaterThan(0.8)
    expect(found[1]!.score).toBeLessThanOrEqual(found[0]!.score)
    expect(found[1]!.similarity).not.toEqual(found[0]!.similarity)
  })
})
