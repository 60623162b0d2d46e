import type { HeadEllipse } from './head.ts'
import { ellipseMask, grownEllipse } from './registration/ellipse-mask.ts'
import { type ComplexPlane, createFourier, emptyComplexPlane } from './registration/fourier.ts'
import { cutHeadFrame, type HeadFrame, type LumaPhoto } from './registration/head-frame.ts'
import { type OrientationField, orientationField } from './registration/orientation-field.ts'
import { type Plane, sampleBilinear } from './registration/plane.ts'

/** A head as it is seen, small: enough to tell from which side, too little to tell whose it is. */
export interface HeadLook {
  readonly frame: HeadFrame
  /** How the face in it is turned (see `facePose`); null where no face is seen. */
  readonly faceYawDegrees: number | null
}

/** A look drawn in every turn and size in which it is looked for, as spectra. */
export type LookPattern = readonly Template[]

/** A look in which others are looked for, as spectra. */
export interface LookGround {
  readonly field: ComplexPlane
  readonly energy: ComplexPlane
}

interface Template {
  readonly field: ComplexPlane
  readonly mask: ComplexPlane
  readonly energy: number
}

const headPx = 32
const side = 64
const growth = 1.09
/** Ears, neck and shoulders tell the side more than the scalp does. */
const patternShare = 1.25
const groundShare = 1.35
const scales = [0.8, 0.86, 0.93, 1, 1.075, 1.16, 1.25]
const turnsDegrees = [-15, -10, -5, 0, 5, 10, 15]
const reachPx = 8
const noiseFloor = 5
const fourier = createFourier(side, side)

/** A head (ellipse in full-size pixels) as it is compared by `likeness`. */
export function headLook(photo: LumaPhoto, head: HeadEllipse, faceYawDegrees: number | null): HeadLook {
  return { frame: cutHeadFrame(photo, grownEllipse(head, growth), headPx), faceYawDegrees }
}

/** Makes a look ready to be looked for in others. */
export function lookPattern({ frame }: HeadLook): LookPattern {
  const field = fieldOf(frame)
  const { widthPx, heightPx } = frame.plane
  const mask = ellipseMask(grownEllipse(frame.ellipse, patternShare), widthPx, heightPx, 0.15)
  return scales.flatMap((scale) => turnsDegrees.map((degrees) => drawTemplate(frame, field, mask, scale, degrees)))
}

/** Makes a look ready to have others looked for in it. */
export function lookGround({ frame }: HeadLook): LookGround {
  const { ellipse, plane } = frame
  const field = fieldOf(frame)
  const mask = ellipseMask(grownEllipse(ellipse, groundShare), plane.widthPx, plane.heightPx, 0.2)
  const spectrum = emptyComplexPlane(side, side)
  const energy = emptyComplexPlane(side, side)
  drawInto(spectrum, frame, 1, 0, (i, x, y) => {
    const weight = sampleBilinear(mask, x, y)
    spectrum.re[i] = weight * sampleBilinear(field.cos, x, y)
    spectrum.im[i] = weight * sampleBilinear(field.sin, x, y)
    energy.re[i] = spectrum.re[i]! ** 2 + spectrum.im[i]! ** 2
  })
  fourier.forward(spectrum)
  fourier.forward(energy)
  return { field: spectrum, energy }
}

/**
 * How alike two heads look (−1 to 1; the same picture: nearly 1): the best agreement of edge directions over 7 sizes × 7 turns × all shifts within a quarter
 * of the head. Blind to brightness, and to which side of an edge is darker.
 */
export function likeness(pattern: LookPattern, ground: LookGround): number {
  let best = -1
  const both = emptyComplexPlane(side, side)
  for (const template of pattern) {
    correlate(template, ground, both)
    const floor = 0.1 * template.energy
    for (let dy = -reachPx; dy <= reachPx; dy++) {
      for (let dx = -reachPx; dx <= reachPx; dx++) {
        const i = ((dy + side) % side) * side + ((dx + side) % side)
        const energy = template.energy * (Math.max(0, both.im[i]!) + floor)
        best = Math.max(best, both.re[i]! / Math.sqrt(energy + 1e-9))
      }
    }
  }
  return best
}

function fieldOf({ plane }: HeadFrame): OrientationField {
  return orientationField(plane, 1, 1.2, noiseFloor)
}

function drawTemplate(
  frame: HeadFrame,
  field: OrientationField,
  mask: Plane,
  scale: number,
  degrees: number,
): Template {
  const drawn = emptyComplexPlane(side, side)
  const weights = emptyComplexPlane(side, side)
  const turnCos = Math.cos((2 * degrees * Math.PI) / 180)
  const turnSin = Math.sin((2 * degrees * Math.PI) / 180)
  let energy = 0
  drawInto(drawn, frame, scale, degrees, (i, x, y) => {
    const weight = sampleBilinear(mask, x, y)
    const c = sampleBilinear(field.cos, x, y)
    const s = sampleBilinear(field.sin, x, y)
    drawn.re[i] = weight * (turnCos * c - turnSin * s)
    drawn.im[i] = weight * (turnSin * c + turnCos * s)
    weights.re[i] = weight
    energy += weight * (c * c + s * s)
  })
  fourier.forward(drawn)
  fourier.forward(weights)
  return { field: drawn, mask: weights, energy }
}

/** Visits the pixels of a square that show the frame, its head in the middle, scaled and turned clockwise; (x, y) is the place in the frame. */
function drawInto(
  square: ComplexPlane,
  { plane, ellipse }: HeadFrame,
  scale: number,
  degrees: number,
  visit: (index: number, x: number, y: number) => void,
): void {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle) / scale
  const sin = Math.sin(angle) / scale
  for (let row = 0, i = 0; row < square.height; row++) {
    for (let column = 0; column < square.width; column++, i++) {
      const dx = column - square.width / 2
      const dy = row - square.height / 2
      const x = ellipse.centreX + cos * dx + sin * dy
      const y = ellipse.centreY - sin * dx + cos * dy
      if (x >= 0 && y >= 0 && x <= plane.widthPx - 1 && y <= plane.heightPx - 1) visit(i, x, y)
    }
  }
}

/** For every shift: in the real part the agreement of the fields, in the imaginary part the ground's energy under the mask; both by one inverse transform. */
function correlate({ field, mask }: Template, ground: LookGround, both: ComplexPlane): void {
  const last = side - 1
  for (let row = 0, i = 0; row < side; row++) {
    for (let column = 0; column < side; column++, i++) {
      // the real part of a picture has the Hermitian part of its spectrum
      const j = ((side - row) & last) * side + ((side - column) & last)
      const re = field.re[i]! * ground.field.re[i]! + field.im[i]! * ground.field.im[i]!
      const im = field.re[i]! * ground.field.im[i]! - field.im[i]! * ground.field.re[i]!
      const reOpposite = field.re[j]! * ground.field.re[j]! + field.im[j]! * ground.field.im[j]!
      const imOpposite = field.re[j]! * ground.field.im[j]! - field.im[j]! * ground.field.re[j]!
      const energyRe = mask.re[i]! * ground.energy.re[i]! + mask.im[i]! * ground.energy.im[i]!
      const energyIm = mask.re[i]! * ground.energy.im[i]! - mask.im[i]! * ground.energy.re[i]!
      both.re[i] = (re + reOpposite) / 2 - energyIm
      both.im[i] = (im - imOpposite) / 2 + energyRe
    }
  }
  fourier.inverse(both)
}
