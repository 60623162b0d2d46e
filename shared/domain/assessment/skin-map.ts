import type { Point } from '../geometry/points.ts'
import { isInPolygon } from '../geometry/polygon.ts'
import { type Transform, toMoving } from '../geometry/transform.ts'
import { sampleBilinear } from '../registration/plane.ts'
import { cellPx, type WorkFrame } from './work-scale.ts'

/**
 * Values on a regular grid over a photo, row-major; NaN where nothing is judged. Value (column, row) lies at (originX + column·stepX, originY + row·stepY) in upright
 * full-size pixels.
 */
export interface SkinMap {
  readonly columns: number
  readonly rows: number
  readonly originX: number
  readonly originY: number
  readonly stepX: number
  readonly stepY: number
  readonly values: Float32Array
}

/** Where a map's values lie. */
export type MapFrame = Omit<SkinMap, 'values'>

/** The grid of a part's cells in photo pixels. */
export function mapFrameOf(columns: number, rows: number, frame: WorkFrame): MapFrame {
  const first = (cellPx - 1) / 2
  const origin = frame.toPhoto({ x: first, y: first })
  const next = frame.toPhoto({ x: first + cellPx, y: first + cellPx })
  return { columns, rows, originX: origin.x, originY: origin.y, stepX: next.x - origin.x, stepY: next.y - origin.y }
}

/** A photo's map drawn on a grid of the reference's frame through the alignment (bilinear); NaN where the photo's map has nothing. */
export function mapInFrame(map: SkinMap, transform: Transform, frame: MapFrame): SkinMap {
  const plane = { widthPx: map.columns, heightPx: map.rows, data: map.values }
  const values = new Float32Array(frame.columns * frame.rows)
  for (let row = 0, at = 0; row < frame.rows; row++) {
    for (let column = 0; column < frame.columns; column++, at++) {
      const place = { x: frame.originX + column * frame.stepX, y: frame.originY + row * frame.stepY }
      const { x, y } = toMoving(transform, place)
      const [across, down] = [(x - map.originX) / map.stepX, (y - map.originY) / map.stepY]
      const isOnMap = across >= 0 && down >= 0 && across <= map.columns - 1 && down <= map.rows - 1
      values[at] = isOnMap ? sampleBilinear(plane, across, down) : Number.NaN
    }
  }
  return { ...frame, values }
}

/** Mean of a map's values within an outline in its frame; undefined where less than half of what lies there is known. */
export function meanWithin(map: SkinMap, outline: readonly Point[]): number | undefined {
  const { columns, rows, originX, originY, stepX, stepY, values } = map
  const across = (x: number) => (x - originX) / stepX
  const down = (y: number) => (y - originY) / stepY
  const [xs, ys] = [outline.map(({ x }) => across(x)), outline.map(({ y }) => down(y))]
  let [sum, known, all] = [0, 0, 0]
  for (let row = Math.max(0, Math.ceil(Math.min(...ys))); row <= Math.min(rows - 1, Math.max(...ys)); row++) {
    for (
      let column = Math.max(0, Math.ceil(Math.min(...xs)));
      column <= Math.min(columns - 1, Math.max(...xs));
      column++
    ) {
      if (!isInPolygon(outline, { x: originX + column * stepX, y: originY + row * stepY })) continue
      const value = values[row * columns + column]!
      all++
      if (Number.isNaN(value)) continue
      known++
      sum += value
    }
  }
  return known > 0 && known >= all / 2 ? sum / known : undefined
}
