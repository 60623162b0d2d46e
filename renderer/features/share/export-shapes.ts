import type { ExportShape } from '../../../shared/domain/export-look.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'

/** The shapes that networks ask for, in pixels. */
const fixedShapes = {
  '4:5': { widthPx: 1080, heightPx: 1350 },
  '1:1': { widthPx: 1080, heightPx: 1080 },
  '3:4': { widthPx: 1080, heightPx: 1440 },
  '9:16': { widthPx: 1080, heightPx: 1920 },
  '16:9': { widthPx: 1920, heightPx: 1080 },
} as const satisfies Record<Exclude<ExportShape, 'original'>, Size>

/** A rectangle of the exported picture in its pixels. */
export interface Rectangle extends Size {
  readonly left: number
  readonly top: number
}

/** No canvas, and no pane that is drawn, is larger on a side. */
const largestSidePx = 4096
/** Of a reel, only so much of the middle is never covered by a network's own signs. */
const reelSafeHeightPx = 1420
/** A profile's grid shows the middle of a picture in this shape. */
const gridShape = 3 / 4

/** The size of a picture; `photo` is how large the originals' cells would be, all of them together. Even numbers: videos take no others. */
export function sizeOfShape(shape: ExportShape, photo: Size): Size {
  if (shape !== 'original') return fixedShapes[shape]
  const factor = Math.min(1, largestSidePx / Math.max(photo.widthPx, photo.heightPx))
  return { widthPx: even(photo.widthPx * factor), heightPx: even(photo.heightPx * factor) }
}

/** The part in which everything that is written stays visible: in a profile's grid, and under a reel's buttons. */
export function safeAreaOf(shape: ExportShape, { widthPx, heightPx }: Size): Rectangle {
  const whole = { left: 0, top: 0, widthPx, heightPx }
  if (shape === 'original' || shape === '16:9') return whole
  const safeWidth = Math.min(widthPx, heightPx * gridShape)
  const safeHeight = shape === '9:16' ? reelSafeHeightPx : heightPx
  return {
    left: (widthPx - safeWidth) / 2,
    top: (heightPx - safeHeight) / 2,
    widthPx: safeWidth,
    heightPx: safeHeight,
  }
}

/** A shape's name with its size: "4:5  ·  1080 × 1350". */
export function shapeLabel(shape: ExportShape): string {
  if (shape === 'original') return t('Original size')
  const { widthPx, heightPx } = fixedShapes[shape]
  return `${shape}  ·  ${widthPx} × ${heightPx}`
}

function even(lengthPx: number): number {
  return Math.max(2, 2 * Math.floor(lengthPx / 2))
}
