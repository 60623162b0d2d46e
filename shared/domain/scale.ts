import { z } from 'zod'
import { numberInWords } from '../words/formats.ts'
import { t } from '../words/translate.ts'
import { distance, type Point } from './geometry/points.ts'

/** Things whose size is the same everywhere, in millimetres: coins by their issuers' figures, cards by ISO/IEC 7810 ID-1. */
export const knownSizesMm = {
  'euro-1': 23.25,
  'euro-2': 25.75,
  'cent-50': 24.25,
  'us-quarter': 24.26,
  'uk-10p': 24.5,
  'swiss-franc': 23.2,
  card: 85.6,
} as const
export type KnownThing = keyof typeof knownSizesMm

const pointSchema = z.object({ x: z.number(), y: z.number() })

/**
 * How large things are in a photo: a line from `from` to `to` (upright full-size pixels, in the turn in which it was drawn) that is `lengthMm` long. `by` says what the
 * line lies on: something measured, the diameter of a round sticker, or a thing of known size.
 */
export const photoScaleSchema = z.object({
  from: pointSchema,
  to: pointSchema,
  lengthMm: z.number().min(0.5).max(1000),
  by: z.enum(['length', 'sticker', ...(Object.keys(knownSizesMm) as [KnownThing, ...KnownThing[]])]),
  quarterTurns: z.int().min(0).max(3),
})
export type PhotoScale = z.infer<typeof photoScaleSchema>

/** A scale's line is at least so long (px): a shorter one says nothing. */
export const shortestScalePx = 10

/** Millimetres per pixel of the photo. */
export function mmPerPixel({ from, to, lengthMm }: Pick<PhotoScale, 'from' | 'to' | 'lengthMm'>): number {
  return lengthMm / distance(from, to)
}

/** What lengths in a photo can be told in. */
export interface Ruler {
  readonly mmPerPixel: number | null
  /** Width of the head in the photo's pixels, where it is known. */
  readonly headWidthPx: number | null
}

/** A length between two points of a photo, in the best unit that its ruler allows. */
export type Length =
  | { readonly unit: 'mm'; readonly value: number }
  | { readonly unit: 'head'; readonly value: number }
  | { readonly unit: 'px'; readonly value: number }

/** The length of a line: in millimetres with a scale, else in per cent of the head's width, else in pixels. */
export function lengthOf(from: Point, to: Point, ruler: Ruler): Length {
  const lengthPx = distance(from, to)
  if (ruler.mmPerPixel !== null) return { unit: 'mm', value: lengthPx * ruler.mmPerPixel }
  if (ruler.headWidthPx !== null) return { unit: 'head', value: (100 * lengthPx) / ruler.headWidthPx }
  return { unit: 'px', value: lengthPx }
}

/** A length as it is said: "23.4 mm", "14.2 % of the head’s width". */
export function lengthInWords({ unit, value }: Length): string {
  switch (unit) {
    case 'mm':
      return t('{{length}} mm', { length: numberInWords(value, 1) })
    case 'head':
      return t('{{share}} % of the head’s width', { share: numberInWords(value, 1) })
    case 'px':
      return t('{{length}} px of the photo', { length: numberInWords(value) })
  }
}
