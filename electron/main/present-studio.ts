import { AppError } from '../../shared/errors.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import { Opening } from './opening.ts'
import { openingStudio, openStudio, refusedStudio, type Studio, type StudioPlace } from './studio.ts'

interface Begun {
  readonly opening: Opening
  readonly opened: Promise<Studio>
}

/** Whatever answers the window now: a library that is being opened, an open one, or the reason why there is none. */
export class PresentStudio {
  readonly #place: StudioPlace
  #opening: Opening
  #studio: Studio
  #settled: Promise<void> = Promise.resolve()

  /** Begins to open the library. */
  constructor(place: StudioPlace) {
    this.#place = place
    this.#opening = new Opening()
    this.#studio = openingStudio(place, this.#opening)
    this.open()
  }

  get now(): Studio {
    return this.#studio
  }

  /** Opens the library; what comes of it is seen in `now`. */
  open(): void {
    this.#follow(this.#begin())
  }

  /** Opens the library with what was typed; rejects when that doesn't open it, otherwise goes on as `open` does. */
  async unlock(secret: Secret): Promise<void> {
    const begun = this.#begin(secret)
    await Promise.race([begun.opened, begun.opening.begun])
    this.#follow(begun)
  }

  /** Refuses the library from now on; the studio that has to be closed. */
  refuse(error: AppError): Studio {
    const before = this.#studio
    this.#studio = refusedStudio(this.#place, error)
    return before
  }

  /** Leaves an opening that goes on, at a place where the next start goes on; closes what is open. */
  async close(): Promise<void> {
    this.#opening.leave()
    await this.#settled
    await this.#studio.close()
  }

  #begin(secret?: Secret): Begun {
    this.#opening = new Opening()
    return { opening: this.#opening, opened: openStudio(this.#place, this.#opening, secret) }
  }

  #follow({ opening, opened }: Begun): void {
    this.#studio = openingStudio(this.#place, opening)
    this.#settled = opened
      .catch((error: unknown) => {
        if (!isLeft(error)) this.#place.log.report('library', error)
        return refusedStudio(this.#place, error)
      })
      .then((studio) => {
        this.#studio = studio
        opening.end()
      })
  }
}

function isLeft(error: unknown): boolean {
  return error instanceof AppError && error.code === 'cancelled'
}
