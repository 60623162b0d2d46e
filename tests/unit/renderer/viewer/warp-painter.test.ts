import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { affineBetween, paintWarped } from '../../../../renderer/viewer/warp-painter.ts'
import { toMoving } from '../../../../shared/domain/geometry/transform.ts'
import { transformFromLandmarks } from '../../../../shared/domain/geometry/transform-from-landmarks.ts'
import { toPicture, wholePicture } from '../../../../shared/domain/geometry/viewport.ts'

const point = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
})
type Corner = { x: number; y: number }
type Matrix = readonly [number, number, number, number, number, number]

/** A canvas context that remembers each triangle: its map, and its corners before they were grown. */
function recordingContext() {
  const triangles: { matrix: Matrix; corners: Corner[] }[] = []
  let corners: Corner[] = []
  const context = {
    save: () => undefined,
    restore: () => undefined,
    beginPath: () => {
      corners = []
    },
    lineTo: (x: number, y: number) => corners.push({ x, y }),
    closePath: () => undefined,
    clip: () => undefined,
    drawImage: () => undefined,
    transform: (...matrix: Matrix) => triangles.push({ matrix, corners }),
  }
  return { context: context as unknown as CanvasRenderingContext2D, triangles }
}

describe('the mesh painter', () => {
  test.prop([fc.tuple(point, point, point), fc.tuple(point, point, point)])(
    'maps each corner of a triangle to its partner',
    (from, to) => {
      const area = (from[1].x - from[0].x) * (from[2].y - from[0].y) - (from[2].x - from[0].x) * (from[1].y - from[0].y)
      fc.pre(Math.abs(area) > 100)
      const map = affineBetween(from, to)!
      from.forEach(({ x, y }, index) => {
        expect(map.a * x + map.c * y + map.e).toBeCloseTo(to[index]!.x, 5)
        expect(map.b * x + map.d * y + map.f).toBeCloseTo(to[index]!.y, 5)
      })
    },
  )

  test('has no map for a triangle without area', () => {
    const flat = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ] as const
    expect(affineBetween(flat, flat)).toBeUndefined()
  })

  test('draws the moving photo through the transform, to less than half a screen pixel everywhere', () => {
    const reference = { widthPx: 1000, heightPx: 800 }
    const moving = { widthPx: 1200, heightPx: 900 }
    const canvas = { widthPx: 500, heightPx: 400 }
    const image = { naturalWidth: 600, naturalHeight: 450 } as HTMLImageElement
    const transform = transformFromLandmarks(
      [
        { reference: { x: 200, y: 200 }, moving: { x: 260, y: 240 } },
        { reference: { x: 800, y: 220 }, moving: { x: 940, y: 230 } },
        { reference: { x: 500, y: 650 }, moving: { x: 600, y: 720 } },
        { reference: { x: 480, y: 400 }, moving: { x: 575, y: 470 } },
      ],
      reference,
    )!
    const { context, triangles } = recordingContext()
    paintWarped(context, { image, frame: moving }, transform, reference, wholePicture, canvas)
    expect(triangles.length).toBeGreaterThan(24 * 18 * 2 - 1)

    let worst = 0
    for (const { matrix, corners } of triangles) {
      const middle = {
        x: (corners[0]!.x + corners[1]!.x + corners[2]!.x) / 3,
        y: (corners[0]!.y + corners[1]!.y + corners[2]!.y) / 3,
      }
      const wanted = toMoving(transform, toPicture(wholePicture, canvas, reference, middle))
      const source = { x: (wanted.x + 0.5) / 2, y: (wanted.y + 0.5) / 2 }
      const drawn = {
        x: matrix[0] * source.x + matrix[2] * source.y + matrix[4],
        y: matrix[1] * source.x + matrix[3] * source.y + matrix[5],
      }
      worst = Math.max(worst, Math.hypot(drawn.x - middle.x, drawn.y - middle.y))
    }
    expect(worst).toBeLessThan(0.5)
  })

  test('needs only two triangles for a similarity', () => {
    const { context, triangles } = recordingContext()
    const image = { naturalWidth: 100, naturalHeight: 100 } as HTMLImageElement
    const size = { widthPx: 100, heightPx: 100 }
    const transform = { similarity: { a: 1, b: 0.1, tx: 3, ty: 4 }, field: null }
    paintWarped(context, { image, frame: size }, transform, size, wholePicture, size)
    expect(triangles).toHaveLength(2)
  })
})
