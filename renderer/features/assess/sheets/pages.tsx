import { Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../../shared/words/translate.ts'
import classes from './pages.module.css'
import { type FlowingBlock, hasHead, pagesOf } from './pages-of.ts'
import { type Paper, pxPerMm } from './paper.ts'

/** A piece of a document. What shares a `head` stands under it; the head is said again on the next page. */
export interface PageBlock {
  readonly key: string
  readonly content: ReactNode
  readonly head?: { readonly name: string; readonly content: ReactNode }
  readonly isKeptWithNext?: boolean
}

interface PagesProps {
  readonly blocks: readonly PageBlock[]
  /** Which blocks stand on which page. */
  readonly pages: readonly (readonly number[])[]
  readonly paper: Paper
  /** Stands at the foot of each page. */
  readonly foot: string
}

/** The pages of a document, as large as on paper. */
export function Pages({ blocks, pages, paper, foot }: PagesProps) {
  const flowing = blocks.map(({ head }) => flowingOf(0, head && { name: head.name, height: 0 }))
  return pages.map((indices, number) => (
    <section key={indices.join()} className={classes.page} data-paper={paper.name}>
      <div className={classes.content}>
        {indices.map((index, place) => {
          const { key, content, head } = blocks[index]!
          return (
            <Fragment key={key}>
              {hasHead(flowing, index, indices[place - 1]) && <div className={classes.block}>{head?.content}</div>}
              <div className={classes.block}>{content}</div>
            </Fragment>
          )
        })}
      </div>
      <footer className={classes.foot}>
        <span>{foot}</span>
        {pages.length > 1 && <span>{t('{{page}} of {{pages}}', { page: number + 1, pages: pages.length })}</span>}
      </footer>
    </section>
  ))
}

/** Lays blocks out on pages: `measure` has to stand somewhere in the page; nobody sees it. */
export function usePages(blocks: readonly PageBlock[], paper: Paper): { pages: number[][]; measure: ReactNode } {
  const container = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<number[][]>([])
  useLayoutEffect(() => {
    const lay = () => {
      const measured = container.current && measuredBlocks(container.current, blocks)
      if (!measured) return
      const next = pagesOf(measured, paper.roomMm * pxPerMm)
      setPages((latest) => (JSON.stringify(latest) === JSON.stringify(next) ? latest : next))
    }
    lay()
    // a typeface that comes later has other widths
    void document.fonts?.ready.then(lay)
  })
  const measure = (
    <div ref={container} className={classes.measure} data-paper={paper.name} aria-hidden inert>
      {blocks.map(({ key, content, head }) => (
        <Fragment key={key}>
          <div className={classes.block}>{content}</div>
          <div className={classes.block}>{head?.content}</div>
        </Fragment>
      ))}
    </div>
  )
  const known = new Set(pages.flat())
  const isLaid = known.size === blocks.length
  return { pages: isLaid ? pages : [], measure }
}

/** Every block is followed by its head. */
function measuredBlocks(container: HTMLElement, blocks: readonly PageBlock[]): FlowingBlock[] | undefined {
  const heights = [...container.children].map((child) => (child as HTMLElement).offsetHeight)
  if (heights.length !== 2 * blocks.length) return undefined
  return blocks.map(({ head, isKeptWithNext }, index) =>
    flowingOf(heights[2 * index]!, head && { name: head.name, height: heights[2 * index + 1]! }, isKeptWithNext),
  )
}

function flowingOf(height: number, head: FlowingBlock['head'] | undefined, isKeptWithNext = false): FlowingBlock {
  return { height, head: head ?? null, isKeptWithNext }
}
