import { useEffect, useRef } from 'react'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type PairAlignmentState, usePairAlignment } from './use-pair-alignment.ts'

/** A pair that is shown, and where its alignment stands. */
export interface SteadyPair {
  readonly reference: Photo
  readonly moving: Photo
  readonly state: PairAlignmentState
}

/**
 * A pair with its alignment. While a further pair's is being read (some milliseconds) the pair before it stays, so that a step never shows a photo that isn't aligned in
 * between. With `isElsewhere`, an alignment that isn't there yet is left to somebody else to make.
 */
export function useSteadyPair(reference: Photo, moving: Photo, isElsewhere = false): SteadyPair {
  const state = usePairAlignment(reference, moving, isElsewhere)
  const now: SteadyPair = { reference, moving, state }
  const last = useRef<SteadyPair>(undefined)
  useEffect(() => {
    if (now.state.kind !== 'loading') last.current = now
  })
  return state.kind === 'loading' ? (last.current ?? now) : now
}
