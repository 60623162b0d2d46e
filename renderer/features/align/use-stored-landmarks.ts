import { useMemo } from 'react'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { Watched } from '../../ports.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'

/** A pair's landmarks as they are kept: empty when there are none, undefined until they have been read. */
export function useStoredLandmarks(pairKey: string): readonly LandmarkPair[] | undefined {
  const { library } = usePorts()
  const watched = useMemo<Watched<readonly LandmarkPair[]>>(() => {
    const placed = library.watchLandmarks(pairKey)
    return {
      subscribe: ({ next, error }) => placed.subscribe({ next: (row) => next(row?.landmarks ?? []), error }),
    }
  }, [library, pairKey])
  return useWatched(watched)
}
