import { useEffect, useMemo, useRef, useState } from 'react'
import { type Alignment, type PlacedLandmarks, pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { algorithmVersion } from '../../../shared/domain/registration/algorithm-version.ts'
import { isCancelled } from '../../error-messages.ts'
import type { Watched } from '../../ports.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { pairAtHand } from '../../viewer/known-pairs.ts'

/** Where a pair's alignment stands. */
export type PairAlignmentState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'aligning'; readonly fraction: number; readonly step: string; readonly cancel: () => void }
  | { readonly kind: 'ready'; readonly alignment: Alignment }
  | { readonly kind: 'cancelled'; readonly retry: () => void }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

type Ending = { alignment: Alignment } | { error: unknown }

/** A pair's alignment: the stored one, or, where there is none for what is known of the pair now, one that is made, unless that `isElsewhere`'s to do. */
export function usePairAlignment(reference: Photo, moving: Photo, isElsewhere = false): PairAlignmentState {
  const { library, engine } = usePorts()
  const pairKey = pairKeyOf(reference, moving)
  const atHand = useMemo(() => pairAtHand(library, pairKey), [library, pairKey])
  const stored = useStored(useMemo(() => library.watchAlignment(pairKey), [library, pairKey])) ?? atHand?.alignment
  const placed = useStored(useMemo(() => library.watchLandmarks(pairKey), [library, pairKey])) ?? atHand?.landmarks
  const isLoaded = stored !== undefined && placed !== undefined
  const inputs = JSON.stringify([pairKey, handDrawn(reference), handDrawn(moving), placed?.row?.landmarks ?? []])
  const openedWith = useFirst(pairKey, isLoaded ? inputs : undefined)

  const [attempt, setAttempt] = useState(0)
  const [progress, setProgress] = useState({ fraction: 0, step: '' })
  const [ended, setEnded] = useState<{ of: string; ending: Ending }>()
  const stop = useRef<AbortController>(undefined)
  const workKey = `${attempt} ${inputs}`
  const ending = ended?.of === workKey ? ended.ending : undefined
  // main compares the inputs: where a head was drawn by hand, only it knows whether the stored alignment was made with it
  const hasHandDrawnHead = Boolean(handDrawn(reference) ?? handDrawn(moving))
  const isStoredGood = !hasHandDrawnHead && openedWith === inputs && agrees(stored?.row, placed?.row)
  const isWanted = isLoaded && !isStoredGood && !ending && !isElsewhere
  const [referenceId, movingId] = [reference.photoId, moving.photoId]

  useEffect(() => {
    if (!isWanted) return
    const controller = new AbortController()
    let isCurrent = true
    stop.current = controller
    setProgress({ fraction: 0, step: '' })
    const end = (value: Ending) => isCurrent && setEnded({ of: workKey, ending: value })
    engine
      .alignPair(referenceId, movingId, {
        signal: controller.signal,
        onProgress: (fraction, step) => isCurrent && setProgress({ fraction, step }),
      })
      .then(
        (alignment) => end({ alignment }),
        (error: unknown) => end({ error }),
      )
    return () => {
      isCurrent = false
      controller.abort()
    }
  }, [engine, isWanted, workKey, referenceId, movingId])

  const retry = () => setAttempt((count) => count + 1)
  if (!isLoaded) return { kind: 'loading' }
  if (ending && 'alignment' in ending) return { kind: 'ready', alignment: ending.alignment }
  if (isStoredGood && stored.row) return { kind: 'ready', alignment: stored.row }
  if (!ending) return { kind: 'aligning', ...progress, cancel: () => stop.current?.abort() }
  return isCancelled(ending.error) ? { kind: 'cancelled', retry } : { kind: 'failed', error: ending.error, retry }
}

/** Whether a stored alignment is of the kind that the pair's landmarks ask for, and made by the present algorithm. */
function agrees(alignment: Alignment | undefined, placed: PlacedLandmarks | undefined): boolean {
  const isByHand = (placed?.landmarks.length ?? 0) > 0
  return alignment?.algorithmVersion === algorithmVersion && (alignment.method === 'by-hand') === isByHand
}

function handDrawn({ head }: Photo) {
  return head?.by === 'hand' ? head : null
}

/** Like useWatched, but tells "nothing stored" (`{ row: undefined }`) from "not read yet" (undefined). */
function useStored<Row>(watched: Watched<Row | undefined>): { row: Row | undefined } | undefined {
  const wrapped = useMemo<Watched<{ row: Row | undefined }>>(
    () => ({
      subscribe: ({ next, error }) => watched.subscribe({ next: (row) => next({ row }), error }),
    }),
    [watched],
  )
  return useWatched(wrapped)
}

/** The first defined value since the key last changed. */
function useFirst(key: string, value: string | undefined): string | undefined {
  const [first, setFirst] = useState<{ key: string; value: string }>()
  if (first?.key === key) return first.value
  if (value !== undefined) setFirst({ key, value })
  return value
}
