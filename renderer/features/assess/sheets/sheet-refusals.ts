import type { TouchUpPlan } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { SeriesFindings } from '../use-series-findings.ts'
import type { SheetKind } from './sheet-options.ts'

/** Why a document can't be made now, in a sentence; undefined where it can. */
export type SheetRefusals = Readonly<Record<SheetKind, string | undefined>>

/** What can be made of what is known now. */
export function sheetRefusals({ shown, stateOf, toGo }: SeriesFindings, plans: readonly TouchUpPlan[]): SheetRefusals {
  const planned = plans.length > 0 ? undefined : t('Nothing is planned yet: accept a patch first.')
  return { 'touch-up': planned, phone: planned, report: reportRefusal() }

  function reportRefusal(): string | undefined {
    if (!shown.wanted) return t('This photo has nothing to judge: it needs pigment and a treated zone.')
    if (stateOf(shown.wanted).kind !== 'known') return t('This photo isn’t judged yet.')
    return toGo > 0 ? t('The other stages are still being looked at.') : undefined
  }
}

/** Why none of them can be made; undefined where one can. */
export function refusalOfAll(refusals: SheetRefusals): string | undefined {
  return refusals['touch-up'] !== undefined ? refusals.report : undefined
}
