import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { FileOffer, StagedPhoto } from '../../../shared/ipc/contract.ts'
import type { JobItem } from '../../jobs/job-item.ts'
import { isWorthRetrying } from './left-out-lists.tsx'

/**
 * The offers that needn't be made again: what was saved, what is in the library already and what is no photo; after a review that was saved also what was left
 * out. What wasn't read, or couldn't be because its drive is gone, is still open.
 */
export function offersDealtWith(
  items: readonly JobItem<FileOffer, StagedPhoto>[],
  saved: ReadonlySet<PhotoId>,
  isSaved: boolean,
): string[] {
  return items.flatMap(({ input, state }) => {
    const isDealtWith =
      state.kind === 'failed'
        ? !isWorthRetrying({ offer: input, error: state.error })
        : state.kind === 'done' && (isSaved || state.output.alreadyOf !== null || saved.has(state.output.photoId))
    return isDealtWith ? [input.offerId] : []
  })
}
