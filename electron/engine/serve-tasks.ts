import type { EngineRequest } from '../../shared/ipc/engine-tasks.ts'
import { errorReplyOf } from '../../shared/ipc/result.ts'
import { speak } from '../../shared/words/translate.ts'
import { connectToParent } from './message-port.ts'
import { OpenCvFailure } from './opencv-failure.ts'
import { taskTable } from './task-table.ts'

type TaskRequest = Exclude<EngineRequest, { name: 'cancel' }>

/** Decoders written in C leak with broken pictures; a process that has grown beyond this is replaced (an alignment takes up to 600 MB). */
const mostResidentBytes = 1.2 * 1024 ** 3

/**
 * Answers task requests, one at a time. After any OpenCV exception the module can't be trusted, and a process may grow too large: then it answers and is
 * replaced.
 */
export function serveTasks(): void {
  const parent = connectToParent()
  let running: { id: number; abort: AbortController } | undefined

  const run = async (request: TaskRequest) => {
    const { id, name } = request
    const abort = new AbortController()
    running = { id, abort }
    speak(request.language)
    const onProgress = (fraction: number, step: string) => parent.send({ kind: 'progress', id, fraction, step })
    try {
      const task = taskTable[name] as (input: unknown, context: unknown) => Promise<unknown>
      const output = await task(request.input, { signal: abort.signal, onProgress })
      parent.send({ kind: 'done', id, output, isSpent: isBloated() })
    } catch (error) {
      const isBroken = error instanceof OpenCvFailure
      const isSpent = isBroken || isBloated()
      const reply = isBroken ? { code: 'engine-crashed' as const, details: {} } : errorReplyOf(error)
      const stack = reply.code === 'bug' && error instanceof Error ? (error.stack ?? null) : null
      parent.send({ kind: 'failed', id, error: reply, isSpent, stack })
    } finally {
      running = undefined
    }
  }

  parent.onRequest((request) => {
    if (request.name === 'cancel') {
      if (running?.id === request.id) running.abort.abort()
      return
    }
    void run(request)
  })
  parent.send({ kind: 'ready' })
}

function isBloated(): boolean {
  return process.memoryUsage.rss() > mostResidentBytes
}
