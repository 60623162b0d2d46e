import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { OpeningProgress, OpeningStep } from '../../shared/ipc/opening.ts'

/** An opening that takes no longer isn't spoken of: the window itself takes 300 ms to stand, so nobody looks at an empty one for longer than half a second. */
const silentMs = 800
const tellEveryMs = 200

/** One opening of the library: how far it is, when it has ended, and the way to leave it. */
export class Opening {
  /** Resolves when there is something to follow: the library's keys are opened, nobody has to type anything any more. */
  readonly begun: Promise<void>
  readonly #ended: Promise<void>
  readonly #begin: () => void
  readonly #end: () => void
  readonly #startedAt = performance.now()
  #progress: OpeningProgress = { step: 'starting' }
  #isEnded = false
  #isLeft = false

  constructor() {
    const [begun, ended] = [signalled(), signalled()]
    this.begun = begun.promise
    this.#begin = begun.give
    this.#ended = ended.promise
    this.#end = ended.give
  }

  /** Follows the opening; throws `cancelled` once it is to be left. */
  readonly step: OpeningStep = (progress) => {
    if (this.#isLeft) throw new AppError('cancelled')
    if (progress) this.#progress = progress
    this.#begin()
  }

  /** Leaves the opening at the next place from which another start goes on. */
  leave(): void {
    this.#isLeft = true
  }

  /** It came to its end, whatever that was. */
  end(): void {
    this.#isEnded = true
    this.#end()
  }

  /** How far it is, as soon as that is worth saying; null at once when it has ended. */
  async news(): Promise<OpeningProgress | null> {
    const silentForMs = silentMs - (performance.now() - this.#startedAt)
    const timer = new AbortController()
    await Promise.race([this.#ended, wait(Math.max(tellEveryMs, silentForMs), undefined, timer).catch(() => undefined)])
    timer.abort()
    return this.#isEnded ? null : this.#progress
  }
}

function signalled(): { promise: Promise<void>; give: () => void } {
  let give = () => {}
  const promise = new Promise<void>((resolve) => {
    give = resolve
  })
  return { promise, give }
}
