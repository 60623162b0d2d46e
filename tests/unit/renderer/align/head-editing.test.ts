import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { draggedTo, handlePlaces, headHandles, nudgedBy } from '../../../../renderer/features/align/head-editing.ts'
import type { HeadEllipse } from '../../../../shared/domain/head.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const ellipse: fc.Arbitrary<HeadEllipse> = fc.record({
  centreX: between(0, 3000),
  centreY: between(0, 3000),
  radiusX: between(50, 900),
  radiusY: between(50, 900),
  angleDegrees: between(-179, 179),
})
const upright: HeadEllipse = { centreX: 100, centreY: 200, radiusX: 50, radiusY: 80, angleDegrees: 0 }

describe('editing a head outline', () => {
  test('the handles of an upright outline lie at its middle, right, bottom, and above its top', () => {
    expect(handlePlaces(upright, 10)).toEqual({
      middle: { x: 100, y: 200 },
      width: { x: 150, y: 200 },
      height: { x: 100, y: 280 },
      turn: { x: 100, y: 110 },
    })
  })

  test.prop([ellipse, fc.constantFrom(...headHandles)])(
    'a handle that is dragged to where it lies changes nothing',
    (outline, handle) => {
      const same = draggedTo(outline, handle, handlePlaces(outline, 30)[handle])
      for (const key of ['centreX', 'centreY', 'radiusX', 'radiusY', 'angleDegrees'] as const)
        expect(same[key]).toBeCloseTo(outline[key], 6)
    },
  )

  test.prop([ellipse, ellipse])('each handle sets its own measure, whatever the turn', (outline, wanted) => {
    const turned = { ...outline, angleDegrees: wanted.angleDegrees }
    const places = handlePlaces({ ...turned, radiusX: wanted.radiusX, radiusY: wanted.radiusY }, 30)
    expect(draggedTo(turned, 'width', places.width).radiusX).toBeCloseTo(wanted.radiusX, 6)
    expect(draggedTo(turned, 'height', places.height).radiusY).toBeCloseTo(wanted.radiusY, 6)
    expect(draggedTo(outline, 'turn', places.turn).angleDegrees).toBeCloseTo(wanted.angleDegrees, 6)
  })

  test('never becomes smaller than can be taken hold of', () => {
    expect(draggedTo(upright, 'width', { x: -500, y: 200 }).radiusX).toBe(10)
  })

  test('arrow keys move, widen, heighten and turn it', () => {
    const [right, up] = [
      { x: 1, y: 0 },
      { x: 0, y: -1 },
    ]
    expect(nudgedBy(upright, 'middle', up, 5)).toEqual({ ...upright, centreY: 195 })
    expect(nudgedBy(upright, 'width', right, 5)).toEqual({ ...upright, radiusX: 55 })
    expect(nudgedBy(upright, 'height', up, 5)).toEqual({ ...upright, radiusY: 85 })
    expect(nudgedBy(upright, 'turn', right, 5)).toEqual({ ...upright, angleDegrees: 1 })
  })
})
