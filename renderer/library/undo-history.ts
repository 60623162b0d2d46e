import type { Undo, Watched } from '../ports.ts'

/** The changes of this run of the app that can be taken back, newest last. */
export class UndoHistory {
  #undos: Undo[] = []
  readonly #observers = new Set<(label: string | undefined) => void>()

  push(undo: Undo): void {
    this.#undos.push(undo)
    this.#tell()
  }

  pop(): Undo | undefined {
    const undo = this.#undos.pop()
    this.#tell()
    return undo
  }

  /** Forgets everything: after an erasure nothing of whom it was about may be kept. */
  clear(): void {
    this.#undos = []
    this.#tell()
  }

  /** The newest change's label, watched. */
  watchLabel(): Watched<string | undefined> {
    return {
      subscribe: ({ next }) => {
        this.#observers.add(next)
        next(this.#undos.at(-1)?.label)
        return { unsubscribe: () => this.#observers.delete(next) }
      },
    }
  }

  #tell(): void {
    for (const next of this.#observers) next(this.#undos.at(-1)?.label)
  }
}
