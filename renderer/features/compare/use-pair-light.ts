import { useEffect, useState } from 'react'
import { type LightMatch, matchLight } from '../../../shared/domain/light/match-light.ts'
import type { PairLight } from '../../../shared/domain/light/pair-light.ts'
import { redPhotosOf } from '../../../shared/domain/light/redness.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts } from '../../use-ports.tsx'
import { keepLight, knownLight, lightKeyOf } from './known-lights.ts'
import type { PairAlignmentState } from './use-pair-alignment.ts'

/** What is known of a pair's light. */
export type PairLightState =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly match: LightMatch }

/** What is known of a pair's light, and which of its photos show red skin. */
export interface PairLightKnowledge {
  readonly state: PairLightState
  readonly isReferenceRed: boolean
  readonly isMovingRed: boolean
}

/** Whoever steps on quickly asks for nothing. */
const patienceMs = 300

/** How the light of a pair compares; measured when its alignment has come to an end, so that it never waits, and when the pair has been looked at for a moment. */
export function usePairLight(
  reference: Photo,
  moving: Photo,
  treatmentPhotos: readonly Photo[],
  alignment: PairAlignmentState,
): PairLightKnowledge {
  const { engine } = usePorts()
  const [ended, setEnded] = useState<{ of: string; light: PairLight | 'failed' }>()
  const isDue = alignment.kind !== 'loading' && alignment.kind !== 'aligning'
  const isDrawable = alignment.kind === 'ready' && alignment.alignment.transform !== null
  const alignmentId = isDrawable ? alignment.alignment.alignmentId : null
  const [referenceId, movingId] = [reference.photoId, moving.photoId]
  const asked = lightKeyOf(reference, moving, alignmentId)
  useEffect(() => {
    if (!isDue) return
    let isCurrent = true
    const end = (light: PairLight | 'failed') => {
      if (light !== 'failed') keepLight(engine, asked, light)
      if (isCurrent) setEnded({ of: asked, light })
    }
    const waiting = setTimeout(
      () => engine.measurePairLight(referenceId, movingId, alignmentId).then(end, () => end('failed')),
      patienceMs,
    )
    return () => {
      isCurrent = false
      clearTimeout(waiting)
    }
  }, [engine, isDue, asked, referenceId, movingId, alignmentId])

  const light = isDue ? (ended?.of === asked ? ended.light : knownLight(engine, asked)) : undefined
  const measured = light === 'failed' ? undefined : light
  const [isReferenceRed, isMovingRed] = redPhotosOf([reference, moving], treatmentPhotos, measured)
  const red = { isReferenceRed, isMovingRed }
  if (light === undefined) return { state: { kind: 'measuring' }, ...red }
  if (light === 'failed') return { state: { kind: 'failed' }, ...red }
  return { state: { kind: 'known', match: matchLight(light, isReferenceRed || isMovingRed) }, ...red }
}
