import { type QuarterTurns, turned } from '../../../shared/domain/geometry/quarter-turns.ts'
import type { ShownDrawings } from '../../viewer/shown-comparison.ts'
import { ownTextBottom, type PhotoText, paintOwnText, paintPhotoTexts, textUnitOf } from './caption-painter.ts'
import { type ChangeLegend, paintChangeLegend } from './change-legend.ts'
import { paintDrawings } from './export-drawings.ts'
import type { ExportLayout, ExportPane } from './export-layout.ts'
import type { Rectangle } from './export-shapes.ts'
import type { Scene } from './scene.ts'
import { legendPlace, paintSign, type StudioMark } from './sign-painter.ts'

/** Everything that the exported picture shows. */
export interface PaintedComparison {
  readonly layout: ExportLayout
  readonly scene: Scene
  readonly pictures: {
    /** The panes as the engine drew them, at exactly their size. */
    readonly panes: readonly CanvasImageSource[]
    /** Difference and heat map: the change between both, as large as they are. */
    readonly change?: CanvasImageSource | undefined
  }
  /** Of each pane. */
  readonly texts: readonly PhotoText[]
  /** What is drawn over the photos of a pair; null where that isn't wanted. */
  readonly drawings: ShownDrawings | null
  /** A line of the user's own over the whole picture. */
  readonly ownText: string
  /** What stands for the studio; null: nothing does. */
  readonly sign: StudioMark | null
  /** Difference and heat map: what the colours mean. */
  readonly legend?: ChangeLegend | undefined
}

const surround = '#1c1c1c'

/** Paints the picture that is saved, or one of a film; the canvas must have the layout's size. */
export function paintComparison(context: CanvasRenderingContext2D, comparison: PaintedComparison): void {
  const { layout, scene, ownText, legend, drawings, sign } = comparison
  const { widthPx, heightPx } = layout.size
  context.globalAlpha = 1
  context.fillStyle = surround
  context.fillRect(0, 0, widthPx, heightPx)
  paintPhotos(context, comparison)
  if (drawings) paintDrawings(context, { layout, areBeside: scene.kind === 'beside' }, drawings)
  paintPhotoTexts(context, comparison)
  if (ownText) paintOwnText(context, ownText, layout)
  const ofLegend = legend ? paintLegend(context, legend, comparison) : null
  if (sign) paintSign(context, comparison, sign, ofLegend)
}

function paintLegend(
  context: CanvasRenderingContext2D,
  legend: ChangeLegend,
  { layout, ownText }: PaintedComparison,
): Rectangle {
  const unit = textUnitOf(layout.size)
  const { left, top, widthPx: room } = layout.safe
  context.save()
  context.scale(unit, unit)
  const from = ownText ? ownTextBottom(layout) : top / unit
  const bottom = paintChangeLegend(context, legend, from, left / unit, room / unit)
  context.restore()
  return legendPlace(layout, bottom)
}

function paintPhotos(context: CanvasRenderingContext2D, { layout, scene, pictures }: PaintedComparison): void {
  const paint = (index: number, opacity = 1) => {
    const [picture, pane] = [pictures.panes[index], layout.panes[index]]
    if (picture && pane) paintPane(context, picture, pane, layout.quarterTurns, opacity)
  }
  switch (scene.kind) {
    case 'beside':
      for (const index of layout.panes.keys()) paint(index)
      return
    case 'overlay':
      paint(0)
      paint(1, scene.opacity)
      return
    case 'one':
      paint(scene.index)
      if (scene.fade > 0) paint(scene.index + 1, scene.fade)
      return
    case 'change':
      if (pictures.change) paintPane(context, pictures.change, layout.panes[0]!, layout.quarterTurns, 1)
      else paint(0)
      return
    case 'split':
      paint(0)
      paintBeyond(context, splitOf(layout, scene), () => paint(1))
  }
}

/** A pane's own pixels, turned about the middle of its place. */
function paintPane(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  { place }: ExportPane,
  quarterTurns: QuarterTurns,
  opacity: number,
): void {
  context.globalAlpha = opacity
  if (quarterTurns === 0) context.drawImage(picture, place.left, place.top, place.widthPx, place.heightPx)
  else {
    const { x, y } = turned({ x: place.widthPx, y: place.heightPx }, quarterTurns)
    const [width, height] = [Math.abs(x), Math.abs(y)]
    context.save()
    context.translate(place.left + place.widthPx / 2, place.top + place.heightPx / 2)
    context.rotate((quarterTurns * Math.PI) / 2)
    context.drawImage(picture, -width / 2, -height / 2, width, height)
    context.restore()
  }
  context.globalAlpha = 1
}

interface Split {
  readonly beyond: Rectangle
  readonly line: Rectangle
}

function splitOf({ size }: ExportLayout, { at, direction }: Scene & { kind: 'split' }): Split {
  const { widthPx, heightPx } = size
  const thick = 4 * textUnitOf(size)
  if (direction === 'above') {
    const top = Math.round(at * heightPx)
    return {
      beyond: { left: 0, top, widthPx, heightPx: heightPx - top },
      line: { left: 0, top: top - thick / 2, widthPx, heightPx: thick },
    }
  }
  const left = Math.round(at * widthPx)
  return {
    beyond: { left, top: 0, widthPx: widthPx - left, heightPx },
    line: { left: left - thick / 2, top: 0, widthPx: thick, heightPx },
  }
}

/** Paints only beyond a split, and the line on it. */
function paintBeyond(context: CanvasRenderingContext2D, { beyond, line }: Split, paint: () => void): void {
  const { left, top, widthPx, heightPx } = beyond
  context.save()
  context.beginPath()
  context.rect(left, top, widthPx, heightPx)
  context.clip()
  context.fillStyle = surround
  context.fillRect(left, top, widthPx, heightPx)
  paint()
  context.restore()
  context.fillStyle = '#ffffff'
  context.fillRect(line.left, line.top, line.widthPx, line.heightPx)
}
