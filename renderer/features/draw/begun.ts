import { shownScale } from '../../../shared/domain/drawing-on-photo.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { smoothCurve } from '../../../shared/domain/geometry/smooth-curve.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { lengthInWords, type Ruler } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'
import { paintedShape } from '../../viewer/drawings/painted-drawing.ts'
import { shapeOf } from './draft.ts'
import type { DrawState } from './use-draw-state.ts'

const begunId = 'begun'

/** What is begun, as far as it can be painted: placed points go on to where one aims, a scale's line asks for its length. The photo's scale is seen while the tool is in hand. */
export function paintedBegun(state: DrawState, aim: Point | null, photo: Photo, ruler: Ruler): PaintedDrawing[] {
  const { tool, question, stroke, points, settings } = state
  if (question?.kind === 'text') return [paintedShape(begunId, '', { ...question, text: '…' }, ruler)]
  if (question?.kind === 'scale') return [lineOf(question.from, question.to, '?')]
  const { widthPx, heightPx } = shownSize(photo)
  const drawn = stroke.length > 0 ? stroke : points.length > 0 && aim ? [...points, aim] : points
  const [from, to] = drawn
  if (tool === 'select') return []
  if (tool === 'scale') return from && to ? [lineOf(from, to, null)] : scaleOf(photo)
  if (!from) return []
  const isFree = stroke.length > 0 && (tool === 'zone' || tool === 'hairline')
  const shape = isFree ? null : shapeOf(tool, drawn, settings, Math.max(widthPx, heightPx))
  if (shape)
    return [{ ...paintedShape(begunId, '', shape, ruler), ...(shape.kind === 'measure' ? {} : { label: null }) }]
  return drawn.length > 1 ? [openLine(drawn, isFree, state)] : []
}

/** What isn't closed yet, in the look of what it becomes. */
function openLine(points: readonly Point[], isFree: boolean, { tool, settings }: DrawState): PaintedDrawing {
  return {
    drawingId: begunId,
    kind: tool === 'zone' ? settings.zone : 'hairline',
    drawn: {
      lines: [isFree ? points : smoothCurve(points, false)],
      isClosed: false,
      widthPx: null,
      labelAt: points[0]!,
    },
    label: null,
    edge: tool === 'hairline' ? settings.edge : null,
  }
}

function scaleOf(photo: Photo): PaintedDrawing[] {
  if (!photo.scale) return []
  const { from, to, lengthMm } = shownScale(photo.scale, photo)
  return [lineOf(from, to, t('Scale: {{length}}', { length: lengthInWords({ unit: 'mm', value: lengthMm }) }))]
}

function lineOf(from: Point, to: Point, label: string | null): PaintedDrawing {
  const noRuler = { mmPerPixel: null, headWidthPx: null }
  return { ...paintedShape(begunId, '', { kind: 'measure', from, to }, noRuler), label }
}
