import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobState } from './job-item.ts'
import { type ItemContext, JobRunner } from './job-runner.ts'

/** The window is told of a job's progress at most this often; the end is told at once. */
const tellEveryMs = 120

interface RunningJob<Input, Output> extends JobState<Input, Output> {
  /** Resolves when nothing runs any more, with the job as it stands then. */
  readonly cancel: () => Promise<JobState<Input, Output>>
  readonly retry: () => void
}

/** Starts a job over the inputs of the first render and follows it; leaving the screen cancels it. */
export function useJob<Input, Output>(
  inputs: readonly Input[],
  concurrency: number,
  work: (input: Input, context: ItemContext) => Promise<Output>,
): RunningJob<Input, Output> {
  const first = useRef({ inputs, concurrency, work })
  const runner = useRef<JobRunner<Input, Output>>(undefined)
  const [state, setState] = useState<JobState<Input, Output>>(() => ({
    items: inputs.map((input) => ({ input, state: { kind: 'waiting' } })),
    isRunning: inputs.length > 0,
  }))

  useEffect(() => {
    let timer: number | undefined
    let isGone = false
    const show = () => {
      timer = undefined
      if (isGone) return
      setState(job.state)
    }
    const job = new JobRunner<Input, Output>({
      ...first.current,
      onChange: () => {
        if (job.isRunning) timer ??= window.setTimeout(show, tellEveryMs)
        else {
          window.clearTimeout(timer)
          show()
        }
      },
    })
    runner.current = job
    void job.start()
    return () => {
      isGone = true
      void job.cancel()
      window.clearTimeout(timer)
    }
  }, [])

  const cancel = useCallback(async () => {
    await runner.current?.cancel()
    return runner.current?.state ?? { items: [], isRunning: false }
  }, [])
  const retry = useCallback(() => void runner.current?.retry(), [])
  return { ...state, cancel, retry }
}
