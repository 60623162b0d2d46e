import { useEffect, useState } from 'react'
import { type Comparability, comparabilityOf } from '../../../shared/domain/comparability.ts'
import type { PhotoMeasurements } from '../../../shared/domain/measurement/photo-measurements.ts'
import { type Photo, shownHead } from '../../../shared/domain/photo.ts'
import { placementOf } from '../../../shared/domain/photographic-differences.ts'
import { usePorts } from '../../use-ports.tsx'
import type { PairAlignmentState } from './use-pair-alignment.ts'

/** Where the comparison of how two photos were taken stands. */
export type ComparabilityState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'known'; readonly comparability: Comparability }
  | { readonly kind: 'failed' }

type Ending = readonly [PhotoMeasurements, PhotoMeasurements] | 'failed'

/** How alike a pair was taken; the photos are measured when their alignment has come to an end, so that it never waits. */
export function useComparability(reference: Photo, moving: Photo, state: PairAlignmentState): ComparabilityState {
  const { engine } = usePorts()
  const [ended, setEnded] = useState<{ of: string; ending: Ending }>()
  const isDue = state.kind !== 'loading' && state.kind !== 'aligning'
  const asked = JSON.stringify(
    [reference, moving].map((photo) => [photo.photoId, photo.quarterTurns, shownHead(photo)]),
  )
  const [referenceId, movingId] = [reference.photoId, moving.photoId]
  useEffect(() => {
    if (!isDue) return
    let isCurrent = true
    const end = (ending: Ending) => isCurrent && setEnded({ of: asked, ending })
    Promise.all([engine.measurePhoto(referenceId), engine.measurePhoto(movingId)]).then(end, () => end('failed'))
    return () => {
      isCurrent = false
    }
  }, [engine, isDue, asked, referenceId, movingId])
  if (!isDue || ended?.of !== asked) return { kind: 'waiting' }
  if (ended.ending === 'failed') return { kind: 'failed' }
  const [ofReference, ofMoving] = ended.ending
  const placement = placementOf(state.kind === 'ready' ? state.alignment : null, reference, moving)
  return {
    kind: 'known',
    comparability: comparabilityOf(
      { stage: reference.stage, measured: ofReference },
      { stage: moving.stage, measured: ofMoving },
      placement,
    ),
  }
}
