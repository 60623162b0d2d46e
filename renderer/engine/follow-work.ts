import { AppError } from '../../shared/errors.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { type Result, unwrap } from '../../shared/ipc/result.ts'
import type { WorkOptions } from '../ports.ts'

/** Starts work in main under an id of its own, passes its progress on, and cancels it there when the signal is aborted. */
export async function followWork<Value>(
  bridge: Bridge,
  options: WorkOptions,
  start: (workId: string) => Promise<Result<Value>>,
): Promise<Value> {
  if (options.signal?.aborted) throw new AppError('cancelled')
  const workId = crypto.randomUUID()
  const cancel = () => void bridge.request('work.cancel', { workId })
  const stopListening = bridge.onAnnouncement((announcement) => {
    if (announcement.kind === 'progress' && announcement.workId === workId)
      options.onProgress?.(announcement.fraction, announcement.step)
  })
  options.signal?.addEventListener('abort', cancel)
  try {
    return unwrap(await start(workId))
  } finally {
    options.signal?.removeEventListener('abort', cancel)
    stopListening()
  }
}
