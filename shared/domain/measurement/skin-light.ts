import { type HeadEllipse, headWidthPx } from '../head.ts'

/** 8-bit RGB pixels, row-major. */
export interface RgbPicture {
  readonly data: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** The light on the skin: medians in linear sRGB. */
export interface SkinLight {
  readonly luminance: number
  readonly redToBlue: number
}

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})
/** The head's edge, where hair and background mix in, is left out. */
const coreShare = 0.9
/** Skin is at least this bright beside the brightest of the head; hair and shadow are darker. */
const leastBrightness = 0.25
/** Nothing is clear from a channel that is full. */
const fullLevel = 252
/** Skin is smooth: the brightness around a place differs by less than this share; between strands of hair it differs more. */
const mostContrast = 0.45
/** How far around: this share of the head's width. */
const neighbourShare = 0.006
/** Ratios of skin in linear sRGB, under any usual light: redder than green, greener than blue or nearly. */
const redToGreen = [1.04, 4] as const
const greenToBlue = [0.9, 5] as const
/** With less skin than this share of the head it may as well be something else. */
const leastSkinShare = 0.25

/** The light on the skin inside a head's ellipse (pixels of this picture); undefined where too little of it is seen. */
export function measureSkinLight({ data, widthPx, heightPx }: RgbPicture, head: HeadEllipse): SkinLight | undefined {
  const neighbourPx = Math.max(1, Math.round(neighbourShare * headWidthPx(head)))
  const luminanceAt = (x: number, y: number) => {
    const at = 3 * (clamp(y, heightPx) * widthPx + clamp(x, widthPx))
    return luminanceOf(linear[data[at]!]!, linear[data[at + 1]!]!, linear[data[at + 2]!]!)
  }
  const isSmooth = (at: number, luminance: number) => {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)]
    const around = [
      luminanceAt(x - neighbourPx, y),
      luminanceAt(x + neighbourPx, y),
      luminanceAt(x, y - neighbourPx),
      luminanceAt(x, y + neighbourPx),
    ]
    return (
      Math.max(luminance, ...around) - Math.min(luminance, ...around) < mostContrast * Math.max(luminance, ...around)
    )
  }
  const luminances: number[] = []
  const skin: { luminance: number; redToBlue: number }[] = []
  for (const at of pixelsInside(head, coreShare, widthPx, heightPx)) {
    const [r, g, b] = [data[3 * at]!, data[3 * at + 1]!, data[3 * at + 2]!]
    const [red, green, blue] = [linear[r]!, linear[g]!, linear[b]!]
    const luminance = luminanceOf(red, green, blue)
    luminances.push(luminance)
    if (Math.max(r, g, b) >= fullLevel || blue <= 0) continue
    const hasSkinColour = isBetween(red / green, redToGreen) && isBetween(green / blue, greenToBlue)
    if (hasSkinColour && isSmooth(at, luminance)) skin.push({ luminance, redToBlue: red / blue })
  }
  if (luminances.length === 0) return undefined
  const brightest = quantile(luminances, 0.98)
  const lit = skin.filter(({ luminance }) => luminance >= leastBrightness * brightest)
  if (lit.length < leastSkinShare * luminances.length) return undefined
  return {
    luminance: quantile(
      lit.map(({ luminance }) => luminance),
      0.5,
    ),
    redToBlue: quantile(
      lit.map(({ redToBlue }) => redToBlue),
      0.5,
    ),
  }
}

function luminanceOf(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function clamp(place: number, length: number): number {
  return Math.min(Math.max(place, 0), length - 1)
}

function isBetween(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

function* pixelsInside(
  { centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse,
  share: number,
  widthPx: number,
  heightPx: number,
): Generator<number> {
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const u = (cos * (x - centreX) + sin * (y - centreY)) / radiusX
      const v = (-sin * (x - centreX) + cos * (y - centreY)) / radiusY
      if (u * u + v * v <= share * share) yield y * widthPx + x
    }
  }
}
