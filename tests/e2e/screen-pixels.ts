import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** A part of the screen as greys, row by row. */
export interface GreyPart {
  readonly widthPx: number
  readonly heightPx: number
  readonly greys: Float64Array
}

/** A place in the window, in CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Photographs the square about a place of the window, as greys. `turnDegrees` turns it afterwards, `scale` makes it smaller. */
export async function partAround(
  window: Page,
  { x, y }: Place,
  sidePx: number,
  { turnDegrees = 0, scale = 1 }: { turnDegrees?: number; scale?: number } = {},
): Promise<GreyPart> {
  const clip = { x: Math.round(x) - sidePx / 2, y: Math.round(y) - sidePx / 2, width: sidePx, height: sidePx }
  const reducedPx = Math.round(sidePx * scale)
  const { data, info } = await sharp(await window.screenshot({ clip, animations: 'disabled' }))
    .rotate(turnDegrees)
    .resize(reducedPx, reducedPx, { kernel: 'lanczos3' })
    // the grain that appears with zooming isn't where something lies
    .blur(1)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { widthPx: info.width, heightPx: info.height, greys: Float64Array.from(data) }
}

/** How alike two parts of one size are: mean difference of their greys (0 to 255). */
export function meanDifference(one: GreyPart, other: GreyPart): number {
  return one.greys.reduce((sum, grey, at) => sum + Math.abs(grey - other.greys[at]!), 0) / one.greys.length
}

/**
 * By how much (pixels, to a fraction) `part`'s picture lies beside that of `whole`, both about the same place: where the correlation of their greys, which doesn't
 * ask for brightness or contrast, is highest. `certainty` is that correlation, 0 to 1.
 */
export function offsetOf(part: GreyPart, whole: GreyPart, reachPx: number): Place & { readonly certainty: number } {
  const scores = new Map<string, number>()
  const scoreAt = (dx: number, dy: number) => {
    const key = `${dx} ${dy}`
    const known = scores.get(key) ?? correlation(part, whole, dx, dy, reachPx + 1)
    scores.set(key, known)
    return known
  }
  let best = { x: 0, y: 0, certainty: -1 }
  for (let dy = -reachPx; dy <= reachPx; dy++)
    for (let dx = -reachPx; dx <= reachPx; dx++)
      if (scoreAt(dx, dy) > best.certainty) best = { x: dx, y: dy, certainty: scoreAt(dx, dy) }
  const { x, y, certainty } = best
  const between = (before: number, after: number) => (after - before) / (2 * (2 * certainty - before - after) || 1)
  return {
    x: x + between(scoreAt(x - 1, y), scoreAt(x + 1, y)),
    y: y + between(scoreAt(x, y - 1), scoreAt(x, y + 1)),
    certainty,
  }
}

function correlation(part: GreyPart, whole: GreyPart, dx: number, dy: number, marginPx: number): number {
  const sidePx = Math.min(part.widthPx, whole.widthPx) - 2 * marginPx
  const startOf = ({ widthPx, heightPx }: GreyPart) => [(widthPx - sidePx) >> 1, (heightPx - sidePx) >> 1] as const
  const [[left, top], [wholeLeft, wholeTop]] = [startOf(part), startOf(whole)]
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
  for (let j = 0; j < sidePx; j++) {
    for (let i = 0; i < sidePx; i++) {
      const p = part.greys[(top + j) * part.widthPx + left + i]!
      const q = whole.greys[(wholeTop + j + dy) * whole.widthPx + wholeLeft + i + dx]!
      a += p
      b += q
      aa += p * p
      bb += q * q
      ab += p * q
    }
  }
  const count = sidePx * sidePx
  return (ab - (a * b) / count) / Math.sqrt((aa - (a * a) / count) * (bb - (b * b) / count) || 1)
}
