/** Work in progress by its id, so that the window can cancel it. */
export class WorkRegistry {
  readonly #aborts = new Map<string, AbortController>()

  /** Runs something that can be cancelled under this id. */
  async run<Value>(workId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const abort = new AbortController()
    this.#aborts.set(workId, abort)
    try {
      return await work(abort.signal)
    } finally {
      this.#aborts.delete(workId)
    }
  }

  get isBusy(): boolean {
    return this.#aborts.size > 0
  }

  cancelAll(): void {
    for (const abort of this.#aborts.values()) abort.abort()
  }

  cancel(workId: string): void {
    this.#aborts.get(workId)?.abort()
  }
}
