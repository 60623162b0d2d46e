import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { seenIn } from '../../../../shared/domain/comparison-pictures/comparable-part.ts'
import { leaveHeadOnly } from '../../../../shared/domain/comparison-pictures/head-part.ts'
import type { HeadEllipse } from '../../../../shared/domain/head.ts'

const grid = { widthPx: 40, heightPx: 30, stepX: 2, stepY: 2, originX: 0.5, originY: 0.5 }
const heads = fc.record({
  centreX: fc.double({ min: -20, max: 100, noNaN: true }),
  centreY: fc.double({ min: -20, max: 80, noNaN: true }),
  radiusX: fc.double({ min: 2, max: 60, noNaN: true }),
  radiusY: fc.double({ min: 2, max: 60, noNaN: true }),
  angleDegrees: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** Below 1 inside, above 1 outside. */
function awayFrom({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse, x: number, y: number): number {
  const angle = (angleDegrees * Math.PI) / 180
  const [right, down] = [x - centreX, y - centreY]
  const along = (right * Math.cos(angle) + down * Math.sin(angle)) / radiusX
  const across = (down * Math.cos(angle) - right * Math.sin(angle)) / radiusY
  return along * along + across * across
}

property.prop([heads])('only what both photos show of the head is compared', (head) => {
  const part = Uint8Array.from({ length: grid.widthPx * grid.heightPx }, (_, at) => (at % 7 === 0 ? 1 : 2))
  const before = [...part]
  leaveHeadOnly(part, grid, head)
  for (let at = 0; at < part.length; at++) {
    const x = grid.originX + (at % grid.widthPx) * grid.stepX
    const y = grid.originY + Math.floor(at / grid.widthPx) * grid.stepY
    const away = awayFrom(head, x, y)
    if (Math.abs(away - 1) < 1e-6) continue
    const expected = before[at] === seenIn.both && away > 1 ? seenIn.besideHead : before[at]
    expect(part[at], `${x}, ${y}`).toBe(expected)
  }
})
