import type { Point } from '../geometry/points.ts'
import { type Transform, toMoving } from '../geometry/transform.ts'
import { type PairLight, pairLightBetweenDots, pairLightOf } from './pair-light.ts'
import { faceSamples, type PixelChoice, type PlaceInMoving, type SkinSample, squareSamples } from './pair-samples.ts'
import { lightBetweenDots } from './patch-light.ts'
import { kindsOfSkin, skinKinds } from './skin-kinds.ts'
import type { SkinPicture } from './skin-picture.ts'

/** A closed line of points, in full-size pixels of the reference. */
export type Outline = readonly Point[]

/** What a person drew on the reference: skin that is known to be bare, and skin that must not be used. */
export interface DrawnSkin {
  readonly untreated: readonly Outline[]
  readonly treated: readonly Outline[]
}

/** Measures a pair's light on its bare skin; `transform` null: the pair isn't aligned, and only faces have places in common. */
export function measurePairLight(
  reference: SkinPicture,
  moving: SkinPicture,
  transform: Transform | null,
  drawn: DrawnSkin,
): PairLight {
  const isUntreated = insideOf(drawn.untreated, reference)
  const isTreated = insideOf(drawn.treated, reference)
  const face = faceSamples(reference, moving, isTreated)
  if (!transform) return pairLightOf({ drawn: [], face, beside: [], scalp: [] })
  const kinds = kindsOf(reference, moving)
  const place = placeIn(reference, moving, transform)
  const samplesOf = (choice: PixelChoice): SkinSample[] => squareSamples(reference, moving, place, choice)
  const pointAt = (at: number): Point => ({ x: at % reference.widthPx, y: Math.floor(at / reference.widthPx) })
  const beside = kinds(skinKinds.beside)
  return pairLightOf({
    drawn: samplesOf({
      inReference: (at) => isUntreated(pointAt(at)) && !isTreated(pointAt(at)),
      inMoving: () => true,
    }),
    face,
    beside: samplesOf({ ...beside, inReference: (at) => beside.inReference(at) && !isTreated(pointAt(at)) }),
    scalp: samplesOf(kinds(skinKinds.scalp)),
  })
}

/** Measures an aligned pair's light on the scalp, on the skin between the dots: the photos must be fine enough to show it. */
export function measureLightBetweenDots(reference: SkinPicture, moving: SkinPicture, transform: Transform): PairLight {
  const place = placeIn(reference, moving, transform)
  const onScalp = kindsOf(reference, moving)(skinKinds.scalp)
  return pairLightBetweenDots(squareSamples(reference, moving, place, onScalp, lightBetweenDots))
}

/** The pixels of a kind of skin, in both photos. */
function kindsOf(reference: SkinPicture, moving: SkinPicture): (kind: number) => PixelChoice {
  const [ofReference, ofMoving] = [kindsOfSkin(reference), kindsOfSkin(moving)]
  return (kind) => ({
    inReference: (at) => ofReference[at] === kind,
    inMoving: (at) => ofMoving[at] === kind,
  })
}

/** Where a decoded pixel of the reference lies among the decoded pixels of the moving photo. */
function placeIn(reference: SkinPicture, moving: SkinPicture, transform: Transform): PlaceInMoving {
  const [up, down] = [reference.fullWidthPx / reference.widthPx, moving.widthPx / moving.fullWidthPx]
  return ({ x, y }) => {
    const place = toMoving(transform, { x: (x + 0.5) * up - 0.5, y: (y + 0.5) * up - 0.5 })
    return { x: (place.x + 0.5) * down - 0.5, y: (place.y + 0.5) * down - 0.5 }
  }
}

/** Whether a decoded pixel of the reference lies inside one of the outlines (even–odd rule). */
function insideOf(outlines: readonly Outline[], reference: SkinPicture): (at: Point) => boolean {
  const up = reference.fullWidthPx / reference.widthPx
  return ({ x, y }) => outlines.some((outline) => isInOutline(outline, (x + 0.5) * up - 0.5, (y + 0.5) * up - 0.5))
}

function isInOutline(outline: Outline, x: number, y: number): boolean {
  let isInside = false
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [a, b] = [outline[i]!, outline[j]!]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isInside = !isInside
  }
  return isInside
}
