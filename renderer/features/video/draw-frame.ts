import type { VideoFrame } from '../../ports.ts'

/** Draws a frame into a canvas of its own size, turned clockwise by quarters. */
export function drawFrame(canvas: HTMLCanvasElement, frame: VideoFrame, quarterTurns: number): void {
  const { picture, widthPx, heightPx } = frame
  const [width, height] = quarterTurns % 2 === 0 ? [widthPx, heightPx] : [heightPx, widthPx]
  // setting a canvas's size clears it, which would flicker
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return
  context.setTransform(1, 0, 0, 1, width / 2, height / 2)
  context.rotate((quarterTurns * Math.PI) / 2)
  context.drawImage(picture, -widthPx / 2, -heightPx / 2)
}
