import { type Drawing, type DrawnShape, drawingIdOf, type ShapeOf } from '../../../../shared/domain/drawing.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'

/** A zone about a middle. */
export function zoneAt(x: number, y: number, radius: number, zone: ShapeOf<'zone'>['zone'] = 'treated'): DrawnShape {
  const outline = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => {
    const angle = (Math.PI * step) / 4
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
  })
  return { kind: 'zone', zone, outline }
}

/** One shape of each kind, on a photo of at least 600 × 600. */
export const oneOfEach: readonly DrawnShape[] = [
  zoneAt(300, 300, 100),
  {
    kind: 'hairline',
    style: 'rounded',
    edge: 'faded',
    line: [
      { x: 100, y: 200 },
      { x: 250, y: 120 },
      { x: 400, y: 210 },
    ],
  },
  { kind: 'arrow', from: { x: 50, y: 60 }, to: { x: 150, y: 160 } },
  { kind: 'circle', centre: { x: 320, y: 340 }, radiusPx: 60 },
  { kind: 'text', at: { x: 400, y: 80 }, text: 'lighter here' },
  {
    kind: 'brush',
    widthPx: 24,
    strokes: [
      [
        { x: 200, y: 400 },
        { x: 260, y: 420 },
        { x: 320, y: 400 },
      ],
    ],
  },
  { kind: 'measure', from: { x: 100, y: 500 }, to: { x: 400, y: 500 } },
]

/** A drawing on a photo; the number names it. */
export function drawingOn(photo: Photo, number: number, shape: DrawnShape, about: Partial<Drawing> = {}): Drawing {
  const { photoId, quarterTurns } = photo
  return {
    drawingId: drawingIdOf(photoId, number.toString(16).padStart(32, '0')),
    photoId,
    quarterTurns,
    name: '',
    shape,
    ...about,
  }
}
