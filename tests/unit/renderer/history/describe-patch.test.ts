import { expect, test } from 'vitest'
import { describeEvent } from '../../../../renderer/features/history/describe-event.ts'
import { merged, type PatchDecision, patchIdSchema } from '../../../../shared/domain/assessing/patch-decision.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../../shared/domain/facts.ts'
import { photoOf } from '../photo-samples.ts'

const photo = photoOf(1, { stage: 'healed-1' })
const found: PatchDecision = {
  patchId: patchIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  treatmentId: photo.treatmentId,
  angle: 'crown',
  number: 1,
  photoId: photo.photoId,
  quarterTurns: 0,
  outline: [
    { x: 1, y: 1 },
    { x: 9, y: 1 },
    { x: 9, y: 9 },
  ],
  zone: '',
  place: 'upper-left',
  kind: 'lightened',
  lightened: 0.3,
  areaMm2: 150,
  dotsLacking: 30,
  isScaleEstimated: false,
  seenAt: 'healed-1',
  decision: 'open',
  note: '',
  touchUps: [],
}
const neighbour = { ...found, patchId: patchIdSchema.parse('00000000-0000-4000-8000-000000000002'), number: 2 }

test('the history tells which patch was merged into another, and whose outline changed', () => {
  const facts = emptyFacts()
  applyEvent(facts, { type: 'photo-imported', version: 1, data: photo })
  const shape = { ...found, outline: [...found.outline, { x: 1, y: 9 }] }
  const said = [found, neighbour, ...merged(found, neighbour, shape)].map((data) => {
    const event: DomainEvent = { type: 'patch-decided', version: 1, data }
    const { what } = describeEvent(event, facts)
    applyEvent(facts, event)
    return what
  })
  expect(said).toEqual([
    'Patch 1 recorded as it was found',
    'Patch 2 recorded as it was found',
    'Outline of patch 1 changed',
    'Patch 2 is a part of another one now',
  ])
})
