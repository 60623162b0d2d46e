import { describe, expect, test } from 'vitest'
import { describeEvent } from '../../../../renderer/features/history/describe-event.ts'
import { reverseEvent } from '../../../../renderer/features/history/reversal.ts'
import {
  accepted,
  type PatchDecision,
  patchDecisionSchema,
  patchIdSchema,
  sessionAfter,
  tickedOff,
  withoutPlan,
} from '../../../../shared/domain/assessing/patch-decision.ts'
import { dotsToAdd, lastTouchUpBy, planOf } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../../shared/domain/facts.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { photoOf } from '../../renderer/photo-samples.ts'

const photo = photoOf(1, { widthPx: 1000, heightPx: 800, stage: 'healed-2' })
const { clientId, treatmentId } = photo
const addedAt = '2026-01-01T00:00:00.000Z'

function decision(about: Partial<PatchDecision> = {}): PatchDecision {
  return {
    patchId: patchIdSchema.parse('33333333-3333-4333-8333-333333333333'),
    treatmentId,
    angle: 'crown',
    number: 3,
    photoId: photo.photoId,
    quarterTurns: 0,
    outline: [
      { x: 100, y: 100 },
      { x: 140, y: 100 },
      { x: 120, y: 150 },
    ],
    zone: '',
    place: 'middle-left',
    kind: 'lightened',
    lightened: 0.3,
    areaMm2: 210,
    dotsLacking: 43,
    isScaleEstimated: true,
    seenAt: 'healed-2',
    decision: 'open',
    note: '',
    touchUps: [],
    ...about,
  }
}

describe('decisions on patches', () => {
  test('what is accepted is planned for the session after the stage', () => {
    expect([sessionAfter('healed-2'), sessionAfter('session-1'), sessionAfter('post-cut'), sessionAfter(null)]).toEqual(
      ['session-3', 'session-2', 'session-1', 'session-1'],
    )
    expect(accepted(decision(), 'healed-2')).toMatchObject({
      decision: 'accepted',
      touchUps: [{ session: 'session-3', isDone: false }],
    })
  })

  test('what was touched up stays known when the patch is accepted again, dismissed or opened', () => {
    const done = tickedOff(accepted(decision(), 'healed-2'), 'session-3', true)
    expect(lastTouchUpBy('healed-3', done)).toBe(3)
    expect(lastTouchUpBy('healed-2', done)).toBeUndefined()
    const again = accepted(done, 'healed-3')
    expect(again.touchUps).toEqual([
      { session: 'session-3', isDone: true },
      { session: 'session-4', isDone: false },
    ])
    expect(withoutPlan(again, 'dismissed')).toMatchObject({ decision: 'dismissed', touchUps: done.touchUps })
  })

  test('the plan of a session adds its patches up', () => {
    const one = accepted(decision(), 'healed-2')
    const dark = { ...accepted(decision({ number: 1, kind: 'dark', areaMm2: 90 }), 'healed-2') }
    const plan = planOf('session-3', [one, dark, decision()])
    expect(plan).toMatchObject({ areaMm2: 300, dots: 45 })
    expect(plan?.items.map(({ patch }) => patch.number)).toEqual([1, 3])
    expect(planOf('session-4', [one])).toBeUndefined()
    expect(dotsToAdd({ kind: 'missing', dotsLacking: 42 })).toBe(40)
  })
})

describe('in the record', () => {
  const decided = (data: PatchDecision): DomainEvent => ({ type: 'patch-decided', version: 1, data })
  const facts = (...events: DomainEvent[]): Facts => {
    const kept = emptyFacts()
    const before: DomainEvent[] = [
      { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
      { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
      { type: 'photo-imported', version: 1, data: photo },
    ]
    for (const event of [...before, ...events]) applyEvent(kept, event)
    return kept
  }

  test('a decision on skin outside its photo, or of another treatment, is refused', () => {
    expect(refusalOf(facts(), decided(decision()))).toBeUndefined()
    const outside = [...decision().outline, { x: 9000, y: 100 }]
    expect(refusalOf(facts(), decided(decision({ outline: outside })))).toBe('A patch lies outside its photo.')
    const stranger = photoOf(2).photoId
    expect(refusalOf(facts(), decided(decision({ photoId: stranger })))).toBe('These are not photos of this treatment.')
  })

  const taken = accepted(decision(), 'healed-2')
  test.each([
    [[], taken, 'Patch 3 accepted: touch-up in session 3'],
    [[], withoutPlan(decision(), 'dismissed'), 'Patch 3 dismissed'],
    [[taken], withoutPlan(taken, 'open'), 'Decision on patch 3 taken back'],
    [[taken], { ...taken, note: 'Thinner' }, 'Note on patch 3 changed'],
    [[taken], tickedOff(taken, 'session-3', true), 'Patch 3 touched up in session 3'],
    [[tickedOff(taken, 'session-3', true)], taken, 'Patch 3 not touched up in session 3 after all'],
  ] as const)('is told in words (%#)', (before, after, words) => {
    const then = facts(...before.map(decided))
    expect(describeEvent(decided(after), then).what).toBe(words)
  })

  test('is put back as it was; without an earlier one it is open again', () => {
    expect(reverseEvent(decided(taken), facts())).toEqual(decided(withoutPlan(taken, 'open')))
    const done = tickedOff(taken, 'session-3', true)
    expect(reverseEvent(decided(done), facts(decided(taken)))).toEqual(decided(taken))
    expect(patchDecisionSchema.parse(done)).toEqual(done)
  })

  test('goes with its photo when that is deleted for good', () => {
    const deleted: DomainEvent = { type: 'photo-deleted', version: 1, data: { photoId: photo.photoId, clientId } }
    expect(facts(decided(taken)).patchDecisions.size).toBe(1)
    expect(facts(decided(taken), deleted).patchDecisions.size).toBe(0)
  })
})
