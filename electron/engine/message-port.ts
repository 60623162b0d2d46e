import type { EngineReply, EngineRequest } from '../../shared/ipc/engine-tasks.ts'

/** The wire to whoever started this process. */
export interface ParentPort {
  send(reply: EngineReply): void
  onRequest(listener: (request: EngineRequest) => void): void
}

interface ElectronParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** The port of an Electron utilityProcess, or of a Node child process. */
export function connectToParent(): ParentPort {
  const electronPort = (process as { parentPort?: ElectronParentPort }).parentPort
  if (electronPort) {
    return {
      send: (reply) => electronPort.postMessage(reply),
      onRequest: (listener) => electronPort.on('message', ({ data }) => listener(data as EngineRequest)),
    }
  }
  // an orphaned engine has nobody to work for
  process.on('disconnect', () => process.exit(0))
  return {
    send: (reply) => void process.send?.(reply),
    onRequest: (listener) => process.on('message', (message) => listener(message as EngineRequest)),
  }
}
