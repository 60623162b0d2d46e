import { photosOfClient } from '../../shared/domain/facts.ts'
import { lightVersion, type PairLight } from '../../shared/domain/light/pair-light.ts'
import { mayBeRed } from '../../shared/domain/light/redness.ts'
import { type Photo, shownHead } from '../../shared/domain/photo.ts'
import type { PairPhoto } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import type { Library } from '../library/library.ts'
import type { Renditions } from './renditions.ts'

/** Measures the light of pairs and remembers it for as long as the app runs; anything else that it depends on is measured anew. */
export class PairLightMeasurer {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #measured = new Map<string, Promise<PairLight>>()

  constructor(library: Library, pool: EnginePool, renditions: Renditions) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
  }

  /** The light of a pair of one client, seen through its alignment (null: it isn't aligned). */
  measure(pair: readonly [Photo, Photo], alignmentId: string | null): Promise<PairLight> {
    const isRed = pair.some((photo) => mayBeRed(photo, this.#photosOfTreatment(photo)))
    const about = pair.map((photo) => [photo.photoId, photo.quarterTurns, shownHead(photo)])
    const key = JSON.stringify([about, alignmentId, isRed, lightVersion])
    const known = this.#measured.get(key)
    if (known) return known
    const measuring = this.#run(pair, alignmentId, isRed)
    this.#measured.set(key, measuring)
    measuring.catch(() => this.#measured.delete(key))
    return measuring
  }

  async #run(
    [reference, moving]: readonly [Photo, Photo],
    alignmentId: string | null,
    isRed: boolean,
  ): Promise<PairLight> {
    const alignment = alignmentId === null ? null : this.#renditions.alignment(alignmentId)
    const isTrusted = alignment?.outcome === 'aligned' || alignment?.method === 'by-hand'
    return this.#pool.run('measure-pair-light', {
      reference: this.#pairPhoto(reference),
      moving: this.#pairPhoto(moving),
      transform: alignment?.transform ?? null,
      drawn: { untreated: [], treated: [] },
      mayUseScalp: isTrusted && !isRed,
    })
  }

  #photosOfTreatment({ clientId, treatmentId }: Photo): Photo[] {
    return photosOfClient(this.#library.facts, clientId).filter(
      (photo) => photo.treatmentId === treatmentId && !photo.isRemoved,
    )
  }

  #pairPhoto(photo: Photo): PairPhoto {
    return { ...this.#renditions.fileOf(photo), head: shownHead(photo) }
  }
}
