import { useEffect } from 'react'

/** Keys that count everywhere on the screen: Ctrl+Z (⌘Z) undoes a step here and nothing else, L switches the loupe. */
export function useEditorKeys({ undo, toggleLoupe }: { undo: () => void; toggleLoupe: () => void }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const hasCommand = event.ctrlKey || event.metaKey
      if (key === 'z' && hasCommand && !event.shiftKey) undo()
      else if (key === 'l' && !hasCommand && !event.altKey && !event.repeat) toggleLoupe()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  })
}
