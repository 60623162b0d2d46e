import { useEffect, useState } from 'react'

const restMs = 3500
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'] as const

/** True while nobody has touched mouse, screen or keys for a moment. */
export function useResting(): boolean {
  const [isResting, setResting] = useState(false)
  useEffect(() => {
    const rest = () => setResting(true)
    let timer = setTimeout(rest, restMs)
    const wake = () => {
      clearTimeout(timer)
      timer = setTimeout(rest, restMs)
      setResting(false)
    }
    for (const sign of signs) window.addEventListener(sign, wake, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, wake, { capture: true })
    }
  }, [])
  return isResting
}
