import { utilityProcess } from 'electron'
import type { EngineReply } from '../../shared/ipc/engine-tasks.ts'
import type { EngineProcess } from '../engine-pool/engine-process.ts'

/** Starts an engine as a utilityProcess: a crash in a decoder ends that process, not the app. */
export function spawnUtilityEngine(enginePath: string): EngineProcess {
  const child = utilityProcess.fork(enginePath, [], { serviceName: 'Stipple engine', stdio: 'ignore' })
  return {
    post: (request) => child.postMessage(request),
    onReply: (listener) => child.on('message', (reply: EngineReply) => listener(reply)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
