import { t } from '../../words/translate.ts'
import { areOn } from '../drawing-on-photo.ts'
import type { Facts } from '../facts.ts'
import { shownSize } from '../photo.ts'
import { type PatchDecision, patchKeyOf } from './patch-decision.ts'

/** Why a decision on a patch can't be recorded, in plain words; undefined when it can. */
export function refusalOfDecision(facts: Facts, decision: PatchDecision): string | undefined {
  if (facts.treatments.get(decision.treatmentId)?.isRemoved !== false) return t('There is no such treatment.')
  const photo = facts.photos.get(decision.photoId)
  if (photo?.treatmentId !== decision.treatmentId) return t('These are not photos of this treatment.')
  // one that was decided before may stand on a photo that was turned since
  if (facts.patchDecisions.has(patchKeyOf(decision))) return undefined
  const size = shownSize({ ...photo, quarterTurns: decision.quarterTurns })
  // a patch at the edge of another photo may lie a little outside this one
  const reach = { widthPx: 3 * size.widthPx, heightPx: 3 * size.heightPx }
  const shifted = decision.outline.map(({ x, y }) => ({ x: x + size.widthPx, y: y + size.heightPx }))
  return areOn(reach, shifted) ? undefined : t('A patch lies outside its photo.')
}
