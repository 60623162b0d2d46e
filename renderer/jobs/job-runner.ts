import type { ItemState, JobState } from './job-item.ts'

/** What an item's work gets: the signal to stop at, and a place to tell how far it is. */
export interface ItemContext {
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number, step: string) => void
}

interface JobOptions<Input, Output> {
  readonly inputs: readonly Input[]
  /** Items that run at the same time. */
  readonly concurrency: number
  /** Does one item; repeatable. What it throws fails the item, never the job. */
  readonly work: (input: Input, context: ItemContext) => Promise<Output>
  /** Called after every change; read `state` when it is wanted. */
  readonly onChange: () => void
}

/** Runs a list of repeatable items, a few at a time. */
export class JobRunner<Input, Output> {
  readonly #options: JobOptions<Input, Output>
  readonly #states: ItemState<Output>[]
  #stop = new AbortController()
  #nextIndex = 0
  #openCount: number
  #run: Promise<unknown> = Promise.resolve()

  constructor(options: JobOptions<Input, Output>) {
    this.#options = options
    this.#states = options.inputs.map(() => ({ kind: 'waiting' }))
    this.#openCount = options.inputs.length
  }

  /** True until every item is done, failed or cancelled. */
  get isRunning(): boolean {
    return this.#openCount > 0
  }

  get state(): JobState<Input, Output> {
    const { inputs } = this.#options
    return {
      items: this.#states.map((state, index) => ({ input: inputs[index]!, state })),
      isRunning: this.isRunning,
    }
  }

  /** Starts what is waiting; resolves when nothing waits or runs any more. Call it once; `retry` starts again. */
  async start(): Promise<void> {
    this.#nextIndex = 0
    const workers = Array.from({ length: this.#options.concurrency }, () => this.#workOff())
    this.#run = Promise.all(workers)
    await this.#run
  }

  /** Stops running items and drops waiting ones; what is done stays done. Resolves when nothing runs any more. */
  async cancel(): Promise<void> {
    this.#stop.abort()
    this.#states.forEach((state, index) => {
      if (state.kind === 'waiting') this.#end(index, { kind: 'cancelled' })
    })
    await this.#run
  }

  /** Runs failed and cancelled items once more, after what still runs has ended. */
  async retry(): Promise<void> {
    await this.#run
    this.#stop = new AbortController()
    this.#states.forEach(({ kind }, index) => {
      if (kind !== 'failed' && kind !== 'cancelled') return
      this.#states[index] = { kind: 'waiting' }
      this.#openCount += 1
    })
    this.#options.onChange()
    await this.start()
  }

  async #workOff(): Promise<void> {
    while (this.#nextIndex < this.#states.length) {
      const index = this.#nextIndex++
      if (this.#states[index]?.kind === 'waiting') await this.#do(index)
    }
  }

  async #do(index: number): Promise<void> {
    const { signal } = this.#stop
    const onProgress = (fraction: number, step: string) => {
      if (this.#states[index]?.kind !== 'running') return
      this.#states[index] = { kind: 'running', fraction, step }
      this.#options.onChange()
    }
    this.#states[index] = { kind: 'running', fraction: 0, step: '' }
    this.#options.onChange()
    try {
      const output = await this.#options.work(this.#options.inputs[index]!, { signal, onProgress })
      this.#end(index, { kind: 'done', output })
    } catch (error) {
      this.#end(index, signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error })
    }
  }

  #end(index: number, state: ItemState<Output>): void {
    this.#states[index] = state
    this.#openCount -= 1
    this.#options.onChange()
  }
}
