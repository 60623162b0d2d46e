import { paintDifference, paintHeatMap } from '../../../shared/domain/comparison-pictures/change-pictures.ts'
import { comparablePart } from '../../../shared/domain/comparison-pictures/comparable-part.ts'
import { leaveHeadOnly } from '../../../shared/domain/comparison-pictures/head-part.ts'
import { lightnessChange, lightnessPlane } from '../../../shared/domain/comparison-pictures/lightness.ts'
import { gridOfView, gridOfWhole } from '../../../shared/domain/comparison-pictures/pixel-grid.ts'
import {
  fineSmoothingShare,
  type SmoothedChange,
  smoothedChange,
  smoothingShare,
} from '../../../shared/domain/comparison-pictures/smoothed-change.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { changeRamp } from './change-ramps.ts'
import type { ChangeRequest, ChangeSource } from './change-request.ts'

/** A picture's RGBA pixels. */
export interface RgbaPicture extends Size {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

/** Reads a picture; at this size where one is given. Rejects with an AppError. */
export type ReadPicture = (file: string | Blob, size?: Size) => Promise<RgbaPicture>

interface Lightness extends Size {
  readonly plane: Int16Array
}

interface Change {
  readonly key: string
  readonly size: Size
  readonly lightness: Int16Array
  readonly change: Int16Array
  readonly part: Uint8Array
  readonly stepPx: number
  /** By how far it is averaged. */
  readonly smoothed: Map<number, SmoothedChange>
}

/** So many pictures' lightness is kept: stepping through the stages reads the reference once. */
const keptPlanes = 3

/** Paints pictures of the change between two photos. What doesn't depend on how it is painted is kept for the next time. */
export class ChangePictures {
  readonly #read: ReadPicture
  readonly #planes = new Map<string, Lightness>()
  #latest: Change | undefined

  constructor(read: ReadPicture) {
    this.#read = read
  }

  /** Whether a picture was read already. */
  hasRead(source: ChangeSource): boolean {
    return this.#planes.has(keyOf(source))
  }

  /** The picture that is asked for. Rejects as the reading of pictures does. */
  async paint(request: ChangeRequest, onProgress: (fraction: number) => void): Promise<RgbaPicture> {
    const change = await this.#changeOf(request, onProgress)
    const { look } = request
    const ramp = changeRamp(look.kind)
    onProgress(0.7)
    const share = look.kind === 'difference' ? fineSmoothingShare : smoothingShare
    const sigmaPx = (share * request.headWidthPx) / change.stepPx
    const smoothed = change.smoothed.get(sigmaPx) ?? smoothedChange(change.change, change.part, change.size, sigmaPx)
    change.smoothed.set(sigmaPx, smoothed)
    onProgress(0.8)
    const rgba =
      look.kind === 'difference'
        ? paintDifference(change, smoothed, look.tolerance, ramp)
        : paintHeatMap(change, smoothed, look, ramp)
    return { ...change.size, rgba }
  }

  async #changeOf(request: ChangeRequest, onProgress: (fraction: number) => void): Promise<Change> {
    const { frame, movingSize, transform, view, headWidthPx, head } = request
    const [first, second] = [keyOf(request.reference), keyOf(request.moving)]
    const key = JSON.stringify([first, second, frame, movingSize, transform, view, headWidthPx, head])
    if (this.#latest?.key === key) return this.#latest
    const reference = await this.#lightnessOf(request.reference, first, view ?? undefined)
    onProgress(0.3)
    const size = { widthPx: reference.widthPx, heightPx: reference.heightPx }
    const moving = await this.#lightnessOf(request.moving, second, size)
    onProgress(0.6)
    const grid = view ? gridOfView(view) : gridOfWhole(frame, size)
    const part = comparablePart(grid, frame, transform, movingSize)
    if (head) leaveHeadOnly(part, grid, head)
    this.#latest = {
      key,
      size,
      lightness: reference.plane,
      change: lightnessChange(reference.plane, moving.plane),
      part,
      stepPx: grid.stepX,
      smoothed: new Map(),
    }
    return this.#latest
  }

  async #lightnessOf({ file, correction }: ChangeSource, key: string, size: Size | undefined): Promise<Lightness> {
    const known = this.#planes.get(key)
    this.#planes.delete(key)
    const isKnown = known && (!size || (known.widthPx === size.widthPx && known.heightPx === size.heightPx))
    const lightness = isKnown ? known : await this.#readLightness(file, correction, size)
    this.#planes.set(key, lightness)
    for (const oldest of [...this.#planes.keys()].slice(0, -keptPlanes)) this.#planes.delete(oldest)
    return lightness
  }

  async #readLightness(
    file: ChangeSource['file'],
    correction: ChangeSource['correction'],
    size: Size | undefined,
  ): Promise<Lightness> {
    const { rgba, widthPx, heightPx } = await this.#read(file, size)
    return { widthPx, heightPx, plane: lightnessPlane(rgba, correction) }
  }
}

function keyOf({ key, correction }: ChangeSource): string {
  return JSON.stringify([key, correction ?? null])
}
