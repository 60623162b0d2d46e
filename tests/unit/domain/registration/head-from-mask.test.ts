import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { HeadEllipse } from '../../../../shared/domain/head.ts'
import { ellipseMask } from '../../../../shared/domain/registration/ellipse-mask.ts'
import type { FaceDetection } from '../../../../shared/domain/registration/face-detection.ts'
import type { ContourEvidence } from '../../../../shared/domain/registration/head-contour.ts'
import { expectationFromFace, expectationFromProfile } from '../../../../shared/domain/registration/head-from-face.ts'
import {
  coreOfPerson,
  expectationFromCore,
  fitHead,
  leastOutlineScore,
} from '../../../../shared/domain/registration/head-from-mask.ts'
import { emptyPlane, type Plane } from '../../../../shared/domain/registration/plane.ts'

const side = 200

/** A head on a neck and shoulders; where `isShirtSeen`, the person network takes head and shirt for one, and only the colour differs. */
function personWith(head: HeadEllipse, neckHalfWidth: number, shouldersFrom: number): ContourEvidence {
  const person = ellipseMask(head, side, side, 0.05)
  const colour = emptyPlane(side, side)
  for (let y = 0, i = 0; y < side; y++) {
    for (let x = 0; x < side; x++, i++) {
      colour.data[i] = 60 + 120 * person.data[i]!
      const isNeck = Math.abs(x - head.centreX) < neckHalfWidth && y > head.centreY
      if (isNeck || y > shouldersFrom) person.data[i] = 1
    }
  }
  return { person, colours: [colour], left: 0, top: 0, right: side - 1, bottom: side - 1 }
}

function expectNear(found: HeadEllipse, head: HeadEllipse): void {
  const tolerance = 0.08 * 2 * head.radiusX
  expect(Math.abs(found.centreX - head.centreX)).toBeLessThan(tolerance)
  expect(Math.abs(found.centreY - head.centreY)).toBeLessThan(tolerance)
  expect(Math.abs(2 * (found.radiusX - head.radiusX))).toBeLessThan(tolerance)
  expect(Math.abs(2 * (found.radiusY - head.radiusY))).toBeLessThan(1.3 * tolerance)
}

describe('a head without a face', () => {
  test.prop(
    [
      fc.integer({ min: 85, max: 115 }),
      fc.integer({ min: 75, max: 95 }),
      fc.integer({ min: 28, max: 45 }),
      fc.double({ min: 1.16, max: 1.3, noNaN: true }),
      fc.integer({ min: -8, max: 8 }),
    ],
    { numRuns: 15 },
  )('is found above its neck and shoulders', (centreX, centreY, radiusX, aspect, angleDegrees) => {
    const head = { centreX, centreY, radiusX, radiusY: radiusX * aspect, angleDegrees }
    const evidence = personWith(head, 0.6 * radiusX, centreY + 1.5 * head.radiusY)
    expectNear(fitHead(evidence, expectationFromCore(coreOfPerson(evidence)!)).ellipse, head)
  })

  test('is told by its colour where the person goes on behind it', () => {
    const head = { centreX: 100, centreY: 95, radiusX: 42, radiusY: 52, angleDegrees: 0 }
    const evidence = personWith(head, 0, 100)
    const { ellipse, score } = fitHead(evidence, expectationFromCore(coreOfPerson(evidence)!))
    expectNear(ellipse, head)
    expect(score).toBeGreaterThan(0.4)
  })

  test('nobody has no core', () => {
    const nobody: Plane = emptyPlane(side, side)
    const evidence = { person: nobody, colours: [], left: 0, top: 0, right: side - 1, bottom: side - 1 }
    expect(coreOfPerson(evidence)).toBeUndefined()
    expect(coreOfPerson({ ...evidence, right: 3 })).toBeUndefined()
  })

  test('a person all over the picture has no outline', () => {
    const everywhere: Plane = { widthPx: side, heightPx: side, data: new Float32Array(side * side).fill(1) }
    const evidence = { person: everywhere, colours: [], left: 0, top: 0, right: side - 1, bottom: side - 1 }
    const core = coreOfPerson(evidence)
    expect(core && fitHead(evidence, expectationFromCore(core)).score).toBeLessThan(leastOutlineScore)
  })
})

/** A face of an upright head as the detector would see it: eyes at (x, y), eyes to mouth `size`, turned to the front or to the image's left. */
function faceAt(x: number, y: number, size: number, isProfile: boolean): FaceDetection {
  const mouth = isProfile ? { x: x - 0.33 * size, y: y + 0.94 * size } : { x, y: y + size }
  return {
    score: 0.9,
    centre: { x, y: y + size / 2 },
    width: 2 * size,
    height: 2 * size,
    rightEye: { x: x - (isProfile ? 0.05 : 0.5) * size, y },
    leftEye: { x: x + (isProfile ? 0.05 : 0.5) * size, y },
    nose: { x: x - (isProfile ? 0.6 : 0) * size, y: y + 0.5 * size },
    mouth,
    rightEar: { x: isProfile ? x + 0.8 * size : x - size, y: y + 0.3 * size },
    leftEar: { x: isProfile ? x + 1.2 * size : x + size, y: y + 0.3 * size },
  }
}

describe('a head with a face', () => {
  test('reaches from the chin to the top of the person', () => {
    const head = { centreX: 100, centreY: 90, radiusX: 35, radiusY: 50, angleDegrees: 0 }
    const evidence = { ...personWith(head, 25, 160), colours: [] }
    const chin = { x: 100, y: 140 }
    const { ellipse } = fitHead(evidence, expectationFromFace(faceAt(100, 90, 30, false), chin))
    expectNear(ellipse, head)
  })

  test('hair that stands high or wide doesn’t carry the chin away', () => {
    const head = { centreX: 100, centreY: 90, radiusX: 35, radiusY: 50, angleDegrees: 0 }
    const hair = ellipseMask({ ...head, centreY: 70, radiusX: 55, radiusY: 60 }, side, side, 0.05)
    const evidence = { ...personWith(head, 25, 160), colours: [] }
    for (let i = 0; i < hair.data.length; i++)
      evidence.person.data[i] = Math.max(evidence.person.data[i]!, hair.data[i]!)
    const { ellipse } = fitHead(evidence, expectationFromFace(faceAt(100, 90, 30, false), { x: 100, y: 140 }))
    expect(Math.abs(ellipse.centreY + ellipse.radiusY - 140)).toBeLessThan(8)
    expect(ellipse.radiusX).toBeLessThan(48)
  })

  test('from the side it leans from the chin to the back of the head', () => {
    const head = { centreX: 100, centreY: 90, radiusX: 50, radiusY: 60, angleDegrees: 36 }
    const evidence = { ...personWith(head, 0, 170), colours: [] }
    const { ellipse } = fitHead(evidence, expectationFromProfile(faceAt(64, 92, 30, true), coreOfPerson(evidence)!))
    expectNear(ellipse, head)
    expect(Math.abs(ellipse.angleDegrees - 36)).toBeLessThan(12)
  })
})
