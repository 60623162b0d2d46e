import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

/** How long a text rests before it is saved though its field wasn't left: a lock or a power cut must not cost more. */
const restMs = 3000

/**
 * What is typed into a field, handed on when the field is left, on Enter (not in a multi-line field), after a rest, and when the screen is left. While the
 * field has the focus, what is typed stands; else the recorded value does, once it has changed.
 */
export function useDraft(value: string, onCommit: (text: string) => void, tidy = (typed: string) => typed.trim()) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string } | null>(null)
  const isFocused = useRef(false)
  const isCounted = draft !== null && (isFocused.current || draft.of === value)
  const text = isCounted ? draft.text : value
  const handedOn = useRef(value)

  const commit = useEffectEvent(() => {
    const typed = tidy(text)
    if (!isCounted || typed === handedOn.current) return
    handedOn.current = typed
    onCommit(typed)
  })
  useEffect(() => {
    handedOn.current = value
    if (!isFocused.current) setDraft(null)
  }, [value])
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => commit(), restMs)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => () => commit(), [])

  return {
    value: text,
    onChange: (typed: string) => setDraft({ text: typed, of: value }),
    onFocus: () => {
      isFocused.current = true
    },
    onBlur: () => {
      isFocused.current = false
      commit()
      setDraft((typed) => (typed === null || tidy(typed.text) === value ? null : { text: tidy(typed.text), of: value }))
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) commit()
    },
  }
}
