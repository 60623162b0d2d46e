import { describe, expect, test } from 'vitest'
import { type FoundPatch, findPatches } from '../../../../shared/domain/assessment/patches.ts'
import { numbers } from '../../../numbers.ts'

/** A zone of 120 mm × 120 mm in cells of 0.6 mm. */
const side = 200
const cellAreaMm2 = 0.36
const ones = new Float32Array(side * side).fill(1)
const grid = {
  columns: side,
  rows: side,
  treated: ones,
  reference: ones,
  blend: new Float32Array(side * side),
  cosine: ones,
  areaFactor: ones,
}

/** Patches of skin with dots set apart, one or two in each four cells, of which `kept` (0 to 1, by column and row) are there. */
function patchesWhere(kept: (column: number, row: number) => number): FoundPatch[] {
  const random = numbers(7)
  const count = new Float32Array(side * side)
  for (let row = 0; row < side; row += 2) {
    for (let column = 0; column < side; column += 2) {
      for (let dot = random() < 0.6 ? 2 : 1; dot > 0; dot--) {
        const at = [column + Math.floor(random() * 2), row + Math.floor(random() * 2)] as const
        if (random() < kept(...at)) count[at[1] * side + at[0]]! += 1
      }
    }
  }
  const cells = { columns: side, rows: side, weight: ones, rawCount: count, count, ink: count }
  return findPatches(cells, grid, cellAreaMm2, 0.2)
}

/** Shares: of the wanted cells that the patches cover, and of the patches' cells that are wanted. */
function agreement(patches: readonly FoundPatch[], isWanted: (column: number, row: number) => boolean) {
  const cells = patches.flatMap((patch) => patch.cells)
  const right = cells.filter((cell) => isWanted(cell % side, Math.floor(cell / side))).length
  let wanted = 0
  for (let cell = 0; cell < side * side; cell++) if (isWanted(cell % side, Math.floor(cell / side))) wanted++
  return { covered: right / wanted, right: right / cells.length }
}

describe('skin without dots', () => {
  test.each([
    ['a band along one side of the zone', (_: number, row: number) => row < 50],
    ['a disc of 50 mm in its middle', (column: number, row: number) => Math.hypot(column - 100, row - 100) < 42],
    ['a corner', (column: number, row: number) => column + row < 90],
  ])('is one patch, however large it is: %s', (_name, isBare) => {
    const patches = patchesWhere((column, row) => (isBare(column, row) ? 0 : 1))
    expect(patches.map(({ kind }) => kind)).toEqual(['missing'])
    const { covered, right } = agreement(patches, isBare)
    expect(covered).toBeGreaterThan(0.85)
    expect(right).toBeGreaterThan(0.9)
    expect(patches[0]!.inkDrop).toBeGreaterThan(0.9)
  })

  test.each([10, 14, 22, 36, 50])(
    'is one patch at the zone’s edge too: half a disc with a radius of %i cells',
    (radius) => {
      const isBare = (column: number, row: number) => Math.hypot(column - 100, row) < radius
      const patches = patchesWhere((column, row) => (isBare(column, row) ? 0 : 1))
      expect(patches.map(({ kind }) => kind)).toEqual(['missing'])
      expect(agreement(patches, isBare).covered).toBeGreaterThan(0.8)
    },
  )

  test('with few dots left it is one patch too', () => {
    const patches = patchesWhere((_, row) => (row < 50 ? 0.08 : 1))
    expect(patches.map(({ kind }) => kind)).toEqual(['missing'])
  })
})

test('even skin has no patch, nor has skin that thins out slowly', () => {
  expect(patchesWhere(() => 1)).toHaveLength(0)
  expect(patchesWhere((_, row) => 0.8 + (0.2 * row) / side)).toHaveLength(0)
})
