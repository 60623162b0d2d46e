import { useCallback, useEffect, useRef } from 'react'

type Change<Value> = (now: Value) => Value

/**
 * Gives a function that changes a value at the next frame: a mouse reports its place several times in a frame, and each change is made to what the one before it
 * made, but only the last is told.
 */
export function useFrameChanges<Value>(
  value: Value,
  onChange: (value: Value) => void,
): (change: Change<Value>) => void {
  const latest = useRef({ value, onChange })
  const pending = useRef<{ frame: number; changes: Change<Value>[] }>(undefined)
  useEffect(() => {
    latest.current = { value, onChange }
  })
  useEffect(
    () => () => {
      if (pending.current) cancelAnimationFrame(pending.current.frame)
      pending.current = undefined
    },
    [],
  )
  return useCallback((change) => {
    if (pending.current) {
      pending.current.changes.push(change)
      return
    }
    const frame = requestAnimationFrame(() => {
      const changes = pending.current?.changes ?? []
      pending.current = undefined
      const { value: before, onChange: tell } = latest.current
      tell(changes.reduce((now, next) => next(now), before))
    })
    pending.current = { frame, changes: [change] }
  }, [])
}
