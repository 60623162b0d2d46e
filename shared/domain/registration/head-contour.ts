import type { HeadEllipse } from '../head.ts'
import { type Plane, sampleBilinear } from './plane.ts'

/** What tells where a head ends: how much a pixel belongs to the person (0–1), and the picture's colours, all of one size and blurred a little. */
export interface ContourEvidence {
  readonly person: Plane
  readonly colours: readonly Plane[]
  /** The part of the square that shows the picture, in pixels: what lies beyond is unknown. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const samplesAround = 72
const circle = Array.from({ length: samplesAround }, (_, i) => {
  const angle = (2 * Math.PI * (i + 0.5)) / samplesAround
  return { cos: Math.cos(angle), sin: Math.sin(angle) }
})
/** Levels (of 255, all channels together) at which a colour step counts half. */
const halfStep = 30
/** An edge of colour is weaker evidence than an edge of the person: hairlines and shadows have it too. */
const colourWeight = 0.55
/** What a piece of contour beyond the picture counts. */
const unknownScore = 0.3

/**
 * How well an ellipse follows the head's outline (about −1 to 1): around it, the person should end — or, where the person goes on (shoulders behind the
 * head), the colour should change — and inside there should be nothing but person. `reachPx` is how far to either side of the line is compared.
 */
export function contourScore(evidence: ContourEvidence, ellipse: HeadEllipse, reachPx: number): number {
  const { person, left, top, right, bottom } = evidence
  const radians = (ellipse.angleDegrees * Math.PI) / 180
  const cosTurn = Math.cos(radians)
  const sinTurn = Math.sin(radians)
  let score = 0
  let inside = 0
  for (const { cos, sin } of circle) {
    const along = ellipse.radiusX * cos
    const across = ellipse.radiusY * sin
    const x = ellipse.centreX + along * cosTurn - across * sinTurn
    const y = ellipse.centreY + along * sinTurn + across * cosTurn
    inside += sampleBilinear(person, 0.2 * ellipse.centreX + 0.8 * x, 0.2 * ellipse.centreY + 0.8 * y)
    if (x < left + reachPx || y < top + reachPx || x > right - reachPx || y > bottom - reachPx) {
      score += unknownScore
      continue
    }
    const normalAlong = cos / ellipse.radiusX
    const normalAcross = sin / ellipse.radiusY
    const length = Math.hypot(normalAlong, normalAcross) / reachPx
    const nx = (normalAlong * cosTurn - normalAcross * sinTurn) / length
    const ny = (normalAlong * sinTurn + normalAcross * cosTurn) / length
    const beyond = sampleBilinear(person, x + nx, y + ny)
    const ends = sampleBilinear(person, x - nx, y - ny) - beyond
    let step = 0
    for (const colour of evidence.colours) {
      step += Math.abs(sampleBilinear(colour, x - nx, y - ny) - sampleBilinear(colour, x + nx, y + ny))
    }
    score += Math.max(ends, (colourWeight * beyond * step) / (step + halfStep))
  }
  return (score - 0.5 * (samplesAround - inside)) / samplesAround
}
