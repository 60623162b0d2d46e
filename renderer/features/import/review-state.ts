import type { Angle } from '../../../shared/domain/angle.ts'
import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Stage } from '../../../shared/domain/stage.ts'

/** What the user set on a photo; what is absent was not touched. */
export interface PhotoEdits {
  readonly stage?: Stage | null
  readonly angle?: Angle | null
  readonly capture?: CaptureDate | null
  readonly quarterTurns?: number
  readonly isLeftOut?: boolean
}

/** The user's part of an import review. */
export interface ReviewState {
  readonly edits: ReadonlyMap<PhotoId, PhotoEdits>
  readonly selected: ReadonlySet<PhotoId>
  /** Where a Shift-click starts its range. */
  readonly anchor: PhotoId | null
  readonly saved: ReadonlySet<PhotoId>
}

export type ReviewAction =
  | { type: 'edited'; photoIds: readonly PhotoId[]; edits: PhotoEdits }
  | { type: 'turned'; photoIds: readonly PhotoId[] }
  | { type: 'selected'; photoIds: readonly PhotoId[]; isSelected: boolean }
  | { type: 'range-selected'; to: PhotoId; order: readonly PhotoId[] }
  | { type: 'selection-cleared' }
  | { type: 'saved'; photoIds: readonly PhotoId[] }

export const emptyReview: ReviewState = { edits: new Map(), selected: new Set(), anchor: null, saved: new Set() }

/** How the review changes by what the user does. */
export function reviewReducer(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'edited':
      return { ...state, edits: editEach(state.edits, action.photoIds, () => action.edits) }
    case 'turned':
      return {
        ...state,
        edits: editEach(state.edits, action.photoIds, ({ quarterTurns = 0 }) => ({
          quarterTurns: (quarterTurns + 1) % 4,
        })),
      }
    case 'selected': {
      const selected = new Set(state.selected)
      for (const id of action.photoIds) {
        if (action.isSelected) selected.add(id)
        else selected.delete(id)
      }
      return { ...state, selected, anchor: action.photoIds.at(-1) ?? state.anchor }
    }
    case 'range-selected':
      return { ...state, selected: new Set([...state.selected, ...rangeOf(state.anchor, action)]), anchor: action.to }
    case 'selection-cleared':
      return { ...state, selected: new Set(), anchor: null }
    case 'saved':
      return {
        ...state,
        saved: new Set([...state.saved, ...action.photoIds]),
        selected: new Set([...state.selected].filter((id) => !action.photoIds.includes(id))),
      }
  }
}

function editEach(
  edits: ReviewState['edits'],
  photoIds: readonly PhotoId[],
  change: (present: PhotoEdits) => PhotoEdits,
): ReviewState['edits'] {
  const next = new Map(edits)
  for (const id of photoIds) {
    const present = next.get(id) ?? {}
    next.set(id, { ...present, ...change(present) })
  }
  return next
}

function rangeOf(anchor: PhotoId | null, { to, order }: { to: PhotoId; order: readonly PhotoId[] }): PhotoId[] {
  const [from, until] = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(to)]
  if (from < 0) return [to]
  return order.slice(Math.min(from, until), Math.max(from, until) + 1)
}
