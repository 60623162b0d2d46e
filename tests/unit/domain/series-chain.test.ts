import { expect, test } from 'vitest'
import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import { emptyFacts } from '../../../shared/domain/facts.ts'
import type { Transform } from '../../../shared/domain/geometry/transform.ts'
import { toMoving } from '../../../shared/domain/geometry/transform.ts'
import { alignmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { findChains, findGoodTransform, landmarksFor, loopErrorPercent } from '../../../shared/domain/series-chain.ts'
import { photoOf } from '../renderer/photo-samples.ts'

const shifted = (tx: number, ty = 0): Transform => ({ similarity: { a: 1, b: 0, tx, ty }, field: null })
const [before, postCut, session1, healed1] = [
  photoOf(1, { stage: 'before' }),
  photoOf(2, { stage: 'post-cut' }),
  photoOf(3, { stage: 'session-1' }),
  photoOf(4, { stage: 'healed-1' }),
] as const

function alignment(
  reference: Photo,
  moving: Photo,
  transform: Transform,
  outcome: Alignment['outcome'] = 'aligned',
): Alignment {
  const quality = {
    peakScore: 0.3,
    forwardBackwardShare: 0.6,
    coverage: 0.6,
    scale: 1,
    rotationDegrees: 0,
    reasons: [],
  }
  const pairKey = pairKeyOf(reference, moving)
  const ids = {
    referenceId: reference.photoId,
    movingId: moving.photoId,
    alignmentId: alignmentIdSchema.parse('a'.repeat(64)),
  }
  return { ...ids, pairKey, inputsKey: '', outcome, method: 'automatic', transform, quality, algorithmVersion: 1 }
}

function known(photos: readonly Photo[], alignments: readonly Alignment[]) {
  const facts = emptyFacts()
  for (const photo of photos) facts.photos.set(photo.photoId, photo)
  for (const row of alignments) facts.alignments.set(row.pairKey, row)
  return facts
}

test('a good alignment is known in both directions; a doubtful one in neither', () => {
  const facts = known([postCut, healed1], [alignment(postCut, healed1, shifted(30))])
  expect(toMoving(findGoodTransform(facts, healed1, postCut)!, { x: 100, y: 0 }).x).toBeCloseTo(70)
  const doubtful = known([postCut, healed1], [alignment(postCut, healed1, shifted(30), 'check')])
  expect(findGoodTransform(doubtful, postCut, healed1)).toBeUndefined()
})

test('chains lead over photos of the same series, the nearest in time first', () => {
  const facts = known(
    [before, postCut, session1, healed1, photoOf(9, { angle: 'top', stage: 'session-1' })],
    [
      alignment(before, postCut, shifted(10)),
      alignment(postCut, healed1, shifted(5)),
      alignment(session1, before, shifted(-20)),
      alignment(session1, healed1, shifted(1)),
    ],
  )
  const chains = findChains(facts, before, healed1, 5)
  expect(chains.map(({ over }) => over.photoId)).toEqual([session1.photoId, postCut.photoId])
  expect(toMoving(chains[0]!.transform, { x: 0, y: 0 }).x).toBeCloseTo(21)
  expect(toMoving(chains[1]!.transform, { x: 0, y: 0 }).x).toBeCloseTo(15)
  expect(findChains(facts, before, healed1, 1)).toHaveLength(1)
  expect(
    findChains(
      known([before, { ...session1, isRemoved: true }, healed1], [...facts.alignments.values()]),
      before,
      healed1,
      5,
    ),
  ).toEqual([])
})

test('a loop that doesn’t close is measured in per cent of the head’s width', () => {
  const head = { centreX: 500, centreY: 500, radiusX: 250, radiusY: 300, angleDegrees: 0 }
  expect(loopErrorPercent(shifted(10), shifted(10), head)).toBe(0)
  expect(loopErrorPercent(shifted(0), shifted(10, 0), head)).toBeCloseTo(2)
  const twice: Transform = { similarity: { a: 2, b: 0, tx: 0, ty: 0 }, field: null }
  expect(loopErrorPercent(twice, { ...twice, similarity: { ...twice.similarity, tx: 10 } }, head)).toBeCloseTo(1)
})

test('marks bind whichever photo of the pair was the reference, and are carried over when the reference changes', () => {
  const facts = known([before, postCut, healed1], [alignment(before, postCut, shifted(40))])
  const mark = { reference: { x: 140, y: 50 }, moving: { x: 7, y: 8 } }
  const placed = {
    pairKey: pairKeyOf(postCut, healed1),
    referenceId: postCut.photoId,
    movingId: healed1.photoId,
    landmarks: [mark],
  }
  facts.landmarks.set(placed.pairKey, placed)
  expect(landmarksFor(facts, postCut, healed1)).toEqual([mark])
  expect(landmarksFor(facts, healed1, postCut)).toEqual([{ reference: mark.moving, moving: mark.reference }])
  const [carried] = landmarksFor(facts, before, healed1)
  expect(carried!.reference.x).toBeCloseTo(100)
  expect(carried!.moving).toEqual(mark.moving)
  facts.landmarks.set(pairKeyOf(before, healed1), { ...placed, pairKey: pairKeyOf(before, healed1), landmarks: [] })
  expect(landmarksFor(facts, before, healed1)).toEqual([])
})
