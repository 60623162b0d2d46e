import { useCallback } from 'react'
import { pairKeyOf } from '../../shared/domain/alignment.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import type { Library } from '../ports.ts'
import { usePorts } from '../use-ports.tsx'
import { keepAtHand } from './known-pairs.ts'
import { pictureOfAlignment, pictureOfPhoto } from './picture.ts'

/** A pair that isn't opened meanwhile is let go after this time. */
const keptMs = 8000

let held: { readonly key: string; readonly release: () => void } | undefined

/** Gives a function that gets a comparison of two photos ready, because a hand or the focus has come to the button that opens it: what is stored of the pair, and its working copies, decoded. */
export function usePairAhead(): (reference: Photo, moving: Photo) => void {
  const { library } = usePorts()
  return useCallback((reference, moving) => getReady(library, reference, moving), [library])
}

function getReady(library: Library, reference: Photo, moving: Photo): void {
  const key = pairKeyOf(reference, moving)
  if (held?.key === key) return
  held?.release()
  const images: HTMLImageElement[] = []
  const decode = (address: string) => {
    const image = new Image()
    images.push(image)
    image.src = address
    // what can't be shown is told when the pair is
    image.decode().catch(() => undefined)
  }
  decode(pictureOfPhoto(reference).workAddress)
  const letGo = keepAtHand(library, key)
  const alignment = library.watchAlignment(key).subscribe({
    next: (stored) =>
      images.length === 1 &&
      stored?.transform &&
      decode(pictureOfAlignment(stored.alignmentId, reference, false).workAddress),
    error: () => undefined,
  })
  const release = () => {
    clearTimeout(timer)
    letGo()
    alignment.unsubscribe()
    for (const image of images) image.src = ''
    held = undefined
  }
  const timer = setTimeout(release, keptMs)
  held = { key, release }
}
