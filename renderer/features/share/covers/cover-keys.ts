import type { KeyboardEvent } from 'react'
import type { Covers } from './use-covers.ts'

/** Fields keep their own undoing. */
const ownUndo = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea'

/** While covers are worked on: Escape ends that, and Ctrl+Z takes the last stroke back. */
export function pressCoverKey(event: KeyboardEvent, covers: Covers): void {
  const { editing } = covers
  const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
  const isWriting = event.target instanceof Element && event.target.closest(ownUndo) !== null
  if (event.key === 'Escape' && editing) covers.edit(null)
  else if (isUndo && editing?.tool === 'brush' && !isWriting) covers.undoStroke()
  else return
  event.preventDefault()
}
