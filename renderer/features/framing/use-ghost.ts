import { useEffect, useMemo, useState } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { faintEdges } from '../../../shared/domain/framing/faint-edges.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { type Photo, shownHead, shownSize } from '../../../shared/domain/photo.ts'
import { usePorts } from '../../use-ports.tsx'
import { usePicture } from '../../viewer/use-picture.ts'
import { framingHints } from './framing-words.ts'
import type { Ghost } from './ghost-painter.ts'

/** Edges are looked for at this size: fine enough for outlines, too coarse for stubble. */
const edgesLongestSidePx = 500

/** A photo's ghost with the hints that go with it; null while the photo is read and its head looked for. */
export function useGhost(photo: Photo): { ghost: Ghost; hints: string[] } | null {
  const head = useHead(photo)
  const image = usePicture(photoAddress(photo, 'work'))
  const edges = useMemo(() => image && edgesOf(image), [image])
  return useMemo(() => {
    if (!edges || head === undefined) return null
    const frame = shownSize(photo)
    const hints = framingHints(head, frame)
    const title = photo.angle ? angleLabel(photo.angle) : ''
    return { hints, ghost: { frame, edges, outline: head, title, lines: hints } }
  }, [photo, edges, head])
}

/** The head as it is known or found now; null where none is found, undefined while it is looked for. */
function useHead(photo: Photo): HeadEllipse | null | undefined {
  const { engine } = usePorts()
  const known = shownHead(photo)
  const [found, setFound] = useState<HeadEllipse | null>()
  const { photoId } = photo
  const isWanted = known === null
  useEffect(() => {
    if (!isWanted) return
    const controller = new AbortController()
    engine.findHead(photoId, { signal: controller.signal }).then(
      (ellipse) => !controller.signal.aborted && setFound(ellipse),
      // a sheet without an outline still has the edges and the grid
      () => !controller.signal.aborted && setFound(null),
    )
    return () => controller.abort()
  }, [engine, photoId, isWanted])
  return known ?? found
}

function edgesOf(image: HTMLImageElement): Ghost['edges'] {
  const scale = Math.min(edgesLongestSidePx / Math.max(image.naturalWidth, image.naturalHeight), 1)
  const size = {
    widthPx: Math.max(Math.round(image.naturalWidth * scale), 1),
    heightPx: Math.max(Math.round(image.naturalHeight * scale), 1),
  }
  const context = new OffscreenCanvas(size.widthPx, size.heightPx).getContext('2d', { willReadFrequently: true })!
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, size.widthPx, size.heightPx)
  return { size, opacities: faintEdges(context.getImageData(0, 0, size.widthPx, size.heightPx).data, size) }
}
