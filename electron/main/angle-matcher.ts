import { type AngleMatch, newestPerAngle, type SortedLook } from '../../shared/domain/angle-by-matching.ts'
import type { HeadLook } from '../../shared/domain/angle-by-matching-likeness.ts'
import { shownHead } from '../../shared/domain/photo.ts'
import { isVideo } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, SortedPhoto } from '../../shared/ipc/contract.ts'
import type { PairPhoto } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import type { Renditions } from './renditions.ts'
import type { StagingArea } from './staging-area.ts'

/** About 10 kB each; enough for a review of hundreds of photos. */
const mostLooks = 500

/** Finds the angle of staged photos by their likeness to sorted ones. Every photo is looked at once for as long as the app runs. */
export class AngleMatcher {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #staging: StagingArea
  readonly #looks = new Map<string, Promise<HeadLook>>()

  constructor(library: Library, pool: EnginePool, renditions: Renditions, staging: StagingArea) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
    this.#staging = staging
  }

  /** The angle whose sorted photos the staged photo looks like; null where none stands out, or when it doesn't wait for review any more. */
  async match(asked: ParsedInput<'import.match-angle'>): Promise<AngleMatch | null> {
    const own = this.#fileOfStaged(asked)
    if (!own) return null
    const sorted = await this.#sortedLooks(asked)
    if (sorted.length === 0) return null
    return this.#pool.run('match-angle', { look: await this.#look(asked.photoId, own), sorted })
  }

  /** Looks of the newest photos of every angle: first those that were sorted just now, then the treatment's own. One that can't be read is left out. */
  async #sortedLooks({ treatmentId, sorted, photoId }: ParsedInput<'import.match-angle'>): Promise<SortedLook[]> {
    const { photos } = this.#library.factsOfOwner('treatment', treatmentId)
    const filed = [...photos.values()].filter((photo) => photo.treatmentId === treatmentId && !isVideo(photo))
    const others = sorted.filter((one) => one.photoId !== photoId)
    const looks: SortedLook[] = []
    for (const one of newestPerAngle(others, filed)) {
      try {
        const file = this.#fileOfSorted(one)
        if (file) looks.push({ angle: one.angle, look: await this.#look(one.photoId, file) })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    return looks
  }

  #fileOfStaged({ photoId, quarterTurns }: Pick<SortedPhoto, 'photoId' | 'quarterTurns'>): PairPhoto | undefined {
    const file = this.#staging.fileOf(photoId, quarterTurns)
    return file && { ...file, head: null }
  }

  #fileOfSorted(one: SortedPhoto): PairPhoto | undefined {
    const staged = this.#fileOfStaged(one)
    if (staged) return staged
    const photo = this.#library.facts.photos.get(one.photoId)
    return photo && { ...this.#renditions.fileOf(photo), head: shownHead(photo) }
  }

  #look(photoId: string, photo: PairPhoto): Promise<HeadLook> {
    const key = JSON.stringify([photoId, photo.quarterTurns, photo.head])
    const known = this.#looks.get(key)
    if (known) return known
    const looking = this.#pool.run('look-at-head', photo)
    this.#looks.set(key, looking)
    looking.catch(() => this.#looks.delete(key))
    const [oldest] = this.#looks.keys()
    if (oldest !== undefined && this.#looks.size > mostLooks) this.#looks.delete(oldest)
    return looking
  }
}
