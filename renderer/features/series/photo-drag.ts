import { type DragEvent, useState } from 'react'
import { type PhotoId, photoIdSchema } from '../../../shared/domain/ids.ts'

const mimeType = 'application/x-stipple-photo'

/** Makes a dragged element carry a photo of the board. */
export function carryPhoto(event: DragEvent, photoId: PhotoId): void {
  event.dataTransfer.setData(mimeType, photoId)
  event.dataTransfer.effectAllowed = 'move'
}

/** Makes an element take photos that are dragged within the board. */
export function usePhotoDrop(onPhoto: (photoId: PhotoId) => void) {
  const [isOver, setIsOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(mimeType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setIsOver(true)
  }
  const onDragLeave = (event: DragEvent) => {
    const goesTo = event.relatedTarget
    if (!(goesTo instanceof Node && event.currentTarget.contains(goesTo))) setIsOver(false)
  }
  const onDrop = (event: DragEvent) => {
    setIsOver(false)
    const photoId = photoIdSchema.safeParse(event.dataTransfer.getData(mimeType))
    if (!photoId.success) return
    event.preventDefault()
    onPhoto(photoId.data)
  }
  return { isOver, handlers: { onDragOver, onDragLeave, onDrop } }
}
