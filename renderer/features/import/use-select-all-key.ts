import { useEffect, useEffectEvent } from 'react'

/** Calls back on Ctrl+A (⌘A), except in a field, where it belongs to the text. */
export function useSelectAllKey(onSelectAll: () => void): void {
  const selectAll = useEffectEvent(onSelectAll)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox]), textarea, [role=dialog]') !== null
      if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isField) return
      event.preventDefault()
      selectAll()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
