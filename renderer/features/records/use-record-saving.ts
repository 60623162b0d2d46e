import { useCallback, useRef, useState } from 'react'
import type { TreatmentId } from '../../../shared/domain/ids.ts'
import { blankSessionRecord, type SessionRecord } from '../../../shared/domain/session-record.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { TreatmentRecord } from '../../../shared/domain/treatment-record.ts'
import { errorSentence } from '../../error-messages.ts'
import type { Library, Watched } from '../../ports.ts'
import { usePorts } from '../../use-ports.tsx'
import { type Change, describeTreatment, recordSession } from './actions.ts'

/** How it stands with what was written: everything safe on the disk, on its way there, or not saved with the reason. */
export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Works out a change from what is recorded at the moment it is made. */
type Work = (library: Library) => Promise<Change | undefined>

/** Saves the records of a treatment, one change after the other, each on top of what is recorded by then. */
export function useRecordSaving(treatmentId: TreatmentId) {
  const { library } = usePorts()
  const [state, setState] = useState<SavingState>({ kind: 'idle' })
  const queue = useRef<Promise<void>>(Promise.resolve())
  const failed = useRef<{ readonly work: Work; readonly reason: string }[]>([])

  const save = useCallback(
    (work: Work) => {
      const run = async () => {
        try {
          const change = await work(library)
          if (!change) return
          setState({ kind: 'saving' })
          await library.record(change.events, change.undo)
        } catch (error) {
          failed.current.push({ work, reason: errorSentence(error) })
        }
        const failure = failed.current.at(-1)
        setState(failure ? { kind: 'failed', reason: failure.reason } : { kind: 'saved' })
      }
      queue.current = queue.current.then(run)
    },
    [library],
  )
  const describe = useCallback(
    (edit: (present: TreatmentRecord) => Partial<TreatmentRecord>) =>
      save(async (from) => {
        const present = await presentOf(from.watchTreatmentRecord(treatmentId))
        return describeTreatment(present, { ...present, ...edit(present) })
      }),
    [save, treatmentId],
  )
  const recordStage = useCallback(
    (stage: Stage, edit: (present: SessionRecord) => Partial<SessionRecord>) =>
      save(async (from) => {
        const sessions = await presentOf(from.watchSessionRecords(treatmentId))
        const present = sessions.find((session) => session.stage === stage) ?? blankSessionRecord(treatmentId, stage)
        return recordSession(present, { ...present, ...edit(present) })
      }),
    [save, treatmentId],
  )
  const retry = useCallback(() => {
    const again = failed.current
    failed.current = []
    for (const { work } of again) save(work)
  }, [save])
  return { state, describe, recordStage, retry }
}

/** The first value that something watched gives. */
function presentOf<Value>(watched: Watched<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscription = watched.subscribe({ next: settle(resolve), error: settle(reject) })
    function settle<Given>(end: (given: Given) => void) {
      return (given: Given) => {
        end(given)
        // a value can come before the subscription is there
        queueMicrotask(() => subscription.unsubscribe())
      }
    }
  })
}
