import type { AlignmentId } from '../../../shared/domain/ids.ts'
import type { PairLight } from '../../../shared/domain/light/pair-light.ts'
import { type Photo, shownHead } from '../../../shared/domain/photo.ts'
import type { Engine } from '../../ports.ts'

/** More pairs than are stepped through at a time. */
const mostKnown = 40
const known = new WeakMap<Engine, Map<string, PairLight>>()

/** Names what a pair's light is measured on: the photos as they are turned, their heads and their alignment (null: not aligned). */
export function lightKeyOf(reference: Photo, moving: Photo, alignmentId: AlignmentId | null): string {
  const heads = [reference, moving].map((photo) => [photo.photoId, photo.quarterTurns, shownHead(photo)])
  return JSON.stringify([heads, alignmentId])
}

/** Keeps what an engine measured, so that the next look at the pair shows it at once. */
export function keepLight(engine: Engine, key: string, light: PairLight): void {
  const ofEngine = known.get(engine) ?? new Map<string, PairLight>()
  known.set(engine, ofEngine)
  ofEngine.delete(key)
  ofEngine.set(key, light)
  const [oldest] = ofEngine.keys()
  if (ofEngine.size > mostKnown && oldest !== undefined) ofEngine.delete(oldest)
}

/** What was measured when the pair was looked at, or about to be, before. */
export function knownLight(engine: Engine, key: string): PairLight | undefined {
  return known.get(engine)?.get(key)
}
