/**
 * An upright sRGB picture in memory. `data` is RGB, 3 bytes a pixel, row-major, `widthPx` × `heightPx`.
 * `fullWidthPx` × `fullHeightPx` is the size before reduction, upright and turned alike.
 */
export interface Pixels {
  readonly data: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  readonly fullWidthPx: number
  readonly fullHeightPx: number
}

/** How stored pixels become upright: mirrored left to right first, then turned clockwise by quarters. */
export interface Turn {
  readonly isMirrored: boolean
  readonly quarterTurns: number
}

const turnsByOrientation: readonly Turn[] = [
  { isMirrored: false, quarterTurns: 0 },
  { isMirrored: true, quarterTurns: 0 },
  { isMirrored: false, quarterTurns: 2 },
  { isMirrored: true, quarterTurns: 2 },
  { isMirrored: true, quarterTurns: 3 },
  { isMirrored: false, quarterTurns: 1 },
  { isMirrored: true, quarterTurns: 1 },
  { isMirrored: false, quarterTurns: 3 },
]

/** The turn that an EXIF orientation (1 to 8) asks for; anything else asks for none. */
export function turnOfOrientation(orientation: number | undefined): Turn {
  return turnsByOrientation[(orientation ?? 1) - 1] ?? { isMirrored: false, quarterTurns: 0 }
}

/** Size of a picture after a turn. */
export function turnedSize(widthPx: number, heightPx: number, turn: Turn): { widthPx: number; heightPx: number } {
  return turn.quarterTurns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx }
}

/** Largest size of the same shape with no side above `longestSidePx`; never enlarged, never below 1 pixel. */
export function reducedSize(
  widthPx: number,
  heightPx: number,
  longestSidePx: number | null,
): { widthPx: number; heightPx: number } {
  const factor = longestSidePx === null ? 1 : Math.min(1, longestSidePx / Math.max(widthPx, heightPx))
  return { widthPx: Math.max(1, Math.round(widthPx * factor)), heightPx: Math.max(1, Math.round(heightPx * factor)) }
}
