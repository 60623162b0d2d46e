import { type DragEvent, useState } from 'react'

/** True when files from outside the window are dragged, and not something of the window itself. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/**
 * Makes an element take dropped files and folders. Zones may be nested: the innermost takes the drop, and only it lights up.
 * `handlers` go onto the element, `isOver` says that a drop would land here.
 */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [isOver, setIsOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    const isTaken = event.defaultPrevented
    setIsOver(!isTaken && carriesFiles(event))
    if (isTaken || !carriesFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const onDragLeave = (event: DragEvent) => {
    const goesTo = event.relatedTarget
    if (!(goesTo instanceof Node && event.currentTarget.contains(goesTo))) setIsOver(false)
  }
  const onDrop = (event: DragEvent) => {
    setIsOver(false)
    if (event.defaultPrevented || !carriesFiles(event)) return
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return { isOver, handlers: { onDragOver, onDragLeave, onDrop } }
}
