import type { EngineProcess } from '../../electron/engine-pool/engine-process.ts'
import type { EngineReply, EngineTasks, TaskContext, TaskName } from '../../shared/ipc/engine-tasks.ts'
import { errorReplyOf } from '../../shared/ipc/result.ts'

type Answers = { [Name in TaskName]?: (input: EngineTasks[Name]['input'], context: TaskContext) => Promise<unknown> }

/** An engine that runs in the test’s own process: the real task table, or what a test answers itself. */
export function inProcessEngine(answers: Answers): EngineProcess {
  let reply: (reply: EngineReply) => void = () => undefined
  return {
    post: (request) => {
      if (request.name === 'cancel') return
      const { id, name } = request
      // what is sent to another process arrives as a copy
      const input = structuredClone(request.input) as never
      const context: TaskContext = { signal: { aborted: false }, onProgress: () => undefined }
      const running = answers[name]?.(input, context) ?? Promise.reject(new Error(`nobody answers ${name}`))
      void running.then(
        (output) => reply({ kind: 'done', id, output, isSpent: false }),
        (error: unknown) => reply({ kind: 'failed', id, error: errorReplyOf(error), isSpent: false, stack: null }),
      )
    },
    onReply: (listener) => {
      reply = listener
    },
    onExit: () => undefined,
    kill: () => undefined,
  }
}
