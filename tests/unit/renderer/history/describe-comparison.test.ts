import { expect, test } from 'vitest'
import { describeEvent } from '../../../../renderer/features/history/describe-event.ts'
import { applyEvent, emptyFacts } from '../../../../shared/domain/facts.ts'
import { comparisonEvents, comparisonOf } from '../comparison-samples.ts'
import { photoOf } from '../photo-samples.ts'

const [before, healed] = [photoOf(1), photoOf(2, { stage: 'healed-1' })]
const { saved, renamed, removed } = comparisonEvents(comparisonOf(before.treatmentId, [before.photoId, healed.photoId]))

test('the history tells what was saved, how it is called now, and that it was removed', () => {
  const facts = emptyFacts()
  for (const photo of [before, healed]) applyEvent(facts, { type: 'photo-imported', version: 1, data: photo })
  expect(describeEvent(saved, facts)).toEqual({
    what: 'Comparison saved: Review',
    details: ['Crown, before, 12 Jan 2026 ↔ Crown, healed 1, 12 Jan 2026'],
  })
  applyEvent(facts, saved)
  expect(describeEvent(renamed, facts)).toEqual({
    what: 'Saved comparison renamed to Other',
    details: ['Was: Review'],
  })
  applyEvent(facts, renamed)
  expect(describeEvent(removed, facts)).toEqual({ what: 'Saved comparison removed: Other', details: [] })
})
