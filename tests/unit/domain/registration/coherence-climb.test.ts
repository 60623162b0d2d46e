import { describe, expect, test, vi } from 'vitest'
import {
  type BentMap,
  bentFromSimilarity,
  bentPoint,
  frameMapOfBent,
} from '../../../../shared/domain/registration/bent-map.ts'
import { climbBetween } from '../../../../shared/domain/registration/coherence-climb.ts'
import { relaxCoherence } from '../../../../shared/domain/registration/coherence-relax.ts'
import { mapPoint } from '../../../../shared/domain/registration/frame-map.ts'
import type { HeadFrame } from '../../../../shared/domain/registration/head-frame.ts'
import { emptyPlane, type Plane, sampleBilinear } from '../../../../shared/domain/registration/plane.ts'
import { texturedPlane } from './textured-plane.ts'

vi.setConfig({ testTimeout: 60_000 })

const [widthPx, heightPx] = [260, 300]
const frame = (plane: Plane): HeadFrame => ({
  plane,
  ellipse: { centreX: 129.5, centreY: 149.5, radiusX: 100, radiusY: 120, angleDegrees: 0 },
  headWidthPx: 200,
  toPhoto: { a: 1, b: 0, tx: 0, ty: 0 },
})
const places = [
  { x: 130, y: 150 },
  { x: 70, y: 110 },
  { x: 185, y: 200 },
  { x: 130, y: 60 },
  { x: 100, y: 240 },
]
/** Bends of up to 4 % of the head width, like a head’s turn: it moves the middle and leaves the rim. */
const truth: BentMap = {
  x: Float64Array.of(0.07, 0.99, -0.02, -0.05, 0.01, -0.03),
  y: Float64Array.of(-0.05, 0.02, 0.99, 0.02, -0.02, 0.03),
}

/** A head, and the same one seen through the inverse of `truth`; a share of the second is covered by other texture. */
function pair(otherShare: number): [HeadFrame, HeadFrame] {
  const moving = frame(texturedPlane(widthPx, heightPx, 3))
  const reference = emptyPlane(widthPx, heightPx)
  const other = texturedPlane(widthPx, heightPx, 17)
  for (let i = 0; i < reference.data.length; i++) {
    const at = { x: i % widthPx, y: Math.floor(i / widthPx) }
    const from = bentPoint(truth, at, moving, moving)
    reference.data[i] = (1 - otherShare) * sampleBilinear(moving.plane, from.x, from.y) + otherShare * other.data[i]!
  }
  return [frame(reference), moving]
}

function largestMiss(bent: BentMap, [reference, moving]: [HeadFrame, HeadFrame]): number {
  return Math.max(
    ...places.map((place) => {
      const found = bentPoint(bent, place, reference, moving)
      const wanted = bentPoint(truth, place, reference, moving)
      return Math.hypot(found.x - wanted.x, found.y - wanted.y)
    }),
  )
}

function climb(frames: [HeadFrame, HeadFrame]) {
  const start = bentFromSimilarity({ a: 1, b: 0, tx: 0, ty: 0 }, ...frames)
  const rough = climbBetween(...frames, { detail: 0.1, steps: 8, mayBend: false })(start)
  const bent = climbBetween(...frames, { detail: 0.06, steps: 8, mayBend: true })(rough.bent)
  return climbBetween(...frames, { detail: 0.035, steps: 8, mayBend: true })(bent.bent)
}

describe('climbing coherence', () => {
  test('finds a bend from 4 % of the head width away, to a tenth of a per cent', () => {
    const frames = pair(0)
    const { bent, coherence } = climb(frames)
    expect(largestMiss(bent, frames)).toBeLessThan(0.2)
    expect(coherence).toBeGreaterThan(0.9)
  })

  test('is hardly led astray by texture that the other picture doesn’t have', () => {
    const frames = pair(0.5)
    expect(largestMiss(climb(frames).bent, frames)).toBeLessThan(1)
  })

  test('without common texture it keeps to marks', () => {
    const frames = pair(1)
    const start = bentFromSimilarity({ a: 1, b: 0, tx: 0, ty: 0 }, ...frames)
    const marks = places.map((place) => ({ reference: place, moving: bentPoint(truth, place, ...frames) }))
    const { bent } = climbBetween(...frames, { detail: 0.06, steps: 8, mayBend: true }, marks)(start)
    expect(largestMiss(bent, frames)).toBeLessThan(4)
  })

  test('gives way locally to what one bend can’t explain, and stays where nothing is common', () => {
    const [reference, moving] = pair(0)
    const map = frameMapOfBent(
      { x: truth.x.map((value, k) => value + (k === 0 ? 0.015 : 0)), y: truth.y },
      reference,
      moving,
    )
    const relaxed = relaxCoherence(reference, moving, map, { detail: 0.035, reach: 0.07, steps: 6 })
    for (const place of places.slice(0, 3)) {
      const wanted = bentPoint(truth, place, reference, moving)
      const found = mapPoint(relaxed, place)
      expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(0.4)
    }
    const blank = frame(emptyPlane(widthPx, heightPx))
    const kept = relaxCoherence(reference, blank, map, { detail: 0.035, reach: 0.07, steps: 3 })
    for (const place of places) {
      expect(mapPoint(kept, place).x).toBeCloseTo(mapPoint(map, place).x, 1)
      expect(mapPoint(kept, place).y).toBeCloseTo(mapPoint(map, place).y, 1)
    }
  })
})
