import { blurred, emptyPlane, type Plane } from './plane.ts'

/**
 * The picture without its light: local mean taken away, divided by the local standard deviation (windows of `sigmaPx`),
 * kept between −3 and 3. Contrast below `floor` (grey levels) counts as noise and isn't raised to full height.
 */
export function locallyNormalised(source: Plane, sigmaPx: number, floor: number): Plane {
  const mean = blurred(source, sigmaPx)
  const detail = emptyPlane(source.widthPx, source.heightPx)
  const square = emptyPlane(source.widthPx, source.heightPx)
  for (let i = 0; i < detail.data.length; i++) {
    const value = source.data[i]! - mean.data[i]!
    detail.data[i] = value
    square.data[i] = value * value
  }
  const variance = blurred(square, sigmaPx)
  for (let i = 0; i < detail.data.length; i++) {
    const value = detail.data[i]! / Math.sqrt(variance.data[i]! + floor * floor)
    detail.data[i] = Math.min(Math.max(value, -3), 3)
  }
  return detail
}
