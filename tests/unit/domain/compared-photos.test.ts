import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  type ComparedPhotos,
  namedPhotos,
  neighbourOf,
  paneCountOf,
  photosOfSameAngle,
  photosSideBySide,
  withBaseline,
  withNextPane,
  withoutGone,
  withPaneCount,
  withPhoto,
} from '../../../shared/domain/compared-photos.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { stagesOfTreatment } from '../../../shared/domain/stage.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const row = stagesOfTreatment(3).map((stage, index) => photoOf(index, { stage }))
const id = (index: number) => row[index]!.photoId
const pair: ComparedPhotos = { referenceId: id(1), movingId: id(7) }

/** Any comparison of photos of the row. */
const comparisons = fc
  .record({
    order: fc.shuffledSubarray(
      row.map(({ photoId }) => photoId),
      { minLength: 2 },
    ),
    inHand: fc.nat(),
    isAll: fc.boolean(),
  })
  .map(({ order: [referenceId, ...beside], inHand, isAll }): ComparedPhotos => {
    const shown = { referenceId: referenceId as PhotoId, movingId: beside[inHand % beside.length] as PhotoId }
    if (isAll) return { ...shown, panes: 'all' }
    return beside.length > 1 ? { ...shown, panes: beside } : shown
  })

function expectSound(compared: ComparedPhotos) {
  const named = namedPhotos(compared)
  expect(new Set(named).size).toBe(named.length)
  expect(named).toContain(compared.movingId)
  expect(compared.referenceId).not.toBe(compared.movingId)
  const shown = photosSideBySide(compared, row)
  expect(shown.map(({ photoId }) => photoId)).toEqual(expect.arrayContaining(named))
}

describe('the row of an angle', () => {
  const before = photoOf(1, { stage: 'before' })
  const fresh = photoOf(2, { stage: 'session-1' })
  const healed = photoOf(3, { stage: 'healed-1' })
  const unfiled = photoOf(4, { stage: null })
  const front = photoOf(5, { stage: 'session-1', angle: 'front' })
  it('holds the same angle in the order of the treatment, photos without a stage last', () => {
    expect(photosOfSameAngle(before, [healed, unfiled, front, before, fresh])).toEqual([before, fresh, healed, unfiled])
  })

  it('has two photos of one stage in the order of their days', () => {
    const later = photoOf(6, { capture: { local: '2026-01-13T08:00:00', offset: null, source: 'exif' } })
    expect(photosOfSameAngle(before, [later, before])).toEqual([before, later])
  })
})

describe('what stands side by side', () => {
  it('is the baseline first, then the panes; all of an angle stand in the order of the treatment', () => {
    const panes = { ...pair, movingId: id(3), panes: [id(7), id(3)] }
    expect(photosSideBySide(panes, row)).toEqual([row[1], row[7], row[3]])
    expect(photosSideBySide({ ...pair, panes: 'all' }, row)).toEqual(row)
    expect([pair, panes, { ...pair, panes: 'all' as const }].map(paneCountOf)).toEqual([2, 3, 'all'])
  })

  it('fills more panes with settled stages, the farthest from those that are shown first', () => {
    expect(withPaneCount(pair, row, 3)).toEqual({ ...pair, panes: [id(3), id(7)] })
    expect(withPaneCount(pair, row, 4)).toEqual({ ...pair, panes: [id(3), id(5), id(7)] })
    expect(withPaneCount(pair, row.slice(1, 3).concat(row[7]!), 4).panes).toHaveLength(2)
    expect(withPaneCount(pair, [row[1]!, row[7]!], 3)).toEqual(pair)
  })

  test.prop([comparisons, fc.constantFrom<number | 'all'>(2, 3, 4, 'all')])(
    'of any number keeps the baseline and the photo in the hand',
    (compared, count) => {
      const changed = withPaneCount(compared, row, count)
      expectSound(changed)
      expect(changed).toMatchObject({ referenceId: compared.referenceId, movingId: compared.movingId })
      expect(paneCountOf(changed)).toBe(count)
    },
  )
})

describe('changing what is shown', () => {
  test.prop([comparisons, fc.constantFrom(...row)])('brings a photo into the hand once', (compared, { photoId }) => {
    const changed = withPhoto(compared, photoId)
    expectSound(changed)
    expect(changed.referenceId).toBe(compared.referenceId)
    if (photoId !== compared.referenceId) expect(changed.movingId).toBe(photoId)
    expect(paneCountOf(changed)).toBe(paneCountOf(compared))
  })

  test.prop([comparisons, fc.constantFrom(...row)])('pins any photo as the baseline', (compared, { photoId }) => {
    const changed = withBaseline(compared, photoId)
    expectSound(changed)
    expect(changed.referenceId).toBe(photoId)
    expect(paneCountOf(changed)).toBe(paneCountOf(compared))
  })

  it('the old baseline takes the place of the new one', () => {
    expect(withBaseline(pair, id(7))).toEqual({ referenceId: id(7), movingId: id(1) })
    expect(withBaseline(pair, id(3))).toEqual({ referenceId: id(3), movingId: id(7) })
    expect(withBaseline({ ...pair, panes: [id(2), id(7)] }, id(2))).toEqual({
      referenceId: id(2),
      movingId: id(7),
      panes: [id(1), id(7)],
    })
  })

  test.prop([comparisons])('the hand goes through all panes and comes back', (compared) => {
    let now = compared
    const seen = new Set<PhotoId>()
    do {
      now = withNextPane(now, row)
      expectSound(now)
      seen.add(now.movingId)
    } while (now.movingId !== compared.movingId)
    expect(seen.size).toBe(photosSideBySide(compared, row).length - 1)
  })
})

describe('stepping through the stages', () => {
  it('goes to the neighbour, past the baseline', () => {
    expect(neighbourOf(row, { referenceId: id(2), movingId: id(1) }, 1)).toBe(row[3])
    expect(neighbourOf(row, { referenceId: id(2), movingId: id(3) }, -1)).toBe(row[1])
  })

  it('passes over what other panes show, but not where all are shown', () => {
    const panes = { ...pair, movingId: id(2), panes: [id(2), id(3), id(7)] }
    expect(neighbourOf(row, panes, 1)).toBe(row[4])
    expect(neighbourOf(row, { ...pair, movingId: id(2), panes: 'all' }, 1)).toBe(row[3])
  })

  it('ends at the ends of the row, and for a photo that isn’t in it', () => {
    expect(neighbourOf(row, pair, 1)).toBeUndefined()
    expect(neighbourOf(row, { ...pair, movingId: id(0) }, -1)).toBeUndefined()
    expect(neighbourOf(row, { ...pair, movingId: photoIdOf(99) }, 1)).toBeUndefined()
  })

  test.prop([comparisons])('goes to every photo that can be reached, and no other', (compared) => {
    let now = compared
    for (let next = neighbourOf(row, now, -1); next; next = neighbourOf(row, now, -1))
      now = withPhoto(now, next.photoId)
    const seen = [now.movingId]
    for (let next = neighbourOf(row, now, 1); next; next = neighbourOf(row, now, 1)) {
      now = withPhoto(now, next.photoId)
      seen.push(now.movingId)
    }
    const others = compared.panes === 'all' ? [] : namedPhotos(compared).filter((photo) => photo !== compared.movingId)
    const reachable = row.filter(({ photoId }) => !others.includes(photoId) && photoId !== compared.referenceId)
    expect(seen).toEqual(reachable.map(({ photoId }) => photoId))
  })
})

describe('photos that are gone', () => {
  const without =
    (...gone: PhotoId[]) =>
    (photoId: PhotoId) =>
      !gone.includes(photoId)
  const panes: ComparedPhotos = { ...pair, panes: [id(2), id(4), id(7)] }
  it('leave the others', () => {
    expect(withoutGone(panes, without(id(4)))).toEqual({ ...pair, panes: [id(2), id(7)] })
    expect(withoutGone(panes, without(id(7)))).toEqual({ ...pair, movingId: id(2), panes: [id(2), id(4)] })
    expect(withoutGone(panes, without(id(2), id(4)))).toEqual(pair)
    expect(withoutGone(panes, without())).toEqual(panes)
  })

  it('leave no comparison where the baseline or all others are gone', () => {
    expect(withoutGone(panes, without(id(1)))).toBeUndefined()
    expect(withoutGone(panes, without(id(2), id(4), id(7)))).toBeUndefined()
    expect(withoutGone({ ...pair, panes: 'all' }, without(id(7)))).toBeUndefined()
  })
})
