import type { EngineReply, EngineRequest } from '../../shared/ipc/engine-tasks.ts'

/** One engine process as its owner sees it, whichever runtime started it. */
export interface EngineProcess {
  post(request: EngineRequest): void
  onReply(listener: (reply: EngineReply) => void): void
  onExit(listener: () => void): void
  kill(): void
}
