import type { Patch, Ranged } from '../assessment/assessment.ts'
import { meanWithin, type SkinMap } from '../assessment/skin-map.ts'
import type { Point } from '../geometry/points.ts'
import { areaOf } from '../geometry/polygon.ts'
import type { SeenPatch } from './patch-tracks.ts'

/** The skin around an outline: between its middle stretched by so much and by so much. */
const ring = [1.5, 2.2] as const
/** Less than this (a share) can't be told from the skin around it: then nothing is compared with it. */
const leastTold = 0.04

/**
 * What a photo shows within an outline that a person drew, from the patches that were found there: its area grows with the outline, its lightening as the map of darkness says beside what the map says of
 * the found ones (so that the map's smoothing cancels), and the dots that it lacks with both. `outline` and `map` in the shared frame; `toPhoto` leads back to the photo.
 */
export function drawnPatch(
  outline: readonly Point[],
  parts: readonly SeenPatch[],
  map: SkinMap | null,
  toPhoto: (point: Point) => Point,
): SeenPatch {
  const [largest] = parts.toSorted((a, b) => b.patch.areaMm2 - a.patch.areaMm2) as [SeenPatch, ...SeenPatch[]]
  const sum = (of: (part: SeenPatch) => number) => parts.reduce((total, part) => total + of(part), 0)
  const foundArea = sum(({ patch }) => patch.areaMm2)
  const weighed = (of: (part: SeenPatch) => number) => sum((part) => part.patch.areaMm2 * of(part)) / foundArea
  const areaMm2 = (foundArea * areaOf(outline)) / sum((part) => areaOf(part.outline))
  const told = map && weighed((part) => lightenedWithin(map, part.outline))
  const ratio = map && told && Math.abs(told) >= leastTold ? clamp(lightenedWithin(map, outline) / told) : 1
  const lightened = times(
    {
      value: weighed(({ patch }) => patch.lightened.value),
      range: [weighed(({ patch }) => patch.lightened.range[0]), weighed(({ patch }) => patch.lightened.range[1])],
    },
    ratio,
  )
  const foundLoss = sum(({ patch }) => patch.areaMm2 * Math.max(0, patch.lightened.value))
  const dotsPerLoss = foundLoss > 0 ? sum(({ patch }) => patch.dotsLacking) / foundLoss : 0
  const inPhoto = outline.map(toPhoto)
  const patch: Patch = {
    kind: largest.patch.kind,
    certainty: parts.some((part) => part.patch.certainty === 'clear') ? 'clear' : 'possible',
    outline: inPhoto,
    centre: middleOf(inPhoto),
    lightened,
    dotsLacking: Math.round(dotsPerLoss * areaMm2 * Math.max(0, lightened.value)),
    areaMm2,
  }
  return { patch, zone: largest.zone, outline }
}

/** By how much the map is lighter within an outline than around it; 0 where it doesn't tell. */
function lightenedWithin(map: SkinMap, outline: readonly Point[]): number {
  const [inner, outer] = [stretched(outline, ring[0]), stretched(outline, ring[1])]
  const [inside, near, far] = [outline, inner, outer].map((line) => meanWithin(map, line))
  if (inside === undefined || near === undefined || far === undefined) return 0
  const [nearArea, farArea] = [areaOf(inner), areaOf(outer)]
  const around = (far * farArea - near * nearArea) / (farArea - nearArea)
  return around > 0 ? 1 - inside / around : 0
}

function stretched(outline: readonly Point[], by: number): Point[] {
  const middle = middleOf(outline)
  return outline.map(({ x, y }) => ({ x: middle.x + by * (x - middle.x), y: middle.y + by * (y - middle.y) }))
}

function middleOf(outline: readonly Point[]): Point {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)]
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}

/** A drawn outline is neither dark where light was found, nor more than twice as light. */
function clamp(ratio: number): number {
  return Math.min(Math.max(ratio, 0), 2)
}

function times({ value, range }: Ranged, by: number): Ranged {
  return { value: value * by, range: [range[0] * by, range[1] * by] }
}
