/** Cells that hang together, deepest cell first found, and how deep it is. */
export interface Region {
  readonly cells: readonly number[]
  readonly depth: number
}

/** A region reaches as far as the map stays below this share of its depth (assessment-measurements, step 8). */
const edgeShare = 0.4
/** What hangs on to a deeper region and is less than this share as deep is its fringe. */
const fringeShare = 0.6

/**
 * Regions where a map (row-major, NaN: unknown) lies below −`leastDepth`, deepest first: around each minimum the connected cells below 0.4 of its depth. No cell belongs to two; the fringe of a region is none.
 */
export function regionsBelow(map: Float32Array, columns: number, rows: number, leastDepth: number): Region[] {
  const seeds: number[] = []
  for (let cell = 0; cell < map.length; cell++) {
    if (map[cell]! <= -leastDepth && isLowest(map, columns, rows, cell)) seeds.push(cell)
  }
  seeds.sort((a, b) => map[a]! - map[b]!)
  const depthAt = new Float32Array(map.length)
  const regions: Region[] = []
  for (const seed of seeds) {
    if (depthAt[seed]) continue
    const depth = -map[seed]!
    const cells = [seed]
    depthAt[seed] = depth
    let deepestBeside = 0
    for (let next = 0; next < cells.length; next++) {
      for (const neighbour of besides(cells[next]!, columns, rows)) {
        if (depthAt[neighbour]! > depth) deepestBeside = Math.max(deepestBeside, depthAt[neighbour]!)
        if (depthAt[neighbour] || !(map[neighbour]! < -edgeShare * depth)) continue
        depthAt[neighbour] = depth
        cells.push(neighbour)
      }
    }
    if (depth >= fringeShare * deepestBeside) regions.push({ cells, depth })
  }
  return regions
}

/** The cells above, below, left and right of a cell. */
export function besides(cell: number, columns: number, rows: number): number[] {
  const column = cell % columns
  const row = (cell - column) / columns
  const found: number[] = []
  if (column > 0) found.push(cell - 1)
  if (column < columns - 1) found.push(cell + 1)
  if (row > 0) found.push(cell - columns)
  if (row < rows - 1) found.push(cell + columns)
  return found
}

function isLowest(map: Float32Array, columns: number, rows: number, cell: number): boolean {
  return besides(cell, columns, rows).every((neighbour) => !(map[neighbour]! < map[cell]!))
}
