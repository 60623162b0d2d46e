import type { SkinMap } from '../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { changeRamp } from '../../viewer/change/change-ramps.ts'

/** Pigment beside the zone's median: below and above this everything has the last colour (assessment-measurements, step 6). */
const leastInk = 0.6
const mostInk = 1.4
/** Pixels that a value of the map becomes. */
const pixelsPerValue = 4
const hatchGapPx = 9

/** Where a map lies in its frame, outer edges included. */
export function placeOfMap({ columns, rows, originX, originY, stepX, stepY }: SkinMap) {
  return { left: originX - stepX / 2, top: originY - stepY / 2, width: columns * stepX, height: rows * stepY }
}

/** How large a map is painted. */
export function paintedSizeOf({ columns, rows }: SkinMap) {
  return { width: columns * pixelsPerValue, height: rows * pixelsPerValue }
}

/** Paints a map of darkness inside its zone: lighter skin yellow, darker skin blue (cividis); what isn't judged is hatched. `outlines` in the map's frame. */
export function paintSkinMap(
  context: CanvasRenderingContext2D,
  map: SkinMap,
  outlines: readonly (readonly Point[])[],
): void {
  const { width, height } = paintedSizeOf(map)
  context.clearRect(0, 0, width, height)
  context.save()
  clipTo(context, map, outlines)
  hatch(context, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(coloured(map), 0, 0, width, height)
  context.restore()
}

/** The legend's colours from lighter to darker, as a CSS gradient. */
export function inkGradient(): string {
  const stops = Array.from({ length: 24 }, (_, at) => {
    const [red, green, blue] = colourOf(leastInk + (at / 23) * (mostInk - leastInk))
    return `rgb(${red} ${green} ${blue}) ${((100 * at) / 23).toFixed(1)}%`
  })
  return `linear-gradient(to right, ${stops.join(', ')})`
}

const ramp = changeRamp('heat-map')

function colourOf(ink: number): [number, number, number] {
  const share = (Math.min(Math.max(ink, leastInk), mostInk) - leastInk) / (mostInk - leastInk)
  const at = 3 * Math.round(255 * (1 - share))
  return [ramp[at]!, ramp[at + 1]!, ramp[at + 2]!]
}

function coloured({ columns, rows, values }: SkinMap): OffscreenCanvas {
  const canvas = new OffscreenCanvas(columns, rows)
  const picture = new ImageData(columns, rows)
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    picture.data.set([...colourOf(value), 255], at * 4)
  }
  canvas.getContext('2d')?.putImageData(picture, 0, 0)
  return canvas
}

function clipTo(context: CanvasRenderingContext2D, map: SkinMap, outlines: readonly (readonly Point[])[]): void {
  const { left, top } = placeOfMap(map)
  context.beginPath()
  for (const outline of outlines) {
    for (const [index, { x, y }] of outline.entries()) {
      const at = [((x - left) / map.stepX) * pixelsPerValue, ((y - top) / map.stepY) * pixelsPerValue] as const
      if (index === 0) context.moveTo(...at)
      else context.lineTo(...at)
    }
    context.closePath()
  }
  context.clip()
}

function hatch(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.fillStyle = 'rgb(90 90 90 / 55%)'
  context.fillRect(0, 0, width, height)
  context.strokeStyle = 'rgb(235 235 235 / 75%)'
  context.lineWidth = 1.6
  context.beginPath()
  for (let x = -height; x < width; x += hatchGapPx) {
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
  }
  context.stroke()
}
