import { AppError } from '../../../shared/errors.ts'
import type { ChangeOrder, ChangeReply, ChangeRequest } from './change-request.ts'

interface Job extends ChangeOrder {
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number) => void
  readonly resolve: (picture: ImageBitmap) => void
  readonly reject: (error: AppError) => void
}

/** Pixels of clients don't stay in the worker's memory for longer than this after the last view that needed them has gone. */
const idleMs = 10_000

/** The worker that paints changes; it is there while somebody uses it. One picture at a time: what is no longer wanted when its turn comes is left out. */
class ChangePainter {
  #worker: Worker | undefined
  #users = 0
  #ending: ReturnType<typeof setTimeout> | undefined
  #running: Job | undefined
  #waiting: Job[] = []
  #lastId = 0

  /** Keeps the worker until the returned function is called. */
  use(): () => void {
    this.#users++
    clearTimeout(this.#ending)
    return () => {
      this.#users--
      if (this.#users === 0) this.#ending = setTimeout(() => this.#end(), idleMs)
    }
  }

  /** Paints a change. Rejects with an AppError; `cancelled` once the signal has been given. */
  paint(request: ChangeRequest, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<ImageBitmap> {
    return new Promise((resolve, reject) => {
      this.#lastId++
      this.#waiting.push({ id: this.#lastId, request, signal, onProgress, resolve, reject })
      this.#startNext()
    })
  }

  #startNext(): void {
    if (this.#running) return
    const job = this.#waiting.shift()
    if (!job) return
    if (job.signal.aborted) {
      job.reject(new AppError('cancelled'))
      this.#startNext()
      return
    }
    this.#running = job
    this.#worker ??= this.#start()
    this.#worker.postMessage({ id: job.id, request: job.request } satisfies ChangeOrder)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./change-worker.ts', import.meta.url), { type: 'module', name: 'change' })
    worker.addEventListener('message', ({ data }: MessageEvent<ChangeReply>) => this.#take(data))
    worker.addEventListener('error', () => {
      this.#end()
      this.#settle((job) => job.reject(new AppError('bug')))
    })
    return worker
  }

  #take(reply: ChangeReply): void {
    const job = this.#running
    if (job?.id !== reply.id) return
    switch (reply.kind) {
      case 'progress':
        if (!job.signal.aborted) job.onProgress(reply.fraction)
        return
      case 'failed':
        this.#settle(({ reject }) => reject(new AppError(reply.code)))
        return
      case 'done':
        this.#settle(({ signal, resolve, reject }) => {
          if (!signal.aborted) return resolve(reply.picture)
          reply.picture.close()
          reject(new AppError('cancelled'))
        })
    }
  }

  #settle(end: (job: Job) => void): void {
    const job = this.#running
    this.#running = undefined
    if (job) end(job)
    this.#startNext()
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** The window's painter of changes. */
export const changePainter = new ChangePainter()
