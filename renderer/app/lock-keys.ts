import { useEffect } from 'react'
import { t } from '../../shared/words/translate.ts'
import { useCommands } from '../ui/commands.ts'
import { usePorts } from '../use-ports.tsx'

/** Ctrl+L (⌘L) locks the library at once, wherever one is; without a passphrase nothing happens. */
export function useLockKeys(): void {
  const { keys } = usePorts()
  // in fields too: that is why it has a listener of its own
  useCommands([
    { name: t('Lock the library'), group: t('Everywhere'), keys: ['Ctrl+l'], run: keys.lock, isElsewhere: true },
  ])
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
