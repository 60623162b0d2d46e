import type { HeadEllipse } from '../head.ts'
import { type ContourEvidence, contourScore } from './head-contour.ts'
import { type ForegroundMask, type HeadCore, headCoreOf } from './head-core.ts'

/** What a head is expected to be like before its outline is looked at, in the evidence's pixels. */
export interface HeadExpectation {
  readonly starts: readonly HeadEllipse[]
  /** How unlikely an ellipse is (0: as expected), in units of the contour score. */
  readonly penalty: (ellipse: HeadEllipse) => number
}

/** Without a face, an outline followed less well than this is no head's: a person all over the picture scores as much. */
export const leastOutlineScore = 0.3

/** Seen from behind or above, the outline's longer diameter is about this much longer. */
const usualAspect = 1.22

/** The widest circle in the person; undefined when there is no person that could be a head. */
export function coreOfPerson({ person, left, top, right, bottom }: ContourEvidence): HeadCore | undefined {
  const x0 = Math.max(0, Math.ceil(left))
  const y0 = Math.max(0, Math.ceil(top))
  const widthPx = Math.min(person.widthPx - 1, Math.floor(right)) - x0 + 1
  const heightPx = Math.min(person.heightPx - 1, Math.floor(bottom)) - y0 + 1
  if (Math.min(widthPx, heightPx) < 8) return undefined
  const mask: ForegroundMask = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx) }
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      mask.data[i] = person.data[(y0 + y) * person.widthPx + x0 + x]! > 0.5 ? 1 : 0
    }
  }
  const core = headCoreOf(mask)
  if (!core || core.radius < leastCoreShare * person.widthPx) return undefined
  return { x: core.x + x0, y: core.y + y0, radius: core.radius }
}

/** A head is at least this wide (half its width, share of the square). */
const leastCoreShare = 0.06

/** What is expected of a head that shows no face: an upright ellipse about the person's core. */
export function expectationFromCore(core: HeadCore): HeadExpectation {
  const starts = [-0.2, 0.05, 0.3].flatMap((down) =>
    [0.8, 0.95, 1.1].map((size) => ({
      centreX: core.x,
      centreY: core.y + down * core.radius,
      radiusX: core.radius * size,
      radiusY: core.radius * size * usualAspect,
      angleDegrees: 0,
    })),
  )
  const penalty = ({ radiusX, radiusY, angleDegrees }: HeadEllipse) =>
    0.04 * ((radiusY / radiusX - usualAspect) / 0.08) ** 2 +
    0.04 * (angleDegrees / 15) ** 2 +
    0.04 * (Math.log(radiusX / core.radius) / 0.2) ** 2
  return { starts, penalty }
}

/** The ellipse that follows the head's outline best, and how well (contour score, less the penalty). */
export function fitHead(
  evidence: ContourEvidence,
  expectation: HeadExpectation,
): { readonly ellipse: HeadEllipse; readonly score: number } {
  const results = expectation.starts.map((start) => climb(evidence, expectation, start, [5, 4]))
  results.sort((a, b) => b.score - a.score)
  const refined = results.slice(0, 3).map(({ ellipse }) => climb(evidence, expectation, ellipse, [3, 2]))
  return refined.reduce((best, result) => (result.score > best.score ? result : best))
}

/** Pattern search: each parameter is moved by a step to either side while that helps, then the step shrinks. */
function climb(
  evidence: ContourEvidence,
  { penalty }: HeadExpectation,
  start: HeadEllipse,
  [reachPx, rounds]: readonly [number, number],
) {
  const rate = (ellipse: HeadEllipse) => contourScore(evidence, ellipse, reachPx) - penalty(ellipse)
  let ellipse = start
  let score = rate(ellipse)
  let step = reachPx / 60
  for (let round = 0; round < rounds; round++) {
    for (let hasImproved = true, tries = 0; hasImproved && tries < 12; tries++) {
      hasImproved = false
      for (const move of movesOf(ellipse, step)) {
        const rated = rate(move)
        if (rated > score) {
          score = rated
          ellipse = move
          hasImproved = true
        }
      }
    }
    step /= 2
  }
  return { ellipse, score }
}

function movesOf(ellipse: HeadEllipse, share: number): HeadEllipse[] {
  const { centreX, centreY, radiusX, radiusY, angleDegrees } = ellipse
  return [1, -1].flatMap((sign) => {
    const by = sign * share * radiusX
    return [
      { ...ellipse, centreX: centreX + by },
      { ...ellipse, centreY: centreY + by },
      { ...ellipse, radiusX: radiusX + by },
      { ...ellipse, radiusY: radiusY + by },
      { ...ellipse, angleDegrees: angleDegrees + 60 * sign * share },
      { ...ellipse, radiusX: radiusX + by, radiusY: radiusY + by },
      { ...ellipse, centreY: centreY + by, radiusY: radiusY + by },
      { ...ellipse, centreY: centreY + by, radiusY: radiusY - by },
    ]
  })
}
