import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import type { ExportLayout, Rectangle } from './export-layout.ts'

/** What is written on a photo: a title, and a line under it. */
export interface PhotoText {
  readonly title: string
  readonly detail: string | null
}

/** Everything that the exported picture shows. */
export interface PaintedComparison {
  readonly layout: ExportLayout
  readonly mode: ComparisonMode
  readonly opacity: number
  /** The panes as the engine drew them, at exactly their size. */
  readonly pictures: { readonly reference: CanvasImageSource; readonly moving: CanvasImageSource }
  readonly texts: { readonly reference: PhotoText; readonly moving: PhotoText }
  /** A line of the user's own, such as the studio's name. */
  readonly ownText: string
}

const surround = '#1c1c1c'
const plateColour = 'rgb(12 12 12 / 72%)'
const typeface = 'Inter, "Segoe UI", system-ui, "Helvetica Neue", "DejaVu Sans", sans-serif'
const titlePx = 36
const detailPx = 28
const lineHeight = 1.3
/** Nothing is written closer to the edge: networks lay their own signs there. */
const marginPx = 36
const paddingPx = 18
/** A photo of which the slider leaves less than this isn’t named. */
const leastSeenPx = 24

/** Paints the picture that is saved; the canvas must have the layout's size. */
export function paintComparison(context: CanvasRenderingContext2D, comparison: PaintedComparison): void {
  const { layout, mode, pictures, texts, ownText } = comparison
  const { widthPx, heightPx } = layout.size
  context.globalAlpha = 1
  context.fillStyle = surround
  context.fillRect(0, 0, widthPx, heightPx)
  paintPane(context, pictures.reference, layout.reference.place)
  if (mode === 'slider') paintRightOfSplit(context, comparison)
  else paintPane(context, pictures.moving, layout.moving.place, mode === 'overlay' ? comparison.opacity : 1)
  const split = mode === 'slider' ? Math.round(layout.split * widthPx) : undefined
  const isSeen = (seenPx: number) => split === undefined || seenPx >= leastSeenPx
  if (isSeen(split ?? 0)) paintText(context, texts.reference, layout.reference.covered, 'left')
  if (isSeen(widthPx - (split ?? 0)))
    paintText(context, texts.moving, layout.moving.covered, mode === 'side-by-side' ? 'left' : 'right')
  if (ownText) paintOwnText(context, ownText, widthPx)
}

function paintPane(context: CanvasRenderingContext2D, picture: CanvasImageSource, place: Rectangle, opacity = 1): void {
  context.globalAlpha = opacity
  context.drawImage(picture, place.left, place.top, place.widthPx, place.heightPx)
  context.globalAlpha = 1
}

function paintRightOfSplit(context: CanvasRenderingContext2D, { layout, pictures }: PaintedComparison): void {
  const { widthPx, heightPx } = layout.size
  const split = Math.round(layout.split * widthPx)
  context.save()
  context.beginPath()
  context.rect(split, 0, widthPx - split, heightPx)
  context.clip()
  context.fillStyle = surround
  context.fillRect(split, 0, widthPx - split, heightPx)
  paintPane(context, pictures.moving, layout.moving.place)
  context.restore()
  context.fillStyle = '#ffffff'
  context.fillRect(split - 2, 0, 4, heightPx)
}

/** A title and its line on a plate in a lower corner of what a photo covers. */
function paintText(
  context: CanvasRenderingContext2D,
  { title, detail }: PhotoText,
  photo: Rectangle,
  side: 'left' | 'right',
): void {
  const lines = [{ text: title, px: titlePx, weight: 600 }]
  if (detail) lines.push({ text: detail, px: detailPx, weight: 400 })
  const widest = photo.widthPx - 2 * marginPx - 2 * paddingPx
  const width = Math.min(widest, Math.max(...lines.map((line) => widthOf(context, line)))) + 2 * paddingPx
  const height = lines.reduce((sum, { px }) => sum + px * lineHeight, 0) + 1.2 * paddingPx
  const left = side === 'left' ? photo.left + marginPx : photo.left + photo.widthPx - marginPx - width
  const top = photo.top + photo.heightPx - marginPx - height
  paintPlate(context, left, top, width, height)
  let baseline = top + 0.6 * paddingPx
  context.fillStyle = '#ffffff'
  for (const line of lines) {
    setFont(context, line)
    context.fillText(line.text, left + paddingPx, baseline + line.px, widest)
    baseline += line.px * lineHeight
  }
}

function paintOwnText(context: CanvasRenderingContext2D, text: string, canvasWidthPx: number): void {
  const line = { text, px: detailPx, weight: 500 }
  const widest = canvasWidthPx - 2 * marginPx - 2 * paddingPx
  const width = Math.min(widest, widthOf(context, line)) + 2 * paddingPx
  paintPlate(context, marginPx, marginPx, width, detailPx * lineHeight + 1.2 * paddingPx)
  context.fillStyle = '#ffffff'
  context.fillText(text, marginPx + paddingPx, marginPx + 0.6 * paddingPx + detailPx, widest)
}

function paintPlate(context: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
  context.fillStyle = plateColour
  context.beginPath()
  context.roundRect(left, top, width, height, 12)
  context.fill()
}

function widthOf(context: CanvasRenderingContext2D, line: { text: string; px: number; weight: number }): number {
  setFont(context, line)
  return context.measureText(line.text).width
}

function setFont(context: CanvasRenderingContext2D, { px, weight }: { px: number; weight: number }): void {
  context.font = `${weight} ${px}px ${typeface}`
}
