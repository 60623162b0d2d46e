import { type Carrier, carriedLines } from '../../../shared/domain/carry-drawing.ts'
import type { Drawing, DrawnShape } from '../../../shared/domain/drawing.ts'
import { shownShape } from '../../../shared/domain/drawing-on-photo.ts'
import { kindOf, zoneWord } from '../../../shared/domain/drawing-words.ts'
import { type DrawnLines, linesOf } from '../../../shared/domain/drawn-lines.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { lengthInWords, lengthOf, type Ruler } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'
import { paintingOrder } from './drawing-style.ts'
import type { PaintedDrawing } from './paint-drawing.ts'

/** A shape as it is painted in its own photo's frame; `ruler` says what its lengths are told in. */
export function paintedShape(drawingId: string, name: string, shape: DrawnShape, ruler: Ruler): PaintedDrawing {
  return {
    drawingId,
    kind: kindOf(shape),
    drawn: knownLinesOf(shape),
    label: labelOf(name, shape, ruler),
    edge: shape.kind === 'hairline' ? shape.edge : null,
  }
}

const known = new WeakMap<DrawnShape, DrawnLines>()

/** The lines of a shape, worked out once: while the photo is moved they are asked for with every frame. */
function knownLinesOf(shape: DrawnShape): DrawnLines {
  const lines = known.get(shape) ?? linesOf(shape)
  known.set(shape, lines)
  return lines
}

/** A drawing as it is painted in the frame that its points are carried into. */
export function paintedDrawing(drawing: Drawing, photo: Photo, ruler: Ruler, carry: Carrier): PaintedDrawing {
  const { drawingId, name } = drawing
  return carriedDrawing(paintedShape(drawingId, name, shownShape(drawing, photo), ruler), carry)
}

/** What is painted, carried into another frame; what is written to it stays. */
export function carriedDrawing(painted: PaintedDrawing, carry: Carrier): PaintedDrawing {
  return { ...painted, drawn: carriedLines(painted.drawn, carry) }
}

/** In the order of painting. */
export function inPaintingOrder(drawings: readonly PaintedDrawing[]): PaintedDrawing[] {
  return drawings.toSorted((a, b) => paintingOrder.indexOf(a.kind) - paintingOrder.indexOf(b.kind))
}

function labelOf(name: string, shape: DrawnShape, ruler: Ruler): string | null {
  switch (shape.kind) {
    case 'zone':
      return name || zoneWord(shape.zone)
    case 'hairline':
      return name || t('Hairline')
    case 'text':
      return shape.text
    case 'measure': {
      const length = lengthInWords(lengthOf(shape.from, shape.to, ruler))
      return name ? `${name}  ·  ${length}` : length
    }
    default:
      return name || null
  }
}
