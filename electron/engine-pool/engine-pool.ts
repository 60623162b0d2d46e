import { AppError } from '../../shared/errors.ts'
import type { EngineReply, EngineRequest, EngineTasks, TaskName } from '../../shared/ipc/engine-tasks.ts'
import { spokenLanguage } from '../../shared/words/translate.ts'
import type { EngineProcess } from './engine-process.ts'

/** How long a task may run before its process is killed, in milliseconds. */
const timeoutsMs: Record<TaskName, number> = {
  'inspect-photo': 45_000,
  'make-rendition': 45_000,
  'find-head': 60_000,
  'find-face': 60_000,
  'guess-angle': 60_000,
  'look-at-head': 60_000,
  'match-angle': 60_000,
  'align-pair': 180_000,
  'measure-photo': 45_000,
  'measure-pair-light': 60_000,
  'assess-zone': 30_000,
  'propose-zones': 30_000,
  'render-view': 60_000,
  'make-logo': 20_000,
  'encode-picture': 45_000,
  'inspect-film': 15_000,
}
/** WebAssembly can't be interrupted: a cancelled task that hasn't stopped after this time loses its process. */
const cancelGraceMs = 1000

/** A process that has had nothing to do for so long ends: it holds some 250 MB, and is back in a second. */
const usualIdleMs = 60_000

/** How to follow and stop a task. Progress is 0 to 1. */
export interface RunOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (fraction: number, step: string) => void
  /** Nobody looks at it yet: it waits for everything that somebody does. */
  readonly isAhead?: boolean
}

interface Job {
  readonly request: Exclude<EngineRequest, { name: 'cancel' }>
  readonly options: RunOptions
  readonly resolve: (output: unknown) => void
  readonly reject: (error: AppError) => void
  attempts: number
}

interface Seat {
  process: EngineProcess | undefined
  job: Job | undefined
  timer: ReturnType<typeof setTimeout> | undefined
  idleTimer: ReturnType<typeof setTimeout> | undefined
  /** What to tell the job if the process ends now. */
  endReason: 'engine-crashed' | 'engine-timeout' | 'cancelled'
}

/** A few engine processes, one task each at a time; a process that crashes, hangs or is spent is replaced. */
export class EnginePool {
  readonly #spawn: () => EngineProcess
  readonly #idleMs: number
  readonly #timeoutsMs: Record<TaskName, number>
  readonly #seats: Seat[]
  #queue: Job[] = []
  #nextId = 1
  #closed = false

  constructor(
    spawn: () => EngineProcess,
    size: number,
    limitsMs: Partial<Record<TaskName, number>> = {},
    idleMs = usualIdleMs,
  ) {
    this.#spawn = spawn
    this.#idleMs = idleMs
    this.#timeoutsMs = { ...timeoutsMs, ...limitsMs }
    this.#seats = Array.from({ length: size }, () => ({
      process: undefined,
      job: undefined,
      timer: undefined,
      idleTimer: undefined,
      endReason: 'engine-crashed',
    }))
  }

  /** Runs a task; a crash or a time-out is tried once more. Rejects with an AppError. */
  run<Name extends TaskName>(
    name: Name,
    input: EngineTasks[Name]['input'],
    options: RunOptions = {},
  ): Promise<EngineTasks[Name]['output']> {
    if (this.#closed || options.signal?.aborted) return Promise.reject(new AppError('cancelled'))
    const request = { id: this.#nextId++, name, input, language: spokenLanguage() } as Job['request']
    return new Promise((resolve, reject) => {
      const job: Job = { request, options, resolve: resolve as Job['resolve'], reject, attempts: 0 }
      options.signal?.addEventListener('abort', () => this.#cancel(job), { once: true })
      this.#queue.push(job)
      this.#dispatch()
    })
  }

  /** Ends all processes; what runs or waits is cancelled. */
  close(): void {
    this.#closed = true
    for (const job of this.#queue.splice(0)) job.reject(new AppError('cancelled'))
    for (const seat of this.#seats) {
      clearTimeout(seat.idleTimer)
      seat.endReason = 'cancelled'
      seat.process?.kill()
    }
  }

  #dispatch(): void {
    for (const seat of this.#seats) {
      if (seat.job) continue
      const job = this.#queue.find(({ options }) => !options.isAhead) ?? this.#queue[0]
      if (!job) return
      this.#queue = this.#queue.filter((other) => other !== job)
      this.#start(seat, job)
    }
  }

  #start(seat: Seat, job: Job): void {
    clearTimeout(seat.idleTimer)
    seat.job = job
    seat.endReason = 'engine-crashed'
    job.attempts++
    seat.process ??= this.#fill(seat)
    seat.timer = setTimeout(() => this.#end(seat, 'engine-timeout'), this.#timeoutsMs[job.request.name])
    seat.process.post(job.request)
  }

  #fill(seat: Seat): EngineProcess {
    const process = this.#spawn()
    process.onReply((reply) => {
      if (seat.process === process) this.#onReply(seat, reply)
    })
    process.onExit(() => {
      if (seat.process === process) this.#onExit(seat)
    })
    return process
  }

  #onReply(seat: Seat, reply: EngineReply): void {
    const job = seat.job
    if (reply.kind === 'ready' || reply.id !== job?.request.id) return
    if (reply.kind === 'progress') {
      job.options.onProgress?.(reply.fraction, reply.step)
      return
    }
    this.#free(seat)
    if (reply.isSpent) this.#discard(seat)
    if (reply.kind === 'done') job.resolve(reply.output)
    else if (reply.error.code === 'engine-crashed') this.#retryOrReject(job, 'engine-crashed')
    else job.reject(new AppError(reply.error.code, reply.error.details, { cause: reply.stack }))
    this.#dispatch()
  }

  #onExit(seat: Seat): void {
    const job = seat.job
    this.#free(seat)
    seat.process = undefined
    if (job && seat.endReason === 'cancelled') job.reject(new AppError('cancelled'))
    else if (job) this.#retryOrReject(job, seat.endReason)
    this.#dispatch()
  }

  #retryOrReject(job: Job, code: Seat['endReason']): void {
    if (this.#closed || job.options.signal?.aborted) job.reject(new AppError('cancelled'))
    else if (job.attempts >= 2) job.reject(new AppError(code))
    else this.#queue.unshift(job)
  }

  #cancel(job: Job): void {
    if (this.#queue.includes(job)) {
      this.#queue = this.#queue.filter((other) => other !== job)
      job.reject(new AppError('cancelled'))
      return
    }
    const seat = this.#seats.find((candidate) => candidate.job === job)
    if (!seat) return
    seat.process?.post({ id: job.request.id, name: 'cancel' })
    setTimeout(() => {
      if (seat.job === job) this.#end(seat, 'cancelled')
    }, cancelGraceMs)
  }

  #end(seat: Seat, reason: Seat['endReason']): void {
    seat.endReason = reason
    seat.process?.kill()
  }

  #free(seat: Seat): void {
    clearTimeout(seat.timer)
    seat.job = undefined
    seat.idleTimer = setTimeout(() => this.#discard(seat), this.#idleMs)
    seat.idleTimer.unref()
  }

  #discard(seat: Seat): void {
    const { process } = seat
    seat.process = undefined
    process?.kill()
  }
}
