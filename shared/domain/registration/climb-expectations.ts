import type { LandmarkPair } from '../alignment.ts'
import { type BentMap, bentBasis, bentPoint, bentTerms, lengthwiseShare } from './bent-map.ts'
import type { HeadFrame } from './head-frame.ts'

/**
 * What a head’s turn does to a photo, as standard deviations in half head widths: it doesn’t shear; it moves every place by the turn times its depth. Lengthwise
 * an ellipsoid’s depth falls off by `lengthwiseShare`; a nape’s or a forehead’s is between 0 and 0.7.
 */
const shearSigma = 0.012
const turnSigma = 0.1
const lengthwiseSigma = 0.02
const twistSigma = 0.01
/** Where the map mustn’t bend: as good as nothing. */
const rigidSigma = 1e-4
/** Hand-placed marks are off by about 0.3 % of the head width. */
const markSigma = 0.006
const parameters = 2 * bentTerms

/** Turns and scales a step of the moving frame back into the reference frame. */
type Back = (u: number, v: number) => [number, number]

/** Adds to the normal equations of a step that the map should stay near a similarity; unless it may bend, that it is one. */
export function addPriors(
  matrix: Float64Array,
  right: Float64Array,
  bent: BentMap,
  back: Back,
  mayBend: boolean,
): void {
  // what isn't a similarity of the linear part: (x1 − y2) and (x2 + y1) should be nothing
  const [stretchX, shearY] = back(bent.x[1]!, bent.y[1]!)
  const [shearX, stretchY] = back(bent.x[2]!, bent.y[2]!)
  const shearWeight = 1 / (mayBend ? shearSigma : rigidSigma) ** 2
  const pairs: [number, number, number, number][] = [
    [1, bentTerms + 2, -1, stretchX - stretchY],
    [2, bentTerms + 1, 1, shearX + shearY],
  ]
  for (const [one, other, sign, value] of pairs) {
    matrix[one * parameters + one]! += shearWeight
    matrix[other * parameters + other]! += shearWeight
    matrix[one * parameters + other]! += sign * shearWeight
    matrix[other * parameters + one]! += sign * shearWeight
    right[one]! -= shearWeight * value
    right[other]! -= sign * shearWeight * value
  }
  const [acrossX, acrossY] = back(bent.x[3]!, bent.y[3]!)
  const [twistX, twistY] = back(bent.x[4]!, bent.y[4]!)
  const [alongX, alongY] = back(bent.x[5]!, bent.y[5]!)
  for (const [offset, across, twist, along] of [
    [0, acrossX, twistX, alongX],
    [bentTerms, acrossY, twistY, alongY],
  ] as const) {
    const expect = (factors: readonly [number, number, number], sigma: number) => {
      const weight = 1 / (mayBend ? sigma : rigidSigma) ** 2
      // a climb that mustn’t bend keeps the bend that it began with
      const value = mayBend ? factors[0] * across + factors[1] * twist + factors[2] * along : 0
      for (let k = 0; k < 3; k++) {
        right[offset + 3 + k]! -= weight * factors[k]! * value
        for (let l = 0; l < 3; l++) {
          matrix[(offset + 3 + k) * parameters + offset + 3 + l]! += weight * factors[k]! * factors[l]!
        }
      }
    }
    expect([1, 0, 0], turnSigma)
    expect([0, 1, 0], twistSigma)
    expect(mayBend ? [-lengthwiseShare, 0, 1] : [0, 0, 1], lengthwiseSigma)
  }
}

/** Adds to the normal equations of a step that hand-placed marks (in frame pixels) should be met. */
export function addMarks(
  matrix: Float64Array,
  right: Float64Array,
  bent: BentMap,
  back: Back,
  reference: HeadFrame,
  moving: HeadFrame,
  marks: readonly LandmarkPair[],
): void {
  const weight = 1 / markSigma ** 2
  const unit = reference.headWidthPx / 2
  const basis = new Float64Array(bentTerms)
  for (const mark of marks) {
    const reached = bentPoint(bent, mark.reference, reference, moving)
    const [u, v] = back(
      (mark.moving.x - reached.x) / (moving.headWidthPx / 2),
      (mark.moving.y - reached.y) / (moving.headWidthPx / 2),
    )
    bentBasis(
      (mark.reference.x - reference.ellipse.centreX) / unit,
      (mark.reference.y - reference.ellipse.centreY) / unit,
      basis,
    )
    for (let k = 0; k < bentTerms; k++) {
      right[k]! += weight * basis[k]! * u
      right[bentTerms + k]! += weight * basis[k]! * v
      for (let l = 0; l < bentTerms; l++) {
        const both = weight * basis[k]! * basis[l]!
        matrix[k * parameters + l]! += both
        matrix[(bentTerms + k) * parameters + bentTerms + l]! += both
      }
    }
  }
}
