import { useCallback, useEffect, useRef } from 'react'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { AlignmentId, PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Watched } from '../../ports.ts'
import { usePorts } from '../../use-ports.tsx'
import { keepAtHand } from '../../viewer/known-pairs.ts'
import { pictureOfAlignment } from '../../viewer/picture.ts'
import { keepLight, knownLight, lightKeyOf } from './known-lights.ts'

/** So long nothing is asked for after a step (ms): whoever steps on is first. */
const restMs = 120
/** And so long before an alignment is made that nobody asked for yet. */
const longRestMs = 2000

/**
 * While a pair is shown, quietly gets what the next steps will show: the neighbours' alignments, their aligned working copies, decoded, and their light. Only those neighbours' pictures are
 * held; leaving or stepping on ends it. Without a reference nothing is got.
 */
export function usePrefetch(
  reference: Photo | null,
  neighbours: readonly (Photo | undefined)[],
  isRigid: boolean,
): void {
  const { library, engine } = usePorts()
  const leaving = useLeaving()
  const wanted = JSON.stringify([reference, neighbours, isRigid])
  useEffect(() => {
    const [of, photos, rigid]: [Photo | null, (Photo | null)[], boolean] = JSON.parse(wanted)
    if (!of) return
    const abort = new AbortController()
    const held = new Map<PhotoId, HTMLImageElement>()
    const fetched = new Map<Photo, AlignmentId>()
    const fetchOne = async (photo: Photo, mayAlign: boolean) => {
      const stored = await firstOf(library.watchAlignment(pairKeyOf(of, photo)))
      if (!stored && !mayAlign) return
      // to stop an alignment would cost its engine: it goes on when one steps on, and ends when one leaves
      const alignment = stored ?? (await engine.alignPair(of.photoId, photo.photoId, { signal: leaving() }))
      if (!alignment.transform || abort.signal.aborted) return
      const image = new Image()
      held.set(photo.photoId, image)
      image.src = pictureOfAlignment(alignment.alignmentId, of, rigid).workAddress
      await image.decode()
      fetched.set(photo, alignment.alignmentId)
    }
    const measureLight = async () => {
      for (const [photo, alignmentId] of fetched) {
        const key = lightKeyOf(of, photo, alignmentId)
        if (knownLight(engine, key) || abort.signal.aborted) continue
        const light = await engine.measurePairLight(of.photoId, photo.photoId, alignmentId).catch(() => undefined)
        if (light) keepLight(engine, key, light)
      }
    }
    const fetchAll = async (mayAlign: boolean) => {
      // the next stage before the previous one; what can't be had is told when it is stepped to
      for (const photo of photos.toReversed())
        if (photo && !held.has(photo.photoId) && !abort.signal.aborted)
          await fetchOne(photo, mayAlign).catch(() => undefined)
    }
    const timers = [setTimeout(() => void fetchAll(false), restMs)]
    if (!library.damage) timers.push(setTimeout(() => void fetchAll(true).then(measureLight), longRestMs))
    const letGo = photos.flatMap((photo) => (photo ? [keepAtHand(library, pairKeyOf(of, photo))] : []))
    return () => {
      for (const end of letGo) end()
      for (const timer of timers) clearTimeout(timer)
      abort.abort()
      for (const image of held.values()) image.src = ''
    }
  }, [library, engine, leaving, wanted])
}

/** A signal that is given when the screen is left. */
function useLeaving(): () => AbortSignal {
  const controller = useRef<AbortController>(undefined)
  useEffect(() => {
    const mine = new AbortController()
    controller.current = mine
    return () => mine.abort()
  }, [])
  return useCallback(() => controller.current?.signal ?? AbortSignal.abort(), [])
}

/** The present value of something watched. */
function firstOf<Value>(watched: Watched<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    let subscription: { unsubscribe(): void } | undefined
    let isDone = false
    const end = (settle: () => void) => {
      isDone = true
      subscription?.unsubscribe()
      settle()
    }
    subscription = watched.subscribe({
      next: (value) => !isDone && end(() => resolve(value)),
      error: (error) => !isDone && end(() => reject(error)),
    })
    if (isDone) subscription.unsubscribe()
  })
}
