import type { Point } from '../../../shared/domain/geometry/points.ts'
import { typeface } from '../../ui/typeface.ts'
import type { PaintingPlace } from './painting-place.ts'

const letterPx = 13
const paddingPx = 6
const heightPx = 21
const gapPx = 9
/** So far a label stays from the edge of what is painted on. */
const marginPx = 4
/** Longer texts are cut. */
const widestPx = 300

/** Writes a label on a dark plate, above a point or on it, and wholly inside what is painted on as long as the point is. */
export function paintLabel(
  context: CanvasRenderingContext2D,
  text: string,
  at: Point,
  { size, lineScale }: Pick<PaintingPlace, 'size' | 'lineScale'>,
  side: 'above' | 'on',
): void {
  const isSeen = at.x >= 0 && at.y >= 0 && at.x <= size.widthPx && at.y <= size.heightPx
  if (!isSeen) return
  context.font = `600 ${letterPx * lineScale}px ${typeface}`
  const shown = shortened(text, (part) => context.measureText(part).width <= widestPx * lineScale)
  const width = context.measureText(shown).width + 2 * paddingPx * lineScale
  const height = heightPx * lineScale
  const margin = marginPx * lineScale
  const wantedTop = side === 'above' ? at.y - height - gapPx * lineScale : at.y - height / 2
  const left = inside(at.x - width / 2, margin, size.widthPx - margin - width)
  const top = inside(wantedTop, margin, size.heightPx - margin - height)
  context.fillStyle = 'rgb(14 14 14 / 82%)'
  context.beginPath()
  context.roundRect(left, top, width, height, 5 * lineScale)
  context.fill()
  context.fillStyle = '#ffffff'
  context.textBaseline = 'middle'
  context.fillText(shown, left + paddingPx * lineScale, top + height / 2 + 0.5 * lineScale)
}

function shortened(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text
  let length = text.length
  while (length > 1 && !fits(`${text.slice(0, length)}…`)) length--
  return `${text.slice(0, length)}…`
}

function inside(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least)
}
