import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'

/** One of the two photos of a pair. */
export type Side = 'reference' | 'moving'

/** A pair of marks while it is being placed: one of the two may still be missing. */
export interface DraftPair {
  readonly reference: Point | null
  readonly moving: Point | null
}

/** A mark: which pair it belongs to (from 0), and in which photo it is. */
export interface MarkName {
  readonly index: number
  readonly side: Side
}

/** The marks while they are edited. At most one pair is incomplete. */
export interface LandmarkEditing {
  readonly pairs: readonly DraftPair[]
  readonly selected: MarkName | null
  /** Earlier marks, for undo, newest last. */
  readonly past: readonly (readonly DraftPair[])[]
}

export type LandmarkAction =
  | { type: 'load'; landmarks: readonly LandmarkPair[] }
  | { type: 'place'; side: Side; at: Point }
  /** A drag begins: what follows is one step for undo. */
  | { type: 'grab'; mark: MarkName }
  | { type: 'drag'; mark: MarkName; to: Point }
  /** A key held down repeats itself: all of that is one step for undo. */
  | { type: 'nudge'; mark: MarkName; by: Point; isRepeat?: boolean }
  | { type: 'remove'; index: number }
  | { type: 'remove-all' }
  | { type: 'select'; mark: MarkName | null }
  | { type: 'undo' }

/** More pairs than this don't make an alignment better. */
export const mostPairs = 8
/** From this many pairs on there is an alignment. */
export const fewestPairs = 2

export const noLandmarks: LandmarkEditing = { pairs: [], selected: null, past: [] }

/** What an action makes of the marks. */
export function editLandmarks(editing: LandmarkEditing, action: LandmarkAction): LandmarkEditing {
  switch (action.type) {
    case 'load':
      return { ...noLandmarks, pairs: action.landmarks }
    case 'place':
      return placed(editing, action.side, action.at)
    case 'grab':
      return { ...editing, selected: action.mark, past: [...editing.past, editing.pairs] }
    case 'drag':
      return { ...editing, pairs: withMark(editing.pairs, action.mark, () => action.to) }
    case 'nudge': {
      const { by, mark } = action
      const pairs = withMark(editing.pairs, mark, ({ x, y }) => ({ x: x + by.x, y: y + by.y }))
      return action.isRepeat ? { ...editing, pairs } : changed(editing, pairs, mark)
    }
    case 'remove':
      return changed(
        editing,
        editing.pairs.filter((_, index) => index !== action.index),
        null,
      )
    case 'remove-all':
      return changed(editing, [], null)
    case 'select':
      return { ...editing, selected: action.mark }
    case 'undo': {
      const before = editing.past.at(-1)
      if (!before) return editing
      const { selected } = editing
      const isStillThere = selected !== null && before[selected.index]?.[selected.side]
      return { pairs: before, selected: isStillThere ? selected : null, past: editing.past.slice(0, -1) }
    }
  }
}

/** The pairs that have both marks. */
export function completePairs(pairs: readonly DraftPair[]): LandmarkPair[] {
  return pairs.flatMap(({ reference, moving }) => (reference && moving ? [{ reference, moving }] : []))
}

/** The mark that is still missing in a begun pair. */
export function missingMark(pairs: readonly DraftPair[]): MarkName | undefined {
  const index = pairs.findIndex(({ reference, moving }) => !reference || !moving)
  const pair = pairs[index]
  return pair && { index, side: pair.reference ? 'moving' : 'reference' }
}

/** Whether a click in a photo places a mark. */
export function canPlace(pairs: readonly DraftPair[]): boolean {
  return pairs.length < mostPairs || missingMark(pairs) !== undefined
}

/** A click in a photo: completes the begun pair, moves the begun pair's only mark, or begins the next pair. */
function placed(editing: LandmarkEditing, side: Side, at: Point): LandmarkEditing {
  const missing = missingMark(editing.pairs)
  if (missing) {
    const pairs = editing.pairs.map((pair, index) => (index === missing.index ? { ...pair, [side]: at } : pair))
    return changed(editing, pairs, { index: missing.index, side })
  }
  if (editing.pairs.length >= mostPairs) return editing
  const begun: DraftPair = { reference: null, moving: null, [side]: at }
  return changed(editing, [...editing.pairs, begun], { index: editing.pairs.length, side })
}

function changed(editing: LandmarkEditing, pairs: readonly DraftPair[], selected: MarkName | null): LandmarkEditing {
  return { pairs, selected, past: [...editing.past, editing.pairs] }
}

function withMark(pairs: readonly DraftPair[], { index, side }: MarkName, move: (point: Point) => Point): DraftPair[] {
  return pairs.map((pair, place) => {
    const point = pair[side]
    return place === index && point ? { ...pair, [side]: move(point) } : pair
  })
}
