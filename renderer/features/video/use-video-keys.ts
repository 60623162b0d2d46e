import { useEffect, useRef } from 'react'
import type { Playback } from './playback.ts'

/** One press of an arrow key with Shift. */
const jumpSeconds = 1
/** Where keys keep their own meaning. */
const ownKeys = '[role="dialog"], [role="menu"], textarea, input:not([type="range"])'

/** Space plays and stops, arrows go frame by frame, with Shift by a second, Home and End to the ends: wherever the focus is. */
export function useVideoKeys(
  playback: Playback | null,
  ends: { startSeconds: number; endSeconds: number } | null,
): void {
  const latest = useRef({ playback, ends })
  useEffect(() => {
    latest.current = { playback, ends }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : document.body
      if (target.closest(ownKeys)) return
      // Space on a button presses it
      if (event.key === ' ' && target.closest('button, a')) return
      if (isUsed(event)) event.preventDefault()
    }
    const isUsed = ({ key, shiftKey }: KeyboardEvent): boolean => {
      const { playback: player, ends: range } = latest.current
      if (!player || !range) return false
      const direction = key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 1
      switch (key) {
        case ' ':
          if (player.isPlaying) player.pause()
          else void player.play()
          return true
        case 'ArrowLeft':
        case 'ArrowRight':
        case 'ArrowUp':
        case 'ArrowDown':
          if (shiftKey) player.jump(direction * jumpSeconds)
          else player.step(direction)
          return true
        case 'Home':
          player.seek(range.startSeconds)
          return true
        case 'End':
          player.seek(range.endSeconds)
          return true
        default:
          return false
      }
    }
    // before a slider takes the arrows for itself
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
