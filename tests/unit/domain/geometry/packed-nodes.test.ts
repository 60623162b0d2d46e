import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { isPackedNodes, packNodes, unpackNodes } from '../../../../shared/domain/geometry/packed-nodes.ts'

const grids = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).chain(([columns, rows]) => {
  const values = fc.array(fc.integer({ min: -40_000_000, max: 40_000_000 }), {
    minLength: columns * rows,
    maxLength: columns * rows,
  })
  return fc.record({ columns: fc.constant(columns), rows: fc.constant(rows), dx: values, dy: values })
})

describe('packed nodes', () => {
  test.prop([grids])('come back as they were', ({ columns, rows, dx, dy }) => {
    const nodes = unpackNodes(columns, rows, packNodes(columns, dx, dy))
    expect([...nodes!.dx]).toEqual(dx)
    expect([...nodes!.dy]).toEqual(dy)
  })

  test.prop([grids, fc.nat(), fc.constantFrom('', '!', '=', 'é', ' ')])(
    'of another number, cut short or with foreign characters aren’t taken',
    ({ columns, rows, dx, dy }, at, foreign) => {
      const text = packNodes(columns, dx, dy)
      const place = at % text.length
      expect(isPackedNodes(columns, rows, text)).toBe(true)
      const others = [`${text}A`, text.slice(0, -1)]
      if (foreign !== '') others.push(text.slice(0, place) + foreign + text.slice(place + 1))
      for (const other of others) expect(isPackedNodes(columns, rows, other)).toBe(false)
      for (const other of others) expect(unpackNodes(columns, rows, other)).toBeUndefined()
      expect(isPackedNodes(columns, rows + 1, text)).toBe(false)
      expect(unpackNodes(columns, rows + 1, text)).toBeUndefined()
    },
  )

  test('of a plane take one character each, whatever its slope', () => {
    const plane = Array.from({ length: 2500 }, (_, at) => 31 * (at % 50) - 17 * Math.floor(at / 50))
    expect(packNodes(50, plane, plane).length).toBeLessThan(2 * 2500 + 2 * 100)
  })
})
