import { basename } from 'node:path'
import { type HeadEllipse, scaledHead } from '../../../shared/domain/head.ts'
import { centredHead, headFromForeground } from '../../../shared/domain/registration/head-from-foreground.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { headByOutline } from '../head-vision.ts'
import { naming } from '../name-file-in-error.ts'
import { foregroundHint, foregroundOf } from '../opencv-vision.ts'
import { type Pixels, reducedSize } from '../pixels.ts'
import { readUprightPixels } from '../sharp-images.ts'

type FindHead = EngineTasks['find-head']

const readLongestSidePx = 800
/** GrabCut works on less. */
const searchLongestSidePx = 200
/** GrabCut needs pixels of both kinds for its colour models. */
const leastSidePx = 24

interface SmallPicture {
  readonly data: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** Finds the head in a photo: an ellipse in full-size upright pixels. */
export async function findHead(input: FindHead['input'], _context: TaskContext): Promise<FindHead['output']> {
  const { photo } = input
  return headOf(await naming(basename(photo.path), () => readUprightPixels(photo, readLongestSidePx)))
}

/**
 * The head (full-size pixels) by its outline and its face; where there is none to follow, as what differs in colour from the picture's upper and side
 * borders (GrabCut), cut at the neck; where that gives nothing head-like either, the middle of the picture.
 */
export async function headOf(pixels: Pixels): Promise<HeadEllipse> {
  const outlined = await headByOutline(pixels)
  const small = outlined ? pixels : reducedByMean(pixels, searchLongestSidePx)
  const { widthPx, heightPx } = small
  const found = outlined ?? (await headByColour(small)) ?? centredHead(widthPx, heightPx)
  return scaledHead(found, pixels.fullWidthPx / widthPx)
}

async function headByColour({ data, widthPx, heightPx }: SmallPicture): Promise<HeadEllipse | undefined> {
  if (Math.min(widthPx, heightPx) < leastSidePx || !hasContrast(data)) return undefined
  const foreground = await foregroundOf(data, widthPx, heightPx, hintsFor(widthPx, heightPx), 3)
  return headFromForeground({ widthPx, heightPx, data: foreground })
}

/** One colour all over gives GrabCut nothing to learn from. */
function hasContrast(rgb: Uint8Array): boolean {
  let least = 255
  let most = 0
  for (const value of rgb) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most - least >= 12
}

/** Background: a strip along the top and the upper sides. Foreground: a small core in the middle. The rest is open, the middle more likely head. */
function hintsFor(widthPx: number, heightPx: number): Uint8Array {
  const hints = new Uint8Array(widthPx * heightPx)
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      const u = (x + 0.5) / widthPx - 0.5
      const v = (y + 0.5) / heightPx - 0.5
      const isBorder = v < -0.47 || (Math.abs(u) > 0.47 && v < 0.15)
      const round = (u / 0.33) ** 2 + (v / 0.4) ** 2
      const isCore = (u / 0.1) ** 2 + (v / 0.12) ** 2 < 1
      hints[i] = isBorder
        ? foregroundHint.background
        : isCore
          ? foregroundHint.foreground
          : round < 1
            ? foregroundHint.probablyForeground
            : foregroundHint.probablyBackground
    }
  }
  return hints
}

function reducedByMean(pixels: Pixels, longestSidePx: number): SmallPicture {
  const { widthPx, heightPx } = reducedSize(pixels.widthPx, pixels.heightPx, longestSidePx)
  const data = new Uint8Array(widthPx * heightPx * 3)
  for (let y = 0, i = 0; y < heightPx; y++) {
    const top = Math.floor((y * pixels.heightPx) / heightPx)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * pixels.heightPx) / heightPx))
    for (let x = 0; x < widthPx; x++) {
      const left = Math.floor((x * pixels.widthPx) / widthPx)
      const right = Math.max(left + 1, Math.floor(((x + 1) * pixels.widthPx) / widthPx))
      const area = (bottom - top) * (right - left)
      for (let channel = 0; channel < 3; channel++, i++) {
        let sum = 0
        for (let row = top; row < bottom; row++) {
          for (let column = left; column < right; column++)
            sum += pixels.data[3 * (row * pixels.widthPx + column) + channel]!
        }
        data[i] = sum / area
      }
    }
  }
  return { data, widthPx, heightPx }
}
