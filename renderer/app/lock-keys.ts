import { useEffect } from 'react'
import { usePorts } from '../use-ports.tsx'

/** Ctrl+L (⌘L) locks the library at once, wherever one is; without a passphrase nothing happens. */
export function useLockKeys(): void {
  const { keys } = usePorts()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'l' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      void keys.lock()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}
