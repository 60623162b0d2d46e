import { expect, test } from 'vitest'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import { findReference, planAlignments, unsettledPairs } from '../../../shared/domain/alignment-plan.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { seriesKeyOf } from '../../../shared/domain/reference-choice.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { photoOf } from '../renderer/photo-samples.ts'

const stages: Stage[] = ['before', 'post-cut', 'session-1', 'healed-1']
const crown = stages.map((stage, index) => photoOf(index + 1, { stage }))
const top = stages.slice(1, 3).map((stage, index) => photoOf(index + 11, { stage, angle: 'top' }))
const name = (photos: readonly Photo[], id: string) => photos.find(({ photoId }) => photoId === id)!.stage

function choiceOf(photo: Photo) {
  return {
    seriesKey: seriesKeyOf(photo.treatmentId, photo.angle!),
    treatmentId: photo.treatmentId,
    angle: photo.angle!,
    photoId: photo.photoId,
  }
}

test('post-cut is the reference, unless a person chose another photo that is still there', () => {
  expect(findReference(crown, [])?.stage).toBe('post-cut')
  expect(findReference(crown, [choiceOf(crown[0]!)])?.stage).toBe('before')
  expect(findReference(crown.slice(1), [choiceOf(crown[0]!)])?.stage).toBe('post-cut')
  expect(findReference([], [])).toBeUndefined()
})

test('the newest of every angle comes first, then neighbours and the rest', () => {
  const plan = planAlignments([...crown, ...top, photoOf(30, { stage: null }), photoOf(31, { angle: null })], [])
  const words = plan.map(
    ({ referenceId, movingId }) => `${name([...crown, ...top], referenceId)} → ${name([...crown, ...top], movingId)}`,
  )
  expect(words).toEqual([
    'post-cut → session-1',
    'post-cut → healed-1',
    'post-cut → before',
    'post-cut → session-1',
    'session-1 → healed-1',
    'post-cut → healed-1',
  ])
})

test('what is aligned well is settled; what isn’t, is tried again', () => {
  const plan = planAlignments(crown, [])
  const recorded = (outcome: 'aligned' | 'check') => ({ pairKey: pairKeyOf(crown[1]!, crown[3]!), outcome }) as never
  expect(unsettledPairs(plan, crown, [])).toEqual(plan)
  expect(unsettledPairs(plan, crown, [recorded('check')])).toEqual(plan)
  const left = unsettledPairs(plan, crown, [recorded('aligned')])
  expect(
    left.some(({ referenceId, movingId }) => referenceId === crown[1]!.photoId && movingId === crown[3]!.photoId),
  ).toBe(false)
  expect(left.length).toBeLessThan(plan.length)
})
