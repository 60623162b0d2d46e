import { typeface } from '../../ui/typeface.ts'

/** A line of text as it is painted. */
export interface TextLine {
  readonly text: string
  readonly px: number
  readonly weight: number
}

/** Distance of two lines, as a multiple of their size. */
export const lineHeight = 1.3

const plateColours = { dark: 'rgb(12 12 12 / 72%)', light: 'rgb(245 245 245 / 72%)' } as const

/** Paints the plate that text stands on. */
export function paintPlate(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  colour: keyof typeof plateColours = 'dark',
): void {
  context.fillStyle = plateColours[colour]
  context.beginPath()
  context.roundRect(left, top, width, height, 12)
  context.fill()
}

/** How wide a line is. */
export function widthOf(context: CanvasRenderingContext2D, line: TextLine): number {
  setFont(context, line)
  return context.measureText(line.text).width
}

/** Takes a line's font for what is written next. */
export function setFont(context: CanvasRenderingContext2D, { px, weight }: Omit<TextLine, 'text'>): void {
  context.font = `${weight} ${px}px ${typeface}`
}
