import type { Point } from '../geometry/points.ts'
import { headWidthPx } from '../head.ts'
import type { FacePlace } from './face-skin.ts'
import type { LinearLight } from './linear-light.ts'
import { lightOfPatch } from './patch-light.ts'
import { isExposed, pixelsOfPlace, type SkinPicture } from './skin-picture.ts'

/** The light of the same small patch of skin in both photos. */
export interface SkinSample {
  readonly reference: LinearLight
  readonly moving: LinearLight
}

/** Where a place of the reference lies in the moving photo, both in decoded pixels. */
export type PlaceInMoving = (at: Point) => Point

/** Side of a square patch, in widths of the head. */
const patchShare = 0.022
const leastPatchPx = 4
/** So much of a patch has to be there in both photos. */
const leastSquareShare = 0.5
const leastPlaceShare = 0.8

/** The places of a face that both photos show, whether or not they are aligned; `isTreated` leaves places of the reference out. */
export function faceSamples(
  reference: SkinPicture,
  moving: SkinPicture,
  isTreated: (place: Point) => boolean,
): SkinSample[] {
  const places = new Map(moving.face?.places.map((place) => [place.name, place]))
  return (reference.face?.places ?? []).flatMap((place) => {
    const other = isTreated(place) ? undefined : places.get(place.name)
    const [first, second] = [lightOfPlace(reference, place), other && lightOfPlace(moving, other)]
    return first && second ? [{ reference: first, moving: second }] : []
  })
}

function lightOfPlace(picture: SkinPicture, place: FacePlace): LinearLight | undefined {
  const pixels = pixelsOfPlace(picture, place)
  return pixels.length < leastPlaceShare * Math.PI * place.radiusPx ** 2 ? undefined : lightOfPatch(picture, pixels)
}

/** Which pixels of two photos count: by their place in the data of each. */
export interface PixelChoice {
  readonly inReference: (at: number) => boolean
  readonly inMoving: (at: number) => boolean
}

/** Samples from squares all over the reference, of the pixels that count in both photos. */
export function squareSamples(
  reference: SkinPicture,
  moving: SkinPicture,
  placeInMoving: PlaceInMoving,
  { inReference, inMoving }: PixelChoice,
  lightOf = lightOfPatch,
): SkinSample[] {
  const side = Math.max(leastPatchPx, Math.round(patchShare * headWidthPx(reference.head)))
  const samples: SkinSample[] = []
  for (let top = 0; top + side <= reference.heightPx; top += side) {
    for (let left = 0; left + side <= reference.widthPx; left += side) {
      const [ofReference, ofMoving]: [number[], number[]] = [[], []]
      for (let i = 0; i < side * side; i++) {
        const [x, y] = [left + (i % side), top + Math.floor(i / side)]
        const at = y * reference.widthPx + x
        if (!inReference(at) || !isExposed(reference, at)) continue
        const other = pixelAt(moving, placeInMoving({ x, y }))
        if (other === undefined || !inMoving(other) || !isExposed(moving, other)) continue
        ofReference.push(at)
        ofMoving.push(other)
      }
      if (ofReference.length < leastSquareShare * side * side) continue
      const [first, second] = [lightOf(reference, ofReference), lightOf(moving, ofMoving)]
      if (first && second) samples.push({ reference: first, moving: second })
    }
  }
  return samples
}

function pixelAt({ widthPx, heightPx }: SkinPicture, { x, y }: Point): number | undefined {
  const [column, row] = [Math.round(x), Math.round(y)]
  return column < 0 || row < 0 || column >= widthPx || row >= heightPx ? undefined : row * widthPx + column
}
