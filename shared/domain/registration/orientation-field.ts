import { blurred, emptyPlane, type Plane } from './plane.ts'

/** Edge directions in double angle: `cos` and `sin` of 2θ times a strength of 0 to 1. Blind to which side of an edge is darker. */
export interface OrientationField {
  readonly cos: Plane
  readonly sin: Plane
}

/**
 * Gradients at `sigmaPx` in double angle, g²·e^(2iθ), averaged over `spreadSigmaPx` and divided by local contrast, so that strength says how clear
 * the direction is and not how bright the picture is. `floor` (grey levels per pixel) is the gradient below which there is only noise.
 */
export function orientationField(
  source: Plane,
  sigmaPx: number,
  spreadSigmaPx: number,
  floor: number,
): OrientationField {
  const { widthPx, heightPx } = source
  const smooth = blurred(source, sigmaPx)
  const cos = emptyPlane(widthPx, heightPx)
  const sin = emptyPlane(widthPx, heightPx)
  const energy = emptyPlane(widthPx, heightPx)
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const i = y * widthPx + x
      const gx = (smooth.data[i + 1]! - smooth.data[i - 1]!) / 2
      const gy = (smooth.data[i + widthPx]! - smooth.data[i - widthPx]!) / 2
      const square = gx * gx + gy * gy
      const weight = 1 / Math.sqrt(square + floor * floor)
      cos.data[i] = (gx * gx - gy * gy) * weight
      sin.data[i] = 2 * gx * gy * weight
      energy.data[i] = square * weight
    }
  }
  const meanCos = blurred(cos, spreadSigmaPx)
  const meanSin = blurred(sin, spreadSigmaPx)
  const contrast = blurred(energy, spreadSigmaPx * 4)
  for (let i = 0; i < cos.data.length; i++) {
    const scale = 1 / (contrast.data[i]! + floor)
    let c = meanCos.data[i]! * scale
    let s = meanSin.data[i]! * scale
    const strength = Math.sqrt(c * c + s * s)
    if (strength > 1) {
      c /= strength
      s /= strength
    }
    meanCos.data[i] = c
    meanSin.data[i] = s
  }
  return { cos: meanCos, sin: meanSin }
}
