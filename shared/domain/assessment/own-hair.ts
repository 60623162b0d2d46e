import { besides } from './patch-regions.ts'
import type { SkinGrid } from './skin-grid.ts'

/** Within this many cells (4.8 mm) of the client's own hair single hairs stand between the dots: marks are no measure of pigment there. */
const reachCells = 8

/** Marks (1) the cells of treated skin beside the reference zone, where own hair mixes in. */
export function cellsBesideOwnHair({ columns, rows, reference }: SkinGrid): Uint8Array {
  const isBeside = new Uint8Array(columns * rows)
  let edge: number[] = []
  for (const [cell, share] of reference.entries()) if (share >= 0.5) edge.push(cell)
  for (const cell of edge) isBeside[cell] = 1
  for (let step = 0; step < reachCells; step++) {
    const next: number[] = []
    for (const cell of edge) {
      for (const neighbour of besides(cell, columns, rows)) {
        if (isBeside[neighbour]) continue
        isBeside[neighbour] = 1
        next.push(neighbour)
      }
    }
    edge = next
  }
  return isBeside
}
