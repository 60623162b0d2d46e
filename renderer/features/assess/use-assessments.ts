import { useEffect, useMemo, useState } from 'react'
import type { PhotoAssessment } from '../../../shared/domain/assessing/photo-assessment.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { isCancelled } from '../../error-messages.ts'
import { usePorts } from '../../use-ports.tsx'

/** A photo whose assessment is wanted; `key` names what it depends on. */
export interface WantedAssessment {
  readonly photoId: PhotoId
  readonly key: string
}

/** Where a photo's assessment stands. */
export type AssessmentState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly fraction: number; readonly cancel: () => void }
  | { readonly kind: 'known'; readonly assessment: PhotoAssessment }
  | { readonly kind: 'cancelled'; readonly retry: () => void }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

type Ending = { readonly assessment: PhotoAssessment } | { readonly error: unknown }

/**
 * The assessments of a series: first that of the photo that is shown, then the others', one at a time. What was begun ahead is finished whatever is shown meanwhile. While a photo is assessed
 * anew, because it is aligned better, what was found before stays.
 */
export function useAssessments(
  shown: WantedAssessment | null,
  series: readonly WantedAssessment[],
  referenceId: PhotoId | null,
): (wanted: WantedAssessment | null) => AssessmentState {
  const { engine } = usePorts()
  const [endings, setEndings] = useState<ReadonlyMap<string, Ending>>(new Map())
  const [progress, setProgress] = useState<{ key: string; fraction: number; cancel: () => void }>()

  const [photoId, key] = [shown?.photoId, shown?.key]
  const isShownKnown = key === undefined || endings.has(key)
  useEffect(() => {
    if (isShownKnown || !photoId || key === undefined) return
    const abort = new AbortController()
    let isCurrent = true
    const cancel = () => abort.abort()
    setProgress({ key, fraction: 0, cancel })
    const end = (ending: Ending) => isCurrent && setEndings((latest) => new Map(latest).set(key, ending))
    engine
      .assessPhoto(photoId, referenceId, {
        signal: abort.signal,
        onProgress: (fraction) => isCurrent && setProgress({ key, fraction, cancel }),
      })
      .then(
        (assessment) => end({ assessment }),
        (error: unknown) => end({ error }),
      )
    return () => {
      isCurrent = false
      abort.abort()
    }
  }, [engine, isShownKnown, photoId, key, referenceId])

  const [ahead, setAhead] = useState<WantedAssessment>()
  const next = isShownKnown ? series.find((wanted) => !endings.has(wanted.key)) : undefined
  if (!ahead && next) setAhead(next)
  useEffect(() => {
    if (!ahead) return
    const abort = new AbortController()
    const end = (ending: Ending) => {
      if (abort.signal.aborted) return
      setEndings((latest) => new Map(latest).set(ahead.key, ending))
      setAhead(undefined)
    }
    engine.assessPhoto(ahead.photoId, referenceId, { isAhead: true, signal: abort.signal }).then(
      (assessment) => end({ assessment }),
      (error: unknown) => end({ error }),
    )
    return () => abort.abort()
  }, [engine, ahead, referenceId])

  return useMemo(
    () => (wanted) => {
      if (!wanted) return { kind: 'waiting' }
      const ending = endings.get(wanted.key)
      const retry = () => setEndings((latest) => new Map([...latest].filter(([known]) => known !== wanted.key)))
      if (ending && 'assessment' in ending) return { kind: 'known', assessment: ending.assessment }
      if (ending)
        return isCancelled(ending.error) ? { kind: 'cancelled', retry } : { kind: 'failed', error: ending.error, retry }
      const before = lastOf(wanted.photoId, endings)
      if (before) return { kind: 'known', assessment: before }
      if (progress?.key === wanted.key) return { kind: 'working', fraction: progress.fraction, cancel: progress.cancel }
      return { kind: 'waiting' }
    },
    [endings, progress],
  )
}

/** What was found last in a photo, whatever it depended on. */
function lastOf(photoId: PhotoId, endings: ReadonlyMap<string, Ending>): PhotoAssessment | undefined {
  const found = [...endings.values()].flatMap((ending) => ('assessment' in ending ? ending.assessment : []))
  return found.findLast((assessment) => assessment.photoId === photoId)
}
