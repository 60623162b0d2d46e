import type { TroubledPhotos } from '../../../shared/ipc/care.ts'

/** What the page says of one matter. `toDo`: what the user can do about it. */
export interface Finding {
  readonly isGood: boolean
  readonly sentence: string
  readonly toDo?: string
  /** The photos that it is about. */
  readonly photos?: TroubledPhotos
}

/** A finding while the library can only be looked at: what it advises can't be done then. */
export function withoutAdvice({ toDo, ...finding }: Finding): Finding {
  return finding
}
