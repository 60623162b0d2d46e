import type { FaceCover } from './cover.ts'
import { atPlace, type CoverPlace } from './cover-place.ts'

/** A picture, or a part of one whose upper left pixel is (left, top): RGBA, row by row. What is covered in it is changed in place. */
export interface CoveredPicture {
  readonly data: Uint8ClampedArray
  readonly left: number
  readonly top: number
  readonly widthPx: number
  readonly heightPx: number
}

/** The rectangle of pixels that a cover touches, cut at the picture's edges; null where it lies beyond them. */
export function touchedBy(place: CoverPlace, picture: { readonly widthPx: number; readonly heightPx: number }) {
  const corners = [atPlace(place, -1, -1), atPlace(place, 1, -1), atPlace(place, 1, 1), atPlace(place, -1, 1)]
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const left = Math.max(Math.floor(Math.min(...xs)), 0)
  const top = Math.max(Math.floor(Math.min(...ys)), 0)
  const widthPx = Math.min(Math.ceil(Math.max(...xs)) + 1, picture.widthPx) - left
  const heightPx = Math.min(Math.ceil(Math.max(...ys)) + 1, picture.heightPx) - top
  return widthPx > 0 && heightPx > 0 ? { left, top, widthPx, heightPx } : null
}

/**
 * So coarse that nobody is known by what is left: what stays are these means, and nothing can be computed back from them. A face of 8 × 10 blocks was still
 * taken for one by the face detector on two of four test photos, one of 6 × 7 on none.
 */
const blocksAcrossEyes = { columns: 8, rows: 3 }
const blocksAcrossFace = { columns: 6, rows: 7 }
const barColour = 0

/** Covers a face in the picture. Everything below it is gone: a bar is opaque, a blur is drawn from the means of a few coarse blocks alone. */
export function coverFace(picture: CoveredPicture, place: CoverPlace, cover: FaceCover): void {
  if (cover === 'eyes-bar') {
    forEachInside(picture, place, isInRectangle, (at) =>
      picture.data.fill(barColour, at, at + 3).fill(255, at + 3, at + 4),
    )
    return
  }
  const isFace = cover === 'face-blurred'
  drawBlocks(picture, place, isFace ? blocksAcrossFace : blocksAcrossEyes, isFace ? isInRounded : isInRectangle)
}

type Blocks = typeof blocksAcrossEyes
type Inside = (u: number, v: number) => boolean

const isInRectangle: Inside = (u, v) => Math.abs(u) <= 1 && Math.abs(v) <= 1
/** Rounder than a rectangle, fuller than an ellipse, which would leave the outer corners of the eyes free. */
const isInRounded: Inside = (u, v) => u ** 4 + v ** 4 <= 1

function drawBlocks(picture: CoveredPicture, place: CoverPlace, blocks: Blocks, inside: Inside): void {
  const means = meansOfBlocks(picture, place, blocks, inside)
  forEachInside(picture, place, inside, (at, u, v) => {
    const [x, y] = [blockAt(u, blocks.columns) - 0.5, blockAt(v, blocks.rows) - 0.5]
    const [column, row] = [Math.floor(x), Math.floor(y)]
    for (let channel = 0; channel < 3; channel++) {
      const mean = (i: number, j: number) =>
        means[3 * (within(row + j, blocks.rows) * blocks.columns + within(column + i, blocks.columns)) + channel]!
      const [across, down] = [x - column, y - row]
      const upper = mean(0, 0) * (1 - across) + mean(1, 0) * across
      const lower = mean(0, 1) * (1 - across) + mean(1, 1) * across
      picture.data[at + channel] = Math.round(upper * (1 - down) + lower * down)
    }
    picture.data[at + 3] = 255
  })
}

/** The mean of what every block covers, three channels each. A block that covers no pixel of the picture has that of all. */
function meansOfBlocks(
  picture: CoveredPicture,
  place: CoverPlace,
  { columns, rows }: Blocks,
  inside: Inside,
): Float64Array {
  const sums = new Float64Array(3 * columns * rows)
  const counts = new Float64Array(columns * rows)
  const all = [0, 0, 0, 0]
  forEachInside(picture, place, inside, (at, u, v) => {
    const block =
      within(Math.floor(blockAt(v, rows)), rows) * columns + within(Math.floor(blockAt(u, columns)), columns)
    counts[block]!++
    all[3]!++
    for (let channel = 0; channel < 3; channel++) {
      sums[3 * block + channel]! += picture.data[at + channel]!
      all[channel]! += picture.data[at + channel]!
    }
  })
  return sums.map((sum, at) => {
    const count = counts[Math.floor(at / 3)]!
    return count > 0 ? sum / count : all[at % 3]! / Math.max(all[3]!, 1)
  })
}

/** Calls for every pixel of the picture inside the place: where its data begin, and its place from −1 to 1. */
function forEachInside(
  { left, top, widthPx, heightPx }: CoveredPicture,
  { centreX, centreY, halfWidth, halfHeight, angleDegrees }: CoverPlace,
  inside: Inside,
  use: (at: number, u: number, v: number) => void,
): void {
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const [x, y] = [left + column - centreX, top + row - centreY]
      const u = (x * cos + y * sin) / halfWidth
      const v = (-x * sin + y * cos) / halfHeight
      if (inside(u, v)) use(4 * (row * widthPx + column), u, v)
    }
  }
}

/** Where −1 to 1 lies among so many blocks, in blocks. */
function blockAt(u: number, count: number): number {
  return ((u + 1) / 2) * count
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1)
}
