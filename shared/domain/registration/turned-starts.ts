import { type BentMap, lengthwiseShare } from './bent-map.ts'

/** The turn tried, as the shift of the head’s nearest place in half head widths: about 6°. */
const turn = 0.1
/** A head’s depth on average, its nearest place counted as 1. */
const meanDepth = 0.3

/**
 * The map, and the map under which the head would be turned in each of eight directions as well. A climb from the unturned map alone ends where fine edges of
 * one place fall on those of a neighbour.
 */
export function turnedStarts(bent: BentMap): BentMap[] {
  const starts: BentMap[] = [bent]
  for (const across of [0, -turn, turn]) {
    for (const along of [0, -turn, turn]) {
      if (across !== 0 || along !== 0) starts.push({ x: turned(bent.x, across), y: turned(bent.y, along) })
    }
  }
  return starts
}

function turned(terms: Float64Array, by: number): Float64Array {
  const result = Float64Array.from(terms)
  result[0]! += by * meanDepth
  result[3]! -= by
  result[5]! -= by * lengthwiseShare
  return result
}
