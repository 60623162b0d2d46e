import type { Alignment, PlacedLandmarks } from '../../shared/domain/alignment.ts'
import type { Library } from '../ports.ts'

/** What is stored of a pair; undefined in it: nothing. */
export interface KnownPair {
  readonly alignment: { readonly row: Alignment | undefined }
  readonly landmarks: { readonly row: PlacedLandmarks | undefined }
}

type Watching = { -readonly [Part in keyof KnownPair]?: KnownPair[Part] }
const watching = new WeakMap<Library, Map<string, Watching>>()

/** Keeps what is stored of a pair at hand, always the latest, until the returned function is called: who steps to it need not wait for the database. */
export function keepAtHand(library: Library, pairKey: string): () => void {
  const pairs = watching.get(library) ?? new Map<string, Watching>()
  watching.set(library, pairs)
  const mine: Watching = {}
  pairs.set(pairKey, mine)
  // what can't be read is told when the pair is shown
  const error = () => pairs.delete(pairKey)
  const subscriptions = [
    library.watchAlignment(pairKey).subscribe({
      next: (row) => {
        mine.alignment = { row }
      },
      error,
    }),
    library.watchLandmarks(pairKey).subscribe({
      next: (row) => {
        mine.landmarks = { row }
      },
      error,
    }),
  ]
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe()
    if (pairs.get(pairKey) === mine) pairs.delete(pairKey)
  }
}

/** What is at hand of a pair, if all of it is. */
export function pairAtHand(library: Library, pairKey: string): KnownPair | undefined {
  const { alignment, landmarks } = watching.get(library)?.get(pairKey) ?? {}
  return alignment && landmarks ? { alignment, landmarks } : undefined
}
