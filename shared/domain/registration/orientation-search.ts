import { similarityAbout } from '../geometry/similarity.ts'
import type { Similarity } from '../geometry/transform.ts'
import { ellipseMask, grownEllipse } from './ellipse-mask.ts'
import { type ComplexPlane, createFourier, emptyComplexPlane, nextPowerOfTwo } from './fourier.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { type OrientationField, orientationField } from './orientation-field.ts'
import { emptyPlane, type Plane, sampleBilinear } from './plane.ts'

/** A place where the reference head could lie in the moving frame (reference frame → moving frame), and how well edges agree there (−1 to 1). */
export interface StartCandidate {
  readonly similarity: Similarity
  readonly score: number
}

const searchHeadPx = 72
const scaleStep = 1.056
const scaleSteps = 6
const rotationStepDegrees = 5
const rotationSteps = 4
const reachShare = 0.4
/** The head's outline helps where the scalp is bare, so the mask reaches a little beyond it. */
const outlineShare = 1.1
const noiseFloor = 5

/**
 * Looks for the reference head in the moving photo by edge directions alone: 13 scales × 9 rotations × all shifts within 40 % of the head width, by
 * correlation in the Fourier domain, each divided by the edge energy under the mask. Gives the best few that differ, best first.
 */
export function searchByOrientation(reference: HeadFrame, moving: HeadFrame, count: number): StartCandidate[] {
  const small = resizedFrame(reference, searchHeadPx)
  const target = resizedFrame(moving, searchHeadPx)
  const referenceField = orientationField(small.plane, 1, 1.2, noiseFloor)
  const mask = ellipseMask(grownEllipse(small.ellipse, outlineShare), small.plane.widthPx, small.plane.heightPx, 0.15)
  const movingField = weightedField(target)
  const width = nextPowerOfTwo(Math.max(target.plane.widthPx, small.plane.widthPx))
  const height = nextPowerOfTwo(Math.max(target.plane.heightPx, small.plane.heightPx))
  const fourier = createFourier(width, height)
  const spectra = movingSpectra(movingField, width, height, fourier)
  const centre = { x: small.ellipse.centreX, y: small.ellipse.centreY }
  const middle = { x: width / 2, y: height / 2 }
  const peaks: (StartCandidate & { step: [number, number]; at: [number, number] })[] = []
  for (let scaleIndex = -scaleSteps; scaleIndex <= scaleSteps; scaleIndex++) {
    for (let turn = -rotationSteps; turn <= rotationSteps; turn++) {
      const scale = scaleStep ** scaleIndex
      const degrees = turn * rotationStepDegrees
      const template = drawTemplate(referenceField, mask, centre, middle, scale, degrees, width, height)
      const scores = correlate(template, spectra, fourier)
      const peak = bestShift(scores, width, height, middle, target)
      const similarity = similarityAbout(centre, { x: peak.x, y: peak.y }, scale, degrees)
      peaks.push({ similarity, score: peak.score, step: [scaleIndex, turn], at: [peak.x, peak.y] })
    }
  }
  peaks.sort((one, other) => other.score - one.score)
  const chosen: typeof peaks = []
  for (const peak of peaks) {
    const isNew = chosen.every(
      (kept) =>
        Math.abs(kept.step[0] - peak.step[0]) > 2 ||
        Math.abs(kept.step[1] - peak.step[1]) > 1 ||
        Math.hypot(kept.at[0] - peak.at[0], kept.at[1] - peak.at[1]) > 0.07 * searchHeadPx,
    )
    if (isNew) chosen.push(peak)
    if (chosen.length === count) break
  }
  return chosen.map(({ similarity, score }) => ({
    score,
    similarity: betweenFrames(similarity, small, target, reference, moving),
  }))
}

function betweenFrames(
  similarity: Similarity,
  small: HeadFrame,
  target: HeadFrame,
  reference: HeadFrame,
  moving: HeadFrame,
): Similarity {
  const into = small.headWidthPx / reference.headWidthPx
  const outOf = moving.headWidthPx / target.headWidthPx
  const { a, b, tx, ty } = similarity
  const intoShift = (into - 1) / 2
  const outShift = (outOf - 1) / 2
  return {
    a: a * into * outOf,
    b: b * into * outOf,
    tx: outOf * (a * intoShift - b * intoShift + tx) + outShift,
    ty: outOf * (b * intoShift + a * intoShift + ty) + outShift,
  }
}

function weightedField(frame: HeadFrame): OrientationField {
  const field = orientationField(frame.plane, 1, 1.2, noiseFloor)
  const { widthPx, heightPx } = frame.plane
  const mask = ellipseMask(grownEllipse(frame.ellipse, 1.2), widthPx, heightPx, 0.25)
  for (let i = 0; i < mask.data.length; i++) {
    field.cos.data[i]! *= mask.data[i]!
    field.sin.data[i]! *= mask.data[i]!
  }
  return field
}

interface Spectra {
  readonly field: ComplexPlane
  readonly energy: ComplexPlane
}

function movingSpectra(
  field: OrientationField,
  width: number,
  height: number,
  fourier: ReturnType<typeof createFourier>,
): Spectra {
  const spectrum = emptyComplexPlane(width, height)
  const energy = emptyComplexPlane(width, height)
  const { widthPx, heightPx } = field.cos
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const c = field.cos.data[y * widthPx + x]!
      const s = field.sin.data[y * widthPx + x]!
      spectrum.re[y * width + x] = c
      spectrum.im[y * width + x] = s
      energy.re[y * width + x] = c * c + s * s
    }
  }
  fourier.forward(spectrum)
  fourier.forward(energy)
  return { field: spectrum, energy }
}

interface Template {
  readonly field: ComplexPlane
  readonly mask: ComplexPlane
  readonly energy: number
}

function drawTemplate(
  field: OrientationField,
  mask: Plane,
  centre: { x: number; y: number },
  middle: { x: number; y: number },
  scale: number,
  degrees: number,
  width: number,
  height: number,
): Template {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle) / scale
  const sin = Math.sin(angle) / scale
  const turnCos = Math.cos(2 * angle)
  const turnSin = Math.sin(2 * angle)
  const drawn = emptyComplexPlane(width, height)
  const weights = emptyComplexPlane(width, height)
  let energy = 0
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const px = centre.x + cos * (x - middle.x) + sin * (y - middle.y)
      const py = centre.y - sin * (x - middle.x) + cos * (y - middle.y)
      if (px < 0 || py < 0 || px > mask.widthPx - 1 || py > mask.heightPx - 1) continue
      const weight = sampleBilinear(mask, px, py)
      if (weight === 0) continue
      const c = sampleBilinear(field.cos, px, py)
      const s = sampleBilinear(field.sin, px, py)
      drawn.re[i] = weight * (turnCos * c - turnSin * s)
      drawn.im[i] = weight * (turnSin * c + turnCos * s)
      weights.re[i] = weight
      energy += weight * (c * c + s * s)
    }
  }
  return { field: drawn, mask: weights, energy }
}

/** Scores of every shift: Re Σ conj(template)·moving ÷ √(template energy · (moving energy under the mask + a tenth of the template's)). */
function correlate(template: Template, spectra: Spectra, fourier: ReturnType<typeof createFourier>): Plane {
  const { field, mask } = template
  fourier.forward(field)
  fourier.forward(mask)
  for (let i = 0; i < field.re.length; i++) {
    const re = field.re[i]!
    const im = -field.im[i]!
    field.re[i] = re * spectra.field.re[i]! - im * spectra.field.im[i]!
    field.im[i] = re * spectra.field.im[i]! + im * spectra.field.re[i]!
    const maskRe = mask.re[i]!
    const maskIm = -mask.im[i]!
    mask.re[i] = maskRe * spectra.energy.re[i]! - maskIm * spectra.energy.im[i]!
    mask.im[i] = maskRe * spectra.energy.im[i]! + maskIm * spectra.energy.re[i]!
  }
  fourier.inverse(field)
  fourier.inverse(mask)
  const scores = emptyPlane(field.width, field.height)
  const floor = 0.25 * template.energy + 1e-9
  for (let i = 0; i < scores.data.length; i++) {
    scores.data[i] = field.re[i]! / Math.sqrt((template.energy + 1e-9) * (Math.max(0, mask.re[i]!) + floor))
  }
  return scores
}

function bestShift(scores: Plane, width: number, height: number, middle: { x: number; y: number }, target: HeadFrame) {
  const reach = reachShare * searchHeadPx
  let best = { x: target.ellipse.centreX, y: target.ellipse.centreY, score: -1 }
  const { centreX, centreY } = target.ellipse
  for (let y = Math.ceil(centreY - reach); y <= centreY + reach; y++) {
    for (let x = Math.ceil(centreX - reach); x <= centreX + reach; x++) {
      const column = (((x - middle.x) % width) + width) % width
      const row = (((y - middle.y) % height) + height) % height
      const score = scores.data[row * width + column]!
      if (score > best.score) best = { x, y, score }
    }
  }
  return best
}
