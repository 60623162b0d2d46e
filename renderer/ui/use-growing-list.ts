import { type RefCallback, useCallback, useState } from 'react'

/** As many as fill a large window; to draw them takes a few frames, to draw thousands takes seconds. */
const pageLength = 24

/** The part of a long list that is drawn. */
export interface GrowingList<Item> {
  readonly shown: readonly Item[]
  /** Draws more; undefined when all are drawn. */
  readonly showMore: (() => void) | undefined
  /** Goes on what stands at the list's end: more is drawn as soon as it comes near the screen. */
  readonly endRef: RefCallback<HTMLElement>
}

/** Draws a long list little by little, as it is scrolled through. It begins anew with another `listKey`, such as what was searched for. */
export function useGrowingList<Item>(items: readonly Item[], listKey: string): GrowingList<Item> {
  const [grown, setGrown] = useState({ listKey, pages: 1 })
  const pages = grown.listKey === listKey ? grown.pages : 1
  const shown = items.slice(0, pages * pageLength)
  const showMore = useCallback(() => setGrown({ listKey, pages: pages + 1 }), [listKey, pages])
  const endRef = useCallback(
    (end: HTMLElement | null) => {
      if (!end) return
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting) showMore()
        },
        { rootMargin: '600px' },
      )
      observer.observe(end)
      return () => observer.disconnect()
    },
    [showMore],
  )
  return { shown, showMore: shown.length < items.length ? showMore : undefined, endRef }
}
