import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type FlowingBlock, hasHead, pagesOf } from '../../../../renderer/features/assess/sheets/pages-of.ts'

const block = (height: number, about: Partial<FlowingBlock> = {}): FlowingBlock => ({
  height,
  head: null,
  isKeptWithNext: false,
  ...about,
})
const head = { name: 'rows', height: 10 }

describe('a document is laid out on pages', () => {
  test('that are filled one after another', () => {
    expect(pagesOf([block(40), block(50), block(20)], 100)).toEqual([[0, 1], [2]])
  })

  test('with the head of a list on each page on which it goes on', () => {
    const rows = [block(40, { head }), block(40, { head }), block(40, { head })]
    expect(pagesOf(rows, 100)).toEqual([[0, 1], [2]])
    expect(pagesOf(rows, 89)).toEqual([[0], [1], [2]])
    expect([hasHead(rows, 0, undefined), hasHead(rows, 1, 0), hasHead(rows, 2, undefined)]).toEqual([true, false, true])
  })

  test('that don’t part what is kept together', () => {
    const blocks = [block(60), block(20, { isKeptWithNext: true }), block(30)]
    expect(pagesOf(blocks, 100)).toEqual([[0], [1, 2]])
  })

  const blockArbitrary = fc.record({
    height: fc.integer({ min: 0, max: 100 }),
    head: fc.constantFrom(null, head, { name: 'others', height: 5 }),
    isKeptWithNext: fc.boolean(),
  })
  propertyTest.prop([fc.array(blockArbitrary, { maxLength: 40 })])('each once and in order', (blocks) => {
    expect(pagesOf(blocks, 120).flat()).toEqual(blocks.map((_, index) => index))
  })

  propertyTest.prop([fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 40 })])(
    'never higher than a page',
    (heights) => {
      const rows = heights.map((height) => block(height, { head }))
      for (const page of pagesOf(rows, 100))
        expect(page.reduce((sum, index) => sum + heights[index]!, head.height)).toBeLessThanOrEqual(100)
    },
  )
})
