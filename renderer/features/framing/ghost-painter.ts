import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { typeface } from '../../ui/typeface.ts'

/** What of a photo is left on a framing sheet. */
export interface Ghost {
  /** Size of the photo as shown, in its own pixels: the frame of `outline`. */
  readonly frame: Size
  /** The photo's edges: opacities (0 to 255) of a picture of this size. */
  readonly edges: { readonly size: Size; readonly opacities: Uint8ClampedArray }
  readonly outline: HeadEllipse | null
  /** Written in the corners: what is looked at at the top, the hints at the bottom. */
  readonly title: string
  readonly lines: readonly string[]
}

/** `camera`: white with a dark rim, to be laid over whatever a camera sees. `paper`: dark, on white. */
export type GhostMedium = 'camera' | 'paper'

const longestSidePx = 2000
const textPx = 36
const inks = {
  camera: { line: '#ffffff', rim: 'rgb(0 0 0 / 60%)', edge: [255, 255, 255] },
  paper: { line: '#101010', rim: 'rgb(255 255 255 / 85%)', edge: [40, 40, 40] },
} as const

/** Size of a ghost's picture: the photo's shape, its longest side 2000 pixels. */
export function ghostSizeOf(frame: Size): Size {
  const scale = longestSidePx / Math.max(frame.widthPx, frame.heightPx)
  return { widthPx: Math.round(frame.widthPx * scale), heightPx: Math.round(frame.heightPx * scale) }
}

/** Paints a ghost into a context of exactly its size; what isn't a line stays clear. */
export function paintGhost(context: CanvasRenderingContext2D, ghost: Ghost, medium: GhostMedium): void {
  const size = ghostSizeOf(ghost.frame)
  const scale = size.widthPx / ghost.frame.widthPx
  context.clearRect(0, 0, size.widthPx, size.heightPx)
  paintEdges(context, ghost.edges, size, inks[medium].edge)
  stroke(context, medium, 3, [18, 14], () => {
    for (const third of [1 / 3, 2 / 3]) {
      context.moveTo(third * size.widthPx, 0)
      context.lineTo(third * size.widthPx, size.heightPx)
      context.moveTo(0, third * size.heightPx)
      context.lineTo(size.widthPx, third * size.heightPx)
    }
  })
  if (ghost.outline) paintOutline(context, ghost.outline, scale, medium)
  paintText(context, ghost.title, 96, medium)
  for (const [index, line] of ghost.lines.toReversed().entries())
    paintText(context, line, size.heightPx - 44 - index * textPx * 1.35, medium)
}

function paintEdges(
  context: CanvasRenderingContext2D,
  { size, opacities }: Ghost['edges'],
  target: Size,
  [red, green, blue]: readonly [number, number, number],
): void {
  const picture = new ImageData(size.widthPx, size.heightPx)
  for (let at = 0; at < opacities.length; at++) {
    picture.data[4 * at] = red
    picture.data[4 * at + 1] = green
    picture.data[4 * at + 2] = blue
    picture.data[4 * at + 3] = opacities[at]!
  }
  const small = new OffscreenCanvas(size.widthPx, size.heightPx)
  small.getContext('2d')!.putImageData(picture, 0, 0)
  context.drawImage(small, 0, 0, target.widthPx, target.heightPx)
}

function paintOutline(context: CanvasRenderingContext2D, head: HeadEllipse, scale: number, medium: GhostMedium): void {
  const [x, y] = [(head.centreX + 0.5) * scale, (head.centreY + 0.5) * scale]
  stroke(context, medium, 8, [], () =>
    context.ellipse(
      x,
      y,
      head.radiusX * scale,
      head.radiusY * scale,
      (head.angleDegrees * Math.PI) / 180,
      0,
      2 * Math.PI,
    ),
  )
  const armPx = 36
  stroke(context, medium, 5, [], () => {
    context.moveTo(x - armPx, y)
    context.lineTo(x + armPx, y)
    context.moveTo(x, y - armPx)
    context.lineTo(x, y + armPx)
  })
}

/** A line with a rim, so that it is seen on light and on dark. */
function stroke(
  context: CanvasRenderingContext2D,
  medium: GhostMedium,
  widthPx: number,
  dash: number[],
  trace: () => void,
): void {
  const { line, rim } = inks[medium]
  context.setLineDash(dash)
  for (const [style, width] of [
    [rim, widthPx + 5],
    [line, widthPx],
  ] as const) {
    context.strokeStyle = style
    context.lineWidth = width
    context.beginPath()
    trace()
    context.stroke()
  }
  context.setLineDash([])
}

function paintText(context: CanvasRenderingContext2D, text: string, y: number, medium: GhostMedium): void {
  const { line, rim } = inks[medium]
  context.font = `600 ${textPx}px ${typeface}`
  context.lineJoin = 'round'
  context.textBaseline = 'alphabetic'
  context.strokeStyle = rim
  context.lineWidth = 8
  context.strokeText(text, 40, y)
  context.fillStyle = line
  context.fillText(text, 40, y)
}
