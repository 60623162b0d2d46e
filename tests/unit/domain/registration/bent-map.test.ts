import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'
import {
  bentFromSimilarity,
  bentPoint,
  frameMapOfBent,
  similarityOfBent,
} from '../../../../shared/domain/registration/bent-map.ts'
import { mapPoint } from '../../../../shared/domain/registration/frame-map.ts'
import type { HeadFrame } from '../../../../shared/domain/registration/head-frame.ts'
import { emptyPlane } from '../../../../shared/domain/registration/plane.ts'

const frame = (widthPx: number, heightPx: number): HeadFrame => ({
  plane: emptyPlane(widthPx, heightPx),
  ellipse: { centreX: widthPx / 2 - 3, centreY: heightPx / 2 + 1, radiusX: 50, radiusY: 60, angleDegrees: 0 },
  headWidthPx: 100,
  toPhoto: { a: 1, b: 0, tx: 0, ty: 0 },
})
const reference = frame(130, 156)
const moving = frame(150, 160)

const similarities = fc
  .tuple(
    fc.double({ min: 40, max: 90, noNaN: true }),
    fc.double({ min: 40, max: 90, noNaN: true }),
    fc.double({ min: 0.6, max: 1.5, noNaN: true }),
    fc.double({ min: -40, max: 40, noNaN: true }),
  )
  .map(([x, y, scale, degrees]) => similarityAbout({ x: 60, y: 70 }, { x, y }, scale, degrees))

describe('bent map', () => {
  test.prop([similarities])('is a similarity’s own equal, there and back', (similarity) => {
    const bent = bentFromSimilarity(similarity, reference, moving)
    const back = similarityOfBent(bent, reference, moving)
    expect(back.a).toBeCloseTo(similarity.a, 9)
    expect(back.b).toBeCloseTo(similarity.b, 9)
    expect(back.tx).toBeCloseTo(similarity.tx, 6)
    expect(back.ty).toBeCloseTo(similarity.ty, 6)
    const point = { x: 31, y: 112 }
    expect(bentPoint(bent, point, reference, moving).x).toBeCloseTo(applySimilarity(similarity, point).x, 6)
  })

  test.prop([
    similarities,
    fc.array(fc.double({ min: -0.08, max: 0.08, noNaN: true }), { minLength: 6, maxLength: 6 }),
  ])('is drawn as it is defined, to a hundredth of a pixel', (similarity, bend) => {
    const straight = bentFromSimilarity(similarity, reference, moving)
    const bent = {
      x: straight.x.map((value, k) => value + (k >= 3 ? bend[k - 3]! : 0)),
      y: straight.y.map((value, k) => value + (k >= 3 ? bend[k]! : 0)),
    }
    const map = frameMapOfBent(bent, reference, moving)
    for (const point of [
      { x: 64, y: 70 },
      { x: 20, y: 130 },
    ]) {
      const wanted = bentPoint(bent, point, reference, moving)
      const found = mapPoint(map, point)
      expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(0.02)
    }
  })
})
