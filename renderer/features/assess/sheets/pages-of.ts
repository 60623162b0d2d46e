/** A piece of a document that stays whole. Heights in one unit, whichever. */
export interface FlowingBlock {
  readonly height: number
  /** What stands above the first of a row of blocks that share it, and again on each page on which they go on. */
  readonly head: { readonly name: string; readonly height: number } | null
  readonly isKeptWithNext: boolean
}

/** Lays blocks out on pages of this height: the indices of each page's blocks. What is kept with the next isn't parted from it, unless both are higher than a page. */
export function pagesOf(blocks: readonly FlowingBlock[], pageHeight: number): number[][] {
  const pages: number[][] = []
  let used = 0
  for (let index = 0; index < blocks.length; ) {
    const end = endOfGroup(blocks, index)
    const page = pages.at(-1)
    const onThisPage = page && heightOf(blocks, index, end, page.at(-1))
    if (page && onThisPage !== undefined && used + onThisPage <= pageHeight) {
      used += onThisPage
      page.push(...indices(index, end))
    } else {
      used = heightOf(blocks, index, end, undefined)
      pages.push(indices(index, end))
    }
    index = end
  }
  return pages
}

/** Whether a block's head stands above it: it doesn't where the block before it on the page has the same. */
export function hasHead(blocks: readonly FlowingBlock[], index: number, before: number | undefined): boolean {
  const { head } = blocks[index]!
  return head !== null && (before === undefined || blocks[before]!.head?.name !== head.name)
}

function endOfGroup(blocks: readonly FlowingBlock[], start: number): number {
  let end = start
  while (end < blocks.length - 1 && blocks[end]!.isKeptWithNext) end++
  return end + 1
}

function heightOf(blocks: readonly FlowingBlock[], start: number, end: number, before: number | undefined): number {
  return indices(start, end).reduce((sum, index) => {
    const previous = index === start ? before : index - 1
    const head = hasHead(blocks, index, previous) ? (blocks[index]!.head?.height ?? 0) : 0
    return sum + blocks[index]!.height + head
  }, 0)
}

function indices(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset)
}
