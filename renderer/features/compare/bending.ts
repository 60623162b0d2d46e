import type { Alignment } from '../../../shared/domain/alignment.ts'
import { exaggerationFor, longestBendingPercent } from '../../../shared/domain/geometry/bending.ts'
import type { Transform } from '../../../shared/domain/geometry/transform.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { type Photo, shownHead } from '../../../shared/domain/photo.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'

/** The local part of an alignment as it can be shown. */
export interface Bending {
  readonly transform: Transform
  readonly head: HeadEllipse
  /** Longest displacement in per cent of the head's width. */
  readonly longestPercent: number
  readonly exaggeration: number
}

/** A pair's bending, or in plain words why there is none to be shown. */
export function bendingOf(alignment: Alignment | null, reference: Photo): Bending | { readonly reason: string } {
  if (!alignment?.transform) return { reason: t('These photos aren’t aligned, so nothing is bent.') }
  if (!alignment.transform.field) return { reason: t('Nothing is bent here: moving, turning and scaling were enough.') }
  const head = shownHead(reference)
  if (!head) return { reason: t('The head in the baseline isn’t known yet.') }
  const { transform } = alignment
  const longestPercent = longestBendingPercent(transform, head)
  return { transform, head, longestPercent, exaggeration: exaggerationFor(longestPercent) }
}

/** What the grid shows: "Bending, 5× exaggerated; longest 2.1 % of the head’s width". */
export function bendingLegend({ longestPercent, exaggeration }: Bending, isLeftOut: boolean): string {
  const values = { times: exaggeration, percent: numberInWords(longestPercent, 1) }
  if (exaggeration > 1)
    return isLeftOut
      ? t('Bending left out by “Rigid only”, {{times}}× exaggerated; longest {{percent}} % of the head’s width', values)
      : t('Bending, {{times}}× exaggerated; longest {{percent}} % of the head’s width', values)
  return isLeftOut
    ? t('Bending left out by “Rigid only”, in its true size; longest {{percent}} % of the head’s width', values)
    : t('Bending, in its true size; longest {{percent}} % of the head’s width', values)
}
