/** 64 digits of one character each, in the order of their values. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOfCode = new Uint8Array(128).fill(255)
for (let value = 0; value < 64; value++) valueOfCode[digits.charCodeAt(value)] = value
/** A digit's value holds five bits, and this when more of the same number follow. */
const goesOn = 32

/** The nodes of a displacement field: `dx` and `dy`, row by row. */
export interface FieldNodes {
  readonly dx: Int32Array
  readonly dy: Int32Array
}

/**
 * Writes the nodes of a smooth field as a short text: of each the difference from what its neighbours on the left, above, and above on the left let expect
 * (left + above − both), its sign in the lowest bit, five bits a character, as in Base64 VLQ (source maps). About a third of what the numbers themselves would take.
 */
export function packNodes(columns: number, dx: ArrayLike<number>, dy: ArrayLike<number>): string {
  return packed(columns, dx) + packed(columns, dy)
}

/** True for `packNodes`’ text of this many nodes, without reading what they are. */
export function isPackedNodes(columns: number, rows: number, text: string): boolean {
  let count = 0
  let isWhole = true
  for (let place = 0; place < text.length; place++) {
    const digit = valueOfCode[text.charCodeAt(place)] ?? 255
    if (digit === 255) return false
    isWhole = digit < goesOn
    if (isWhole) count++
  }
  return isWhole && count === 2 * columns * rows
}

/** Reads `packNodes`’ text; undefined when it isn't one for this many nodes. */
export function unpackNodes(columns: number, rows: number, text: string): FieldNodes | undefined {
  const dx = new Int32Array(columns * rows)
  const dy = new Int32Array(columns * rows)
  const end = unpack(columns, dx, text, 0)
  return end !== undefined && unpack(columns, dy, text, end) === text.length ? { dx, dy } : undefined
}

function packed(columns: number, values: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < values.length; at++) {
    const difference = (values[at] ?? 0) - expected(columns, values, at)
    let rest = difference < 0 ? -2 * difference - 1 : 2 * difference
    while (rest >= goesOn) {
      text += digits[goesOn + (rest % goesOn)]
      rest = Math.floor(rest / goesOn)
    }
    text += digits[rest]
  }
  return text
}

/** Fills `values` from a place of the text; where they end, or undefined. */
function unpack(columns: number, values: Int32Array, text: string, from: number): number | undefined {
  let place = from
  for (let at = 0; at < values.length; at++) {
    let sum = 0
    for (let factor = 1; ; factor *= goesOn) {
      const digit = valueOfCode[text.charCodeAt(place++)] ?? 255
      if (digit === 255) return undefined
      sum += (digit % goesOn) * factor
      if (digit < goesOn) break
    }
    values[at] = expected(columns, values, at) + (sum % 2 === 0 ? sum / 2 : -(sum + 1) / 2)
  }
  return place
}

function expected(columns: number, values: ArrayLike<number>, at: number): number {
  const hasLeft = at % columns > 0
  const left = hasLeft ? (values[at - 1] ?? 0) : 0
  if (at < columns) return left
  const above = values[at - columns] ?? 0
  return hasLeft ? left + above - (values[at - columns - 1] ?? 0) : above
}
