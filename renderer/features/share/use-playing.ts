import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { type Film, secondsOf } from './film.ts'

/** The frame of a film that is shown now, over and over; it stands still until it is played where the computer asks for less motion. */
export function usePlaying(film: Film | undefined, isReady: boolean) {
  const wantsStillness = useReducedMotion()
  const [wanted, setPlaying] = useState<boolean>()
  const [frame, setFrame] = useState(0)
  const isPlaying = film !== undefined && isReady && (wanted ?? !wantsStillness)
  const [frames, framesPerSecond] = [film?.frames ?? 1, film?.framesPerSecond ?? 1]
  useEffect(() => {
    if (!isPlaying) return
    const started = performance.now()
    let next = requestAnimationFrame(function draw(now) {
      setFrame(Math.floor(((now - started) / 1000) * framesPerSecond) % frames)
      next = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(next)
  }, [isPlaying, frames, framesPerSecond])
  return {
    frame: Math.min(frame, frames - 1),
    isPlaying,
    toggle: () => setPlaying(!isPlaying),
    seconds: film ? secondsOf(film) : 0,
  }
}
