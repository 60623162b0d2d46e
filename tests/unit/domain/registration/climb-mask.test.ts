import { describe, expect, test } from 'vitest'
import { climbMask } from '../../../../shared/domain/registration/climb-mask.ts'
import type { HeadFrame } from '../../../../shared/domain/registration/head-frame.ts'
import { emptyPlane, type Plane } from '../../../../shared/domain/registration/plane.ts'

const side = 160
const ellipse = { centreX: 79.5, centreY: 79.5, radiusX: 50, radiusY: 60, angleDegrees: 0 }

/** A person as wide as the head, with a neck below. */
function personMask(): Plane {
  const person = emptyPlane(side, side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isHead = ((x - 79.5) / 50) ** 2 + ((y - 79.5) / 60) ** 2 <= 1
      const isNeck = y > 110 && Math.abs(x - 79.5) < 40
      person.data[y * side + x] = isHead || isNeck ? 1 : 0
    }
  }
  return person
}

const frame: HeadFrame = {
  plane: emptyPlane(side, side),
  ellipse,
  headWidthPx: 100,
  toPhoto: { a: 1, b: 0, tx: 0, ty: 0 },
}
const at = (mask: Plane, x: number, y: number) => mask.data[y * side + x]!

describe('where edges count in a climb', () => {
  test('for the rough place: the whole head with its outline', () => {
    const mask = climbMask({ ...frame, person: personMask() }, 0.1)
    expect(at(mask, 80, 80)).toBe(1)
    expect(at(mask, 30, 80)).toBe(1)
    expect(at(mask, 10, 80)).toBe(0)
  })

  test('for the exact place: the inside fully, the outline less, the neck too, the wall not at all', () => {
    const mask = climbMask({ ...frame, person: personMask() }, 0.02)
    expect(at(mask, 80, 80)).toBe(1)
    expect(at(mask, 30, 80)).toBeCloseTo(0.4, 5)
    expect(at(mask, 80, 146)).toBe(1)
    expect(at(mask, 80, 14)).toBe(0)
  })

  test('without knowing the person, the whole head at every detail', () => {
    expect(climbMask(frame, 0.02)).toEqual(climbMask(frame, 0.1))
  })
})
