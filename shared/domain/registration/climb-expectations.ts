import type { LandmarkPair } from '../alignment.ts'
import { type BentMap, bentBasis, bentPoint, bentTerms } from './bent-map.ts'
import type { HeadFrame } from './head-frame.ts'

/** What a head’s turn does to a photo, as standard deviations in half head widths: shearing hardly at all, bending up to some per cent. */
const shearSigma = 0.03
const bendSigma = 0.08
/** Hand-placed marks are off by about 0.3 % of the head width, and a head isn’t quite a quadric. */
const markSigma = 0.008
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
  const shearWeight = 1 / (mayBend ? shearSigma : 1e-4) ** 2
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
  const bendWeight = 1 / (mayBend ? bendSigma : 1e-4) ** 2
  for (let k = 3; k < bentTerms; k++) {
    const [u, v] = mayBend ? back(bent.x[k]!, bent.y[k]!) : [0, 0]
    matrix[k * parameters + k]! += bendWeight
    matrix[(bentTerms + k) * parameters + bentTerms + k]! += bendWeight
    right[k]! -= bendWeight * u
    right[bentTerms + k]! -= bendWeight * v
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
