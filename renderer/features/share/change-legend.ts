import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import { t } from '../../../shared/words/translate.ts'
import { changeNotes } from '../../viewer/change/change-notes.ts'
import { changeRamp, legendColour, legendSteps } from '../../viewer/change/change-ramps.ts'
import type { ChangeLook } from '../../viewer/change/change-request.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { lineHeight, paintPlate, setFont, type TextLine, widthOf } from './canvas-text.ts'

/** What is written beside the colours of a change. */
export interface ChangeLegend {
  readonly look: ChangeLook
  /** What the two ends of the scale mean. */
  readonly ends: readonly [string, string]
  /** What has to be known before the colours are read. */
  readonly notes: readonly string[]
}

/** The legend of a comparison that shows a change; undefined for any other. */
export function legendOf(
  { change, alignment, reference, moving }: ShownComparison,
  captions: Readonly<Record<'reference' | 'moving', PhotoCaption>>,
): ChangeLegend | undefined {
  if (!change) return undefined
  const { look, corrections } = change
  return {
    look,
    ends:
      look.kind === 'heat-map'
        ? [t('Darker than {{photo}}', { photo: captions.reference.stage }), t('Lighter')]
        : [t('Alike'), t('Differs')],
    notes: changeNotes({
      outcome: alignment?.outcome,
      isLightMatched: Boolean(corrections.reference ?? corrections.moving),
      reference: { stage: reference.stage, caption: captions.reference },
      moving: { stage: moving.stage, caption: captions.moving },
    }),
  }
}

const labelPx = 26
const notePx = 24
const rampWidthPx = 220
const hatchWidthPx = 36
const paddingPx = 18
const gapPx = 16
const marginPx = 36

/** Paints the legend on a plate in the upper corner of a room: the scale with its two ends, below it the notes. Gives the lower edge of the plate. */
export function paintChangeLegend(
  context: CanvasRenderingContext2D,
  { look, ends, notes }: ChangeLegend,
  roomTop: number,
  roomLeft: number,
  roomWidth: number,
): number {
  const [top, left] = [roomTop + marginPx, roomLeft + marginPx]
  const label = (text: string): TextLine => ({ text, px: labelPx, weight: 500 })
  const note = (text: string): TextLine => ({ text, px: notePx, weight: 400 })
  const [first, last] = [label(ends[0]), label(ends[1])]
  const widest = roomWidth - 2 * marginPx - 2 * paddingPx
  const hatched = label(t('In one photo only'))
  const scaleWidth = widthOf(context, first) + widthOf(context, last) + rampWidthPx + 2 * gapPx
  const rowWidth = scaleWidth + hatchWidthPx + widthOf(context, hatched) + 2.5 * gapPx
  const width = Math.min(widest, Math.max(rowWidth, ...notes.map((text) => widthOf(context, note(text)))))
  const height = labelPx * lineHeight + notes.length * notePx * lineHeight + 1.2 * paddingPx
  paintPlate(context, left, top, width + 2 * paddingPx, height)
  const baseline = top + 0.6 * paddingPx + labelPx
  let x = left + paddingPx
  write(context, first, x, baseline, widest)
  x += widthOf(context, first) + gapPx
  paintRamp(context, look, x, baseline - labelPx * 0.75)
  write(context, last, x + rampWidthPx + gapPx, baseline, widest)
  x = left + paddingPx + scaleWidth + 1.5 * gapPx
  paintHatch(context, x, baseline - labelPx * 0.75)
  write(context, hatched, x + hatchWidthPx + gapPx, baseline, widest)
  for (const [index, text] of notes.entries())
    write(context, note(text), left + paddingPx, baseline + (index + 1) * notePx * lineHeight, widest)
  return top + height
}

function write(context: CanvasRenderingContext2D, line: TextLine, x: number, y: number, widest: number): void {
  setFont(context, line)
  context.fillStyle = '#ffffff'
  context.fillText(line.text, x, y, widest)
}

function paintRamp(context: CanvasRenderingContext2D, look: ChangeLook, left: number, top: number): void {
  const ramp = changeRamp(look.kind)
  const [first, last] = legendSteps(look.kind)
  for (let x = 0; x < rampWidthPx; x++) {
    context.fillStyle = legendColour(look, first + ((x + 0.5) / rampWidthPx) * (last - first), ramp)
    context.fillRect(left + x, top, 1, labelPx * 0.8)
  }
}

function paintHatch(context: CanvasRenderingContext2D, left: number, top: number): void {
  const heightPx = labelPx * 0.8
  context.fillStyle = 'rgb(52 52 52)'
  context.fillRect(left, top, hatchWidthPx, heightPx)
  context.strokeStyle = 'rgb(132 132 132)'
  context.lineWidth = 2
  context.save()
  context.beginPath()
  context.rect(left, top, hatchWidthPx, heightPx)
  context.clip()
  context.beginPath()
  for (let x = 0; x < hatchWidthPx + heightPx; x += 9) {
    context.moveTo(left + x, top)
    context.lineTo(left + x - heightPx, top + heightPx)
  }
  context.stroke()
  context.restore()
}
