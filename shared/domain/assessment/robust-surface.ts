import { fitRobustly } from './robust-fit.ts'

/** A surface is fitted through every other cell: it is far smoother than that. */
const stride = 2

/**
 * What a map (row-major, NaN where nothing is known) leaves over a smooth polynomial of two variables: light and settling are smooth, patches aren't. Cells below the surface count
 * by `weightBelow`. Undefined with too few cells.
 */
export function aboveSurface(
  map: Float32Array,
  columns: number,
  rows: number,
  degree: number,
  weightBelow: number,
): Float32Array | undefined {
  const terms = powersUpTo(degree)
  const scale = 2 / Math.max(columns, rows)
  const fill = (into: Float64Array, at: number, column: number, row: number) => {
    const [x, y] = [(column - columns / 2) * scale, (row - rows / 2) * scale]
    for (const [k, [i, j]] of terms.entries()) into[at + k] = x ** i * y ** j
  }
  const cells: number[] = []
  for (let row = 0; row < rows; row += stride) {
    for (let column = 0; column < columns; column += stride) {
      if (!Number.isNaN(map[row * columns + column])) cells.push(row * columns + column)
    }
  }
  const features = new Float64Array(cells.length * terms.length)
  for (const [index, cell] of cells.entries()) {
    fill(features, index * terms.length, cell % columns, Math.floor(cell / columns))
  }
  const values = Float64Array.from(cells, (cell) => map[cell]!)
  const fit = fitRobustly(features, values, terms.length, { rounds: 8, reach: 1.5, weightBelow })
  if (!fit) return undefined
  const own = new Float64Array(terms.length)
  return map.map((value, cell) => {
    if (Number.isNaN(value)) return value
    fill(own, 0, cell % columns, Math.floor(cell / columns))
    let fitted = 0
    for (let k = 0; k < own.length; k++) fitted += own[k]! * fit.coefficients[k]!
    return value - fitted
  })
}

function powersUpTo(degree: number): [number, number][] {
  const powers: [number, number][] = []
  for (let sum = 0; sum <= degree; sum++) for (let j = 0; j <= sum; j++) powers.push([sum - j, j])
  return powers
}
