import type { DrawingKind } from '../../../shared/domain/drawing-words.ts'

/** How the lines of a kind look: a light core on a dark edge, so that it is seen on every skin; told apart by dashes too, never by colour alone. Lengths in pixels. */
export interface DrawingStyle {
  readonly core: string
  readonly widthPx: number
  /** Lengths of strokes and gaps, in turn; empty: without gaps. */
  readonly dash: readonly number[]
  /** What lies over the inside of a closed line. */
  readonly fill: string | null
}

/** The dark line under every light one. */
export const edgeColour = 'rgb(10 10 10 / 78%)'
export const edgePx = 1.6

const line = (core: string, dash: readonly number[] = [], fill: string | null = null, widthPx = 2.2): DrawingStyle => ({
  core,
  widthPx,
  dash,
  fill,
})

/** The colours stay apart for every kind of colour vision (Okabe and Ito 2008, lightened for skin). */
export const drawingStyles: { readonly [Kind in DrawingKind]: DrawingStyle } = {
  treated: line('#7ff0c8', [], 'rgb(127 240 200 / 10%)'),
  reference: line('#8fd0ff', [14, 6], 'rgb(143 208 255 / 10%)'),
  avoid: line('#ffae8f', [3, 5], 'rgb(255 174 143 / 12%)', 2.6),
  blend: line('#ffe27a', [14, 5, 3, 5], 'rgb(255 226 122 / 10%)'),
  hairline: line('#ffffff', [], null, 2.8),
  arrow: line('#ffffff'),
  circle: line('#ffffff'),
  text: line('#ffffff'),
  brush: line('rgb(226 190 255 / 50%)'),
  measure: line('#ffffff', [], null, 1.8),
}

/** Kinds in the order in which they are painted: what is small lies on top. */
export const paintingOrder: readonly DrawingKind[] = [
  'brush',
  'treated',
  'reference',
  'blend',
  'avoid',
  'hairline',
  'circle',
  'arrow',
  'measure',
  'text',
]
