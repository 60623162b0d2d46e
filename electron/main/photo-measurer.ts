import type { HeadEllipse } from '../../shared/domain/head.ts'
import type { PhotoMeasurements } from '../../shared/domain/measurement/photo-measurements.ts'
import { type Photo, shownHead } from '../../shared/domain/photo.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import type { Renditions } from './renditions.ts'

/** Measures photos and remembers the figures for as long as the app runs; a turned photo or another head is measured anew. */
export class PhotoMeasurer {
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #measured = new Map<string, Promise<PhotoMeasurements>>()

  constructor(pool: EnginePool, renditions: Renditions) {
    this.#pool = pool
    this.#renditions = renditions
  }

  /** The figures of a photo, with the head that is known, else with one that the engine finds. */
  measure(photo: Photo): Promise<PhotoMeasurements> {
    const head = shownHead(photo)
    const key = JSON.stringify([photo.photoId, photo.quarterTurns, head])
    const known = this.#measured.get(key)
    if (known) return known
    const measuring = this.#run(photo, head)
    this.#measured.set(key, measuring)
    measuring.catch(() => this.#measured.delete(key))
    return measuring
  }

  async #run(photo: Photo, known: HeadEllipse | null): Promise<PhotoMeasurements> {
    const file = this.#renditions.fileOf(photo)
    const head = known ?? (await this.#pool.run('find-head', { photo: file }))
    return this.#pool.run('measure-photo', { photo: file, head })
  }
}
