import { describe, expect, test } from 'vitest'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'
import { type FacePoints, facePointNames } from '../../../../shared/domain/registration/face-points.ts'
import { startFromFaces, startFromFeatures } from '../../../../shared/domain/registration/start-similarities.ts'

const truth = similarityAbout({ x: 100, y: 100 }, { x: 130, y: 90 }, 1.2, 8)
const ellipse = { centreX: 100, centreY: 100, radiusX: 80, radiusY: 100, angleDegrees: 0 }
const movingEllipse = { ...ellipse, radiusX: 96, radiusY: 120 }

const face = (yawDegrees: number, isMoved: boolean): FacePoints => ({
  points: facePointNames.map((name, i) => {
    const at = { x: 60 + 37 * (i % 3), y: 70 + 23 * Math.floor(i / 3) }
    return { name, confidence: 0.5, ...(isMoved ? applySimilarity(truth, at) : at) }
  }),
  yawDegrees,
  rollDegrees: 0,
  confidence: 0.9,
  eyesToMouthPx: 60,
})

describe('starts', () => {
  test('two faces of similar turn give the place exactly', () => {
    const start = startFromFaces(face(5, false), face(-10, true))!
    expect(start.a).toBeCloseTo(truth.a, 6)
    expect(start.tx).toBeCloseTo(truth.tx, 4)
  })

  test('no face, or another side of it, gives none', () => {
    expect(startFromFaces(undefined, face(0, true))).toBeUndefined()
    expect(startFromFaces(face(0, false), face(50, true))).toBeUndefined()
  })

  test('features give the place although half of them are wrong; too few, or all in one spot, give none', () => {
    const pairs = Array.from({ length: 60 }, (_, i) => {
      const from = { x: 40 + ((i * 29) % 121), y: 20 + ((i * 47) % 161) }
      const wrong = { x: (i * 83) % 200, y: (i * 61) % 200 }
      return { from, to: i % 2 === 0 ? applySimilarity(truth, from) : wrong }
    })
    const start = startFromFeatures(pairs, ellipse, movingEllipse)!
    expect(start.a).toBeCloseTo(truth.a, 1)
    expect(start.b).toBeCloseTo(truth.b, 1)
    expect(startFromFeatures(pairs.slice(0, 12), ellipse, movingEllipse)).toBeUndefined()
    const spot = pairs.map((_, i) => {
      const from = { x: 100 + (i % 5), y: 100 + (i % 7) }
      return { from, to: applySimilarity(truth, from) }
    })
    expect(startFromFeatures(spot, ellipse, movingEllipse)).toBeUndefined()
  })
})
