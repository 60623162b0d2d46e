import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from '../../shared/domain/geometry/viewport.ts'

/** The element's size in CSS pixels, kept up to date; undefined until it has been laid out. */
export function usePaneSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const pane = element.current
    if (!pane) return
    const measure = () => {
      const { width, height } = pane.getBoundingClientRect()
      if (width < 1 || height < 1) return
      setSize((known) =>
        known?.widthPx === width && known.heightPx === height ? known : { widthPx: width, heightPx: height },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(pane)
    return () => observer.disconnect()
  }, [element])
  return size
}
