import { useEffect, useRef } from 'react'

/** Where keys keep their own meaning: fields, sliders, focused panes (arrows), dialogs and open menus. */
const ownKeys = 'input, textarea, [role="slider"], [role="dialog"], [role="menu"], [data-pane]'
/** Of those, where even digits and letters are typed. */
const ownLetters = 'input:not([type="radio"]), textarea, [role="dialog"], [role="menu"]'

/** Calls `onKey` for plain keys anywhere on the screen; `onKey` returns true for those that it used. */
export function useComparisonKeys(onKey: (key: string) => boolean): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : document.body
      if (target.closest(event.key.startsWith('Arrow') ? ownKeys : ownLetters)) return
      if (latest.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
