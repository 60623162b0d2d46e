import { useEffect, useRef, useState } from 'react'

/** WCAG 2.3.1: nothing flashes more than three times in a second. A flash is there and back: two changes of the picture. */
const mostFlashesPerSecond = 3
/** No two changes come nearer to each other, whoever asks for them: three flashes a second are never passed. */
const leastGapMs = 1000 / (2 * mostFlashesPerSecond)
/** What can be set: at the most two flashes a second, well below the limit, for the photos fill the screen. */
export const blinkRates = { least: 0.5, most: 4, step: 0.5 } as const

interface Blinking {
  /** Which of the two pictures is shown: 0 or 1. */
  readonly shown: 0 | 1
  /** Shows the other one now, unless the last change was just before. */
  readonly step: () => void
}

/** Changes between two pictures. The next change is timed from the last one, so that none comes early when the computer was busy. */
export function useBlinking(isRunning: boolean, changesPerSecond: number): Blinking {
  const [shown, setShown] = useState<0 | 1>(0)
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  const change = () => {
    changedAt.current = performance.now()
    setShown((before) => (before === 0 ? 1 : 0))
  }
  useEffect(() => {
    if (!isRunning) return
    const since = performance.now() - changedAt.current
    const gapMs = Math.max(1000 / changesPerSecond, leastGapMs)
    const timer = setTimeout(change, Number.isFinite(since) ? Math.max(gapMs - since, 0) : gapMs)
    return () => clearTimeout(timer)
  })
  return {
    shown,
    step: () => {
      if (performance.now() - changedAt.current >= leastGapMs) change()
    },
  }
}

/** Whether the computer is set to move as little as possible. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
}
