import { type Dispatch, useCallback, useRef } from 'react'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { PhotoEdits, ReviewAction } from './review-state.ts'

/** What the user does in a review, as functions that stay the same between renders, so that rows can be memoised. `order` is that of the screen. */
export function useReviewActions(dispatch: Dispatch<ReviewAction>, order: readonly PhotoId[]) {
  const latestOrder = useRef(order)
  latestOrder.current = order
  const edit = useCallback(
    (photoIds: readonly PhotoId[], edits: PhotoEdits) => dispatch({ type: 'edited', photoIds, edits }),
    [dispatch],
  )
  const turn = useCallback((photoIds: readonly PhotoId[]) => dispatch({ type: 'turned', photoIds }), [dispatch])
  const select = useCallback(
    (photoId: PhotoId, isSelected: boolean, isRange: boolean) =>
      dispatch(
        isRange
          ? { type: 'range-selected', to: photoId, order: latestOrder.current }
          : { type: 'selected', photoIds: [photoId], isSelected },
      ),
    [dispatch],
  )
  const selectAll = useCallback(
    (photoIds: readonly PhotoId[], isSelected: boolean) => dispatch({ type: 'selected', photoIds, isSelected }),
    [dispatch],
  )
  const clear = useCallback(() => dispatch({ type: 'selection-cleared' }), [dispatch])
  return { edit, turn, select, selectAll, clear }
}
