import { useEffect, useRef } from 'react'
import { create } from 'zustand'

/** Something that a key does on a screen; the key sheet lists it. */
export interface Command {
  /** What it does: "Next stage". */
  readonly name: string
  /** Under which heading it is listed. */
  readonly group: string
  /** As the keyboard names them: "ArrowLeft", "z", "?", " ", "Shift+ArrowLeft", "Ctrl+z" (on a Mac ⌘). The first is the one that is shown. */
  readonly keys: readonly string[]
  readonly run: () => void
  /** For what lasts as long as its key is held: ends it. */
  readonly release?: () => void
  /** It is listed, but can't be done now. */
  readonly isOff?: boolean
  /** Another part of the screen acts on the key; here it is only listed. */
  readonly isElsewhere?: boolean
}

interface KnownCommands {
  readonly lists: readonly (() => readonly Command[])[]
  readonly isSheetOpen: boolean
  readonly setSheetOpen: (isOpen: boolean) => void
}

/** The commands of what is on the screen, and whether they are listed. */
export const useKnownCommands = create<KnownCommands>()((set) => ({
  lists: [],
  isSheetOpen: false,
  setSheetOpen: (isSheetOpen) => set({ isSheetOpen }),
}))

/** Where arrows, Home and End keep their own meaning: fields, sliders, focused panes, dialogs and open menus. */
const ownKeys = 'input, textarea, [contenteditable], [role="slider"], [role="dialog"], [role="menu"], [data-pane]'
/** Where Space does: what it presses or ticks, and fields. A choice that is made already, a slider and a pane don't know it. */
const ownSpace =
  'button, a, summary, [role="radio"], [role="checkbox"], [role="switch"], input:not([type="radio"]:checked, [type="range"]), textarea, [contenteditable], [role="dialog"], [role="menu"]'
/** Of those, where even digits and letters are typed or mean something. */
const ownLetters =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, [contenteditable], [role="dialog"], [role="menu"]'

/** Runs commands by their keys, anywhere on the screen but where a key has a meaning of its own, and lets the key sheet list them. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const list = () => latest.current
    let held: { readonly code: string; readonly release: () => void } | undefined
    const letGo = () => {
      held?.release()
      held = undefined
    }
    useKnownCommands.setState(({ lists }) => ({ lists: [...lists, list] }))
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTakenBy(event)) return
      const pressed = keyOf(event)
      const command = list().find((each) => !each.isOff && !each.isElsewhere && each.keys.includes(pressed))
      if (!command) return
      event.preventDefault()
      if (command.release && (held || event.repeat)) return
      command.run()
      if (command.release) held = { code: event.code, release: command.release }
    }
    const lift = (event: KeyboardEvent) => {
      if (event.code === held?.code) letGo()
    }
    window.addEventListener('keydown', listen)
    window.addEventListener('keyup', lift)
    window.addEventListener('blur', letGo)
    return () => {
      letGo()
      window.removeEventListener('keydown', listen)
      window.removeEventListener('keyup', lift)
      window.removeEventListener('blur', letGo)
      useKnownCommands.setState(({ lists }) => ({ lists: lists.filter((other) => other !== list) }))
    }
  }, [])
}

/** A pressed key as commands name it; Shift is named with keys that print nothing, for the others it is in what they print. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const isPrinted = event.key.length === 1
  const key = isPrinted ? event.key.toLowerCase() : event.key
  const isShiftNamed = event.shiftKey && (!isPrinted || key === ' ' || event.ctrlKey || event.metaKey)
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    isShiftNamed ? 'Shift+' : '',
    key,
  ].join('')
}

function isTakenBy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body
  if (event.key === ' ') return target.closest(ownSpace) !== null
  const isMoving = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End'
  return target.closest(isMoving ? ownKeys : ownLetters) !== null
}
