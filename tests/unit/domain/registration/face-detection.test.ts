import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  blendOverlapping,
  decodeFaces,
  type FaceDetection,
  movedFace,
} from '../../../../shared/domain/registration/face-detection.ts'
import { facePose } from '../../../../shared/domain/registration/face-pose.ts'

/** Output of the detector in which one anchor sees a face with all six points at its own centre plus the given shifts (pixels of 128). */
function outputWith(anchor: number, logit: number, shifts: readonly number[] = []): Float32Array {
  const output = new Float32Array(896 * 17)
  for (let i = 0; i < 896; i++) output[i * 17] = -20
  output[anchor * 17] = logit
  output.set([0, 0, 32, 32, ...shifts], anchor * 17 + 1)
  return output
}

/** An ideal face at a turn: ears at the ends of a half-circle, the nose before it. */
function faceTurned(yawDegrees: number, rollDegrees: number, size: number, x: number, y: number): FaceDetection {
  const yaw = (yawDegrees * Math.PI) / 180
  const roll = (rollDegrees * Math.PI) / 180
  const place = (right: number, forward: number, down: number) => {
    const across = right * Math.cos(yaw) + forward * Math.sin(yaw)
    return {
      x: x + size * (across * Math.cos(roll) - down * Math.sin(roll)),
      y: y + size * (across * Math.sin(roll) + down * Math.cos(roll)),
    }
  }
  return {
    score: 0.9,
    centre: place(0, 0, 0.5),
    width: size,
    height: size,
    rightEye: place(-0.5, 0, 0),
    leftEye: place(0.5, 0, 0),
    nose: place(0, 1, 0.5),
    mouth: place(0, 0, 1),
    rightEar: place(-0.8, 0, 0.3),
    leftEar: place(0.8, 0, 0.3),
  }
}

describe('decodeFaces', () => {
  test('anchors run over 16 × 16 cells by two, then 8 × 8 cells by six', () => {
    const cells: [anchor: number, x: number, y: number][] = [
      [0, 0.5 / 16, 0.5 / 16],
      [2 * 16 + 3, 1.5 / 16, 1.5 / 16],
      [512 + 6 * 9, 1.5 / 8, 1.5 / 8],
      [895, 7.5 / 8, 7.5 / 8],
    ]
    for (const [anchor, x, y] of cells) {
      const { centre } = decodeFaces(outputWith(anchor, 5), 0.6)[0]!
      expect(centre.x).toBeCloseTo(x, 9)
      expect(centre.y).toBeCloseTo(y, 9)
    }
  })

  test('reads points as shifts in pixels, the score as a logit', () => {
    const [face] = decodeFaces(outputWith(0, 2, [-6, -4, 6, -4, 0, 2, 0, 8, -12, 0, 12, 0]), 0.6)
    expect(face!.score).toBeCloseTo(1 / (1 + Math.exp(-2)), 6)
    expect(face!.rightEye.x).toBeCloseTo(0.5 / 16 - 6 / 128, 6)
    expect(face!.leftEar.x).toBeCloseTo(0.5 / 16 + 12 / 128, 6)
    expect(face!.width).toBeCloseTo(0.25, 6)
    expect(decodeFaces(outputWith(0, 0.1), 0.6)).toEqual([])
  })
})

describe('blendOverlapping', () => {
  test('one face seen twice becomes their mean, two faces stay two', () => {
    const one = faceTurned(0, 0, 0.2, 0.3, 0.3)
    const again = { ...movedFace(one, ({ x, y }) => ({ x: x + 0.02, y }), 1), score: 0.9 }
    const other = { ...movedFace(one, ({ x, y }) => ({ x: x + 0.4, y }), 1), score: 0.7 }
    const kept = blendOverlapping([other, one, again])
    expect(kept).toHaveLength(2)
    expect(kept[0]!.nose.x).toBeCloseTo(one.nose.x + 0.01, 6)
    expect(kept[1]!.nose.x).toBeCloseTo(other.nose.x, 6)
  })
})

describe('facePose', () => {
  const yaw = fc.integer({ min: -85, max: 85 })
  const roll = fc.integer({ min: -80, max: 80 })

  test.prop([yaw, roll, fc.double({ min: 0.05, max: 500, noNaN: true })])(
    'tells turn and roll, whatever the size and place',
    (yawDegrees, rollDegrees, size) => {
      const pose = facePose(faceTurned(yawDegrees, rollDegrees, size, 31, -7))
      // the model face has an ear span of 1.6: times 0.625 it is 1, as far as its nose stands out
      expect(pose.yawDegrees).toBeCloseTo(yawDegrees, 4)
      expect(pose.rollDegrees).toBeCloseTo(rollDegrees, 4)
      expect(pose.eyesToMouth).toBeCloseTo(size, 4)
    },
  )

  test('a nose to the image’s right is a positive turn', () => {
    expect(facePose(faceTurned(30, 0, 1, 0, 0)).yawDegrees).toBeGreaterThan(0)
  })
})
