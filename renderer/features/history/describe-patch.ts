import { type PatchDecision, patchKeyOf, placeOfDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { stageWords } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'

/** What happened to a decision on a patch, in words, then further lines; `facts` are those before it. */
export function describePatch(decision: PatchDecision, facts: Facts): string[] {
  const before = facts.patchDecisions.get(patchKeyOf(decision))
  const { number, note } = decision
  const place = placeOfDecision(decision)
  const ticked = tickedWords(decision, before)
  if (ticked) return [ticked, place]
  if (decision.decision === 'merged') return [t('Patch {{number}} is a part of another one now', { number }), place]
  if (before && isRedrawn(decision, before)) return [t('Outline of patch {{number}} changed', { number }), place]
  if (!before && decision.decision === 'open' && note === '')
    return [t('Patch {{number}} recorded as it was found', { number }), place]
  if (before && before.decision === decision.decision && before.note !== note)
    return [t('Note on patch {{number}} changed', { number }), place, ...(note === '' ? [] : [note])]
  return [decisionWords(decision), place, ...(note === '' ? [] : [note])]
}

function isRedrawn(decision: PatchDecision, before: PatchDecision): boolean {
  const isShaped = decision.isDrawn === true || before.isDrawn === true
  return isShaped && JSON.stringify(decision.outline) !== JSON.stringify(before.outline)
}

function decisionWords({ decision, number, touchUps }: PatchDecision): string {
  if (decision === 'dismissed') return t('Patch {{number}} dismissed', { number })
  const planned = touchUps.find(({ isDone }) => !isDone)
  return decision === 'accepted' && planned
    ? t('Patch {{number}} accepted: touch-up in {{session}}', { number, session: stageWords(planned.session) })
    : t('Decision on patch {{number}} taken back', { number })
}

function tickedWords({ number, touchUps }: PatchDecision, before: PatchDecision | undefined): string | undefined {
  const changed = touchUps.find((touchUp) =>
    before?.touchUps.some(({ session, isDone }) => session === touchUp.session && isDone !== touchUp.isDone),
  )
  if (!changed) return undefined
  const values = { number, session: stageWords(changed.session) }
  return changed.isDone
    ? t('Patch {{number}} touched up in {{session}}', values)
    : t('Patch {{number}} not touched up in {{session}} after all', values)
}
