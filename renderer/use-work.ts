import { useCallback, useEffect, useRef, useState } from 'react'
import { errorSentence, isCancelled } from './error-messages.ts'
import type { WorkOptions } from './ports.ts'
import { stepInWords } from './step-words.ts'

/** How far a piece of work is; `fraction` is 0 to 1. */
export interface WorkProgress {
  readonly fraction: number
  readonly step: string
}

/** One piece of work at a time that can be followed and stopped; leaving the screen stops it. */
export interface Work {
  readonly progress: WorkProgress | null
  /** What went wrong the last time, in a sentence; null after a run that ended well or was stopped. */
  readonly failure: string | null
  /** Runs it; its value, or undefined when it failed or was stopped. */
  readonly run: <Value>(work: (options: WorkOptions) => Promise<Value>) => Promise<Value | undefined>
  readonly stop: () => void
}

/** Follows one piece of work of the machine. */
export function useWork(): Work {
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  const run = useCallback<Work['run']>(async (work) => {
    const own = new AbortController()
    abort.current = own
    setFailure(null)
    setProgress({ fraction: 0, step: '' })
    try {
      return await work({
        signal: own.signal,
        onProgress: (fraction, step) => setProgress({ fraction, step: stepInWords(step) }),
      })
    } catch (error) {
      if (!isCancelled(error)) setFailure(errorSentence(error))
      return undefined
    } finally {
      setProgress(null)
    }
  }, [])
  const stop = useCallback(() => abort.current?.abort(), [])
  return { progress, failure, run, stop }
}
