import { interpolateCividis, interpolateViridis } from 'd3-scale-chromatic'
import {
  type ColourRamp,
  fullChange,
  fullDifference,
  placeOfChange,
  placeOfDifference,
  shareOfColour,
  softSteps,
} from '../../../shared/domain/comparison-pictures/change-pictures.ts'
import type { ChangeLook } from './change-request.ts'

/** The part of viridis that is brighter than the grey photo it lies on. */
const viridisStart = 0.38

/**
 * The colours of a scale; both can be told apart with every kind of colour vision. A difference grows brighter from teal to yellow (viridis). The heat map is
 * cividis: darker places are dark blue, lighter ones light yellow, and its middle is grey.
 */
export function changeRamp(kind: ChangeLook['kind']): ColourRamp {
  const colourAt = (place: number) =>
    kind === 'heat-map' ? interpolateCividis(place) : interpolateViridis(viridisStart + (1 - viridisStart) * place)
  return Uint8Array.from(Array.from({ length: 256 }, (_, at) => channelsOf(colourAt(at / 255))).flat())
}

/** Of which steps of lightness a legend shows the colours, from left to right. */
export function legendSteps(kind: ChangeLook['kind']): readonly [number, number] {
  return kind === 'heat-map' ? [-fullChange, fullChange] : [0, fullDifference]
}

/** The grey of what is alike. */
const alike = 104

/** The colour of a legend for a change in steps: grey as long as it is tolerated. */
export function legendColour({ kind, tolerance }: ChangeLook, steps: number, ramp: ColourRamp): string {
  const isHeat = kind === 'heat-map'
  const share = shareOfColour(steps, tolerance, isHeat ? softSteps.change : softSteps.difference)
  const at = 3 * Math.round(255 * (isHeat ? placeOfChange(steps) : placeOfDifference(steps)))
  const channel = (value: number) => Math.round(alike + (value - alike) * share)
  return `rgb(${channel(ramp[at]!)} ${channel(ramp[at + 1]!)} ${channel(ramp[at + 2]!)})`
}

/** A legend as a CSS gradient from left to right. */
export function legendGradient(look: ChangeLook): string {
  const ramp = changeRamp(look.kind)
  const [first, last] = legendSteps(look.kind)
  const stripes = 60
  const stops = Array.from({ length: stripes }, (_, at) => {
    const colour = legendColour(look, first + ((at + 0.5) / stripes) * (last - first), ramp)
    return `${colour} ${((100 * at) / stripes).toFixed(1)}% ${((100 * (at + 1)) / stripes).toFixed(1)}%`
  })
  return `linear-gradient(to right, ${stops.join(', ')})`
}

/** The channels of "rgb(1, 2, 3)" or "#010203", which d3 gives. */
function channelsOf(colour: string): number[] {
  if (!colour.startsWith('#')) return (colour.match(/\d+/g) ?? []).map(Number)
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
