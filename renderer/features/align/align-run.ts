import { useCallback, useEffect, useRef, useState } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { isCancelled } from '../../error-messages.ts'
import { usePorts } from '../../use-ports.tsx'

/** Where aligning after a correction stands. */
export type AlignRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'aligning'; readonly fraction: number; readonly step: string }
  | { readonly kind: 'done'; readonly alignment: Alignment }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Saves a correction, then aligns the pair anew; gives where that stands, the start and the stop. */
export function useAlignRun(referenceId: PhotoId, movingId: PhotoId) {
  const { engine } = usePorts()
  const [run, setRun] = useState<AlignRun>({ kind: 'idle' })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const start = useCallback(
    async (save: () => Promise<void>): Promise<Alignment | undefined> => {
      const controller = new AbortController()
      stop.current = controller
      setRun({ kind: 'saving' })
      try {
        await save()
        setRun({ kind: 'aligning', fraction: 0, step: '' })
        const alignment = await engine.alignPair(referenceId, movingId, {
          signal: controller.signal,
          onProgress: (fraction, step) => setRun({ kind: 'aligning', fraction, step }),
        })
        setRun({ kind: 'done', alignment })
        return alignment
      } catch (error) {
        setRun(isCancelled(error) ? { kind: 'cancelled' } : { kind: 'failed', error })
        return undefined
      }
    },
    [engine, referenceId, movingId],
  )
  return { run, start, cancel: () => stop.current?.abort(), dismiss: () => setRun({ kind: 'idle' }) }
}
