import { useEffect, useState } from 'react'
import type { FacePlaces } from '../../../../shared/domain/covers/face-places.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { usePorts } from '../../../use-ports.tsx'

/** What came of looking for the face in a photo; `places` null: none was seen. */
export type FoundFace = { readonly places: FacePlaces | null } | { readonly error: unknown }

/** Looks for the face in each photo, one after the other; a photo that isn't named in the answer is still to come. What was found stays known. */
export function useFaces(photoIds: readonly PhotoId[]): ReadonlyMap<PhotoId, FoundFace> {
  const { engine } = usePorts()
  const [found, setFound] = useState<ReadonlyMap<PhotoId, FoundFace>>(new Map())
  const missing = JSON.stringify(photoIds.filter((photoId) => !found.has(photoId)))
  useEffect(() => {
    const [next]: PhotoId[] = JSON.parse(missing)
    if (!next) return
    const controller = new AbortController()
    const tell = (face: FoundFace) =>
      !controller.signal.aborted && setFound((known) => new Map([...known, [next, face]]))
    engine.findFace(next, { signal: controller.signal }).then(
      (places) => tell({ places }),
      (error: unknown) => tell({ error }),
    )
    return () => controller.abort()
  }, [engine, missing])
  return found
}
