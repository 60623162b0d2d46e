/**
 * Solves A·X = B by Gaussian elimination with partial pivoting. `matrix` is n × n and `right` n × columns, both row-major; both are overwritten.
 * Gives X (n × columns, row-major), or undefined where the matrix is singular to working precision.
 */
export function solveLinearSystem(
  matrix: Float64Array,
  right: Float64Array,
  n: number,
  columns: number,
): Float64Array | undefined {
  let largest = 0
  for (const value of matrix) largest = Math.max(largest, Math.abs(value))
  for (let pivot = 0; pivot < n; pivot++) {
    let best = pivot
    for (let row = pivot + 1; row < n; row++) {
      if (Math.abs(matrix[row * n + pivot]!) > Math.abs(matrix[best * n + pivot]!)) best = row
    }
    if (!(Math.abs(matrix[best * n + pivot]!) > 1e-12 * largest)) return undefined
    swapRows(matrix, n, pivot, best)
    swapRows(right, columns, pivot, best)
    for (let row = pivot + 1; row < n; row++) {
      const factor = matrix[row * n + pivot]! / matrix[pivot * n + pivot]!
      if (factor === 0) continue
      for (let k = pivot; k < n; k++) matrix[row * n + k]! -= factor * matrix[pivot * n + k]!
      for (let k = 0; k < columns; k++) right[row * columns + k]! -= factor * right[pivot * columns + k]!
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = 0; k < columns; k++) {
      let value = right[row * columns + k]!
      for (let j = row + 1; j < n; j++) value -= matrix[row * n + j]! * right[j * columns + k]!
      right[row * columns + k] = value / matrix[row * n + row]!
    }
  }
  return right
}

function swapRows(values: Float64Array, width: number, one: number, other: number): void {
  if (one === other) return
  for (let k = 0; k < width; k++) {
    const kept = values[one * width + k]!
    values[one * width + k] = values[other * width + k]!
    values[other * width + k] = kept
  }
}
