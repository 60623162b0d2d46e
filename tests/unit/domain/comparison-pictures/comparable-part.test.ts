import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { comparablePart, seenIn } from '../../../../shared/domain/comparison-pictures/comparable-part.ts'
import { gridOfView, gridOfWhole } from '../../../../shared/domain/comparison-pictures/pixel-grid.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { referenceViewOf } from '../../../../shared/domain/geometry/reference-view.ts'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { identityTransform, toMoving } from '../../../../shared/domain/geometry/transform.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'

const frame = { widthPx: 1200, heightPx: 900 }
const moving = { widthPx: 1000, heightPx: 1100 }

describe('the part that both photos show', () => {
  test.prop(
    [
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      fc.double({ min: 0.6, max: 1.4, noNaN: true }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -300, max: 300 }),
    ],
    { numRuns: 25 },
  )('is where the transform leads into the moving photo, but for its mixed edge', (angle, scale, tx, ty) => {
    const about = { x: 600, y: 450 }
    const similarity = similarityAbout(about, { x: 500 + tx, y: 550 + ty }, scale, (angle * 180) / Math.PI)
    const field = sampleField(frame, 60, ({ x, y }) => ({ x: 6 * Math.sin(y / 200), y: 5 * Math.cos(x / 170) }))
    const transform = { similarity, field }
    const grid = gridOfWhole(frame, { widthPx: 300, heightPx: 225 })
    const part = comparablePart(grid, frame, transform, moving)
    const mixed = 1.5 * 4 * scale + 1
    const wrong: number[] = []
    for (let at = 0; at < part.length; at += 7) {
      const place = { x: grid.originX + (at % 300) * grid.stepX, y: grid.originY + Math.floor(at / 300) * grid.stepY }
      const { x, y } = toMoving(transform, place)
      const inside = Math.min(x + 0.5, y + 0.5, moving.widthPx - 0.5 - x, moving.heightPx - 0.5 - y)
      if (inside > mixed && part[at] !== seenIn.both) wrong.push(at)
      if (inside < 0 && part[at] !== seenIn.reference) wrong.push(at)
    }
    expect(wrong).toEqual([])
  })

  test('beyond the reference there is nothing to compare, and the same photo is comparable all over but for its edge', () => {
    const view = referenceViewOf(wholePicture, { widthPx: 400, heightPx: 200 }, frame)
    const part = comparablePart(gridOfView(view), frame, identityTransform, frame)
    const row = [...part.subarray(100 * 400, 101 * 400)]
    const first = row.findIndex((kind) => kind !== seenIn.neither)
    expect(first).toBe(Math.round((400 - 200 * (1200 / 900)) / 2))
    expect(row.slice(first + 2, 400 - first - 2).every((kind) => kind === seenIn.both)).toBe(true)
    expect(row.slice(400 - first).every((kind) => kind === seenIn.neither)).toBe(true)
  })
})
