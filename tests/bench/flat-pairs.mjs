import sharp from 'sharp'

/** Homographies as a camera held a little differently makes them: turn, scale, shift and tilt, in shares of the picture’s width. */
const poses = [
  { degrees: 3, scale: 0.96, x: 0.02, y: -0.01, tiltX: 0.01, tiltY: 0 },
  { degrees: -6, scale: 1.05, x: -0.03, y: 0.02, tiltX: 0, tiltY: 0.015 },
  { degrees: 9, scale: 0.9, x: 0.04, y: 0.03, tiltX: -0.015, tiltY: 0.01 },
]

/** The pose as a function from a point of the picture to one of the retaken picture. */
export function homographies(widthPx, heightPx) {
  return poses.map(({ degrees, scale, x, y, tiltX, tiltY }) => {
    const angle = (degrees * Math.PI) / 180
    const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)]
    const forward = (point) => {
      const u = (point.x - widthPx / 2) / widthPx
      const v = (point.y - heightPx / 2) / widthPx
      const depth = 1 + tiltX * u + tiltY * v
      return {
        x: widthPx / 2 + widthPx * ((cos * u - sin * v) / depth + x),
        y: heightPx / 2 + widthPx * ((sin * u + cos * v) / depth + y),
      }
    }
    const backward = (point) => {
      const p = (point.x - widthPx / 2) / widthPx - x
      const q = (point.y - heightPx / 2) / widthPx - y
      // cos·u − sin·v = p·depth and sin·u + cos·v = q·depth are linear in u and v
      const [a, b, c, d] = [cos - p * tiltX, -sin - p * tiltY, sin - q * tiltX, cos - q * tiltY]
      const determinant = a * d - b * c
      const u = (d * p - b * q) / determinant
      const v = (a * q - c * p) / determinant
      return { x: widthPx / 2 + widthPx * u, y: heightPx / 2 + widthPx * v }
    }
    return { forward, backward }
  })
}

/** Draws a picture as it looks after the move, bilinear, darker to one side and with a little noise. */
export async function drawRetaken(path, outputPath, { backward }) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const drawn = Buffer.alloc(data.length, 128)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = backward({ x, y })
      const [left, top] = [Math.floor(from.x), Math.floor(from.y)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const [fx, fy] = [from.x - left, from.y - top]
      const light = 0.8 + (0.3 * x) / width
      const noise = ((x * 7919 + y * 104729) % 9) - 4
      for (let channel = 0; channel < 3; channel++) {
        const at = 3 * (top * width + left) + channel
        const above = (1 - fx) * data[at] + fx * data[at + 3]
        const below = (1 - fx) * data[at + 3 * width] + fx * data[at + 3 * width + 3]
        const value = ((1 - fy) * above + fy * below) * light + noise
        drawn[3 * (y * width + x) + channel] = Math.min(255, Math.max(0, value))
      }
    }
  }
  await sharp(drawn, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toFile(outputPath)
  return { widthPx: width, heightPx: height }
}
