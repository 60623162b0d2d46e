import { useEffect, useState } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { usePorts } from '../../use-ports.tsx'
import type { WantedPhoto } from './pair-list.ts'
import { movingSource, type PaneSource, referenceSource } from './pane-sources.ts'

/** The photos of an export, each brought into the frame that it is seen in. */
export type ExportSources =
  | { readonly kind: 'ready'; readonly sources: readonly PaneSource[] }
  | { readonly kind: 'aligning'; readonly fraction: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }

type Ending = { readonly alignments: readonly (Alignment | null)[] } | { readonly error: unknown }

/** Aligns every photo to its reference; what was aligned before comes at once. Null: nothing is wanted. Memoise the list. */
export function useExportSources(wanted: readonly WantedPhoto[] | null): ExportSources {
  const { engine } = usePorts()
  const [attempt, setAttempt] = useState(0)
  const [fraction, setFraction] = useState(0)
  const [ended, setEnded] = useState<{ of: readonly WantedPhoto[]; attempt: number; ending: Ending }>()
  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    const { signal } = controller
    const alignAll = async () => {
      setFraction(0)
      const alignments: (Alignment | null)[] = []
      for (const [index, { photo, reference }] of wanted.entries()) {
        const onProgress = (part: number) => !signal.aborted && setFraction((index + part) / wanted.length)
        const align = () => engine.alignPair(reference!.photoId, photo.photoId, { signal, onProgress })
        alignments.push(reference && (await align()))
      }
      if (!signal.aborted) setEnded({ of: wanted, attempt, ending: { alignments } })
    }
    alignAll().catch((error: unknown) => !signal.aborted && setEnded({ of: wanted, attempt, ending: { error } }))
    return () => controller.abort()
  }, [engine, wanted, attempt])

  if (!wanted || ended?.of !== wanted || ended.attempt !== attempt) return { kind: 'aligning', fraction }
  const { ending } = ended
  if ('error' in ending) return { kind: 'failed', error: ending.error, retry: () => setAttempt((count) => count + 1) }
  const sources = wanted.map(({ photo, reference }, index) =>
    reference ? movingSource(photo, reference, ending.alignments[index] ?? null) : referenceSource(photo),
  )
  return { kind: 'ready', sources }
}
