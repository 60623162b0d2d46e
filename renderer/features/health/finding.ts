import type { TroubledPhotos } from '../../../shared/ipc/care.ts'

/** What the page says of one matter. `toDo`: what the user can do about it. */
export interface Finding {
  readonly isGood: boolean
  readonly sentence: string
  readonly toDo?: string
  /** The photos that it is about. */
  readonly photos?: TroubledPhotos
}
