import { fork } from 'node:child_process'
import type { EngineReply } from '../../shared/ipc/engine-tasks.ts'
import type { EngineProcess } from './engine-process.ts'

/** Starts an engine as a child process of plain Node. */
export function spawnNodeEngine(enginePath: string): EngineProcess {
  const child = fork(enginePath, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return {
    post: (request) => void child.send(request, () => undefined),
    onReply: (listener) => child.on('message', (reply) => listener(reply as EngineReply)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
