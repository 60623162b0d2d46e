import { describe, expect, test } from 'vitest'
import {
  completePairs,
  editLandmarks,
  type LandmarkAction,
  type LandmarkEditing,
  missingMark,
  mostPairs,
  noLandmarks,
} from '../../../../renderer/features/align/landmark-editing.ts'
import { nextStep, saveRefusal } from '../../../../renderer/features/align/landmark-guidance.ts'

const at = (x: number, y = 0) => ({ x, y })
const edited = (actions: readonly LandmarkAction[], start: LandmarkEditing = noLandmarks) =>
  actions.reduce(editLandmarks, start)
const place = (side: 'reference' | 'moving', x: number): LandmarkAction => ({ type: 'place', side, at: at(x) })
const onePair = [place('reference', 1), place('moving', 2)]

describe('placing landmarks', () => {
  test('a click begins a pair, a click in the other photo completes it', () => {
    const begun = edited([place('moving', 5)])
    expect(missingMark(begun.pairs)).toEqual({ index: 0, side: 'reference' })
    expect(completePairs(begun.pairs)).toEqual([])
    const complete = edited([place('reference', 6)], begun)
    expect(complete.pairs).toEqual([{ reference: at(6), moving: at(5) }])
    expect(missingMark(complete.pairs)).toBeUndefined()
  })

  test('a second click in the same photo corrects the begun pair instead of beginning another', () => {
    expect(edited([place('reference', 1), place('reference', 3)]).pairs).toEqual([{ reference: at(3), moving: null }])
  })

  test('there are never more than eight pairs', () => {
    const full = edited(Array.from({ length: mostPairs + 2 }, () => onePair).flat())
    expect(full.pairs).toHaveLength(mostPairs)
  })

  test('a drag moves one mark and is one step for undo, however long it is', () => {
    const mark = { index: 0, side: 'moving' } as const
    const placed = edited(onePair)
    const dragged = edited(
      [{ type: 'grab', mark }, ...[3, 4, 9].map((x): LandmarkAction => ({ type: 'drag', mark, to: at(x) }))],
      placed,
    )
    expect(dragged.pairs).toEqual([{ reference: at(1), moving: at(9) }])
    expect(edited([{ type: 'undo' }], dragged).pairs).toEqual(placed.pairs)
  })

  test('every other change is undone one by one, back to what was loaded and no further', () => {
    const loaded = edited([{ type: 'load', landmarks: [{ reference: at(7), moving: at(8) }] }])
    const mark = { index: 0, side: 'reference' } as const
    const changed = edited(
      [
        { type: 'nudge', mark, by: at(1, -1) },
        place('reference', 3),
        { type: 'remove', index: 0 },
        { type: 'remove-all' },
      ],
      loaded,
    )
    expect(changed.pairs).toEqual([])
    const undone = [1, 2, 3, 4, 5].map((count) => edited(Array(count).fill({ type: 'undo' }), changed).pairs)
    expect(undone[0]).toEqual([{ reference: at(3), moving: null }])
    expect(undone[2]).toEqual([{ reference: at(8, -1), moving: at(8) }])
    expect(undone[3]).toEqual(loaded.pairs)
    expect(undone[4]).toEqual(loaded.pairs)
  })

  test('says what to do next and why it can’t be saved yet', () => {
    const step = (actions: readonly LandmarkAction[]) => nextStep(edited(actions).pairs)
    const refusal = (actions: readonly LandmarkAction[]) => saveRefusal(edited(actions).pairs)
    expect(step([])).toBe('Click a spot that you can find again in the other photo.')
    expect(step([place('reference', 1)])).toBe('Click the same spot in the right photo.')
    expect(step([place('moving', 1)])).toBe('Click the same spot in the left photo.')
    expect(refusal(onePair)).toBe('At least 2 landmarks are needed in both photos.')
    expect(refusal([...onePair, ...onePair])).toBeNull()
    expect(refusal([...onePair, ...onePair, place('reference', 3)])).toBe(
      'Landmark 3 is missing in the right photo: place it there, or delete it.',
    )
  })
})
