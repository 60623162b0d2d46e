import type { EngineRequest } from '../../shared/ipc/engine-tasks.ts'
import { errorReplyOf } from '../../shared/ipc/result.ts'
import { connectToParent } from './message-port.ts'
import { OpenCvFailure } from './opencv-failure.ts'
import { taskTable } from './task-table.ts'

type TaskRequest = Exclude<EngineRequest, { name: 'cancel' }>

/** Answers task requests, one at a time. After any OpenCV exception the module can't be trusted: the process answers and is replaced. */
export function serveTasks(): void {
  const parent = connectToParent()
  let running: { id: number; abort: AbortController } | undefined

  const run = async (request: TaskRequest) => {
    const { id, name } = request
    const abort = new AbortController()
    running = { id, abort }
    const onProgress = (fraction: number, step: string) => parent.send({ kind: 'progress', id, fraction, step })
    try {
      const task = taskTable[name] as (input: unknown, context: unknown) => Promise<unknown>
      const output = await task(request.input, { signal: abort.signal, onProgress })
      parent.send({ kind: 'done', id, output, isSpent: false })
    } catch (error) {
      const isSpent = error instanceof OpenCvFailure
      const reply = isSpent ? { code: 'engine-crashed' as const, details: {} } : errorReplyOf(error)
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
