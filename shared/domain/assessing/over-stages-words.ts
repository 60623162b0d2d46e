import { numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import { settlingOf } from '../assessment/settling.ts'
import type { SettlingCurve, SettlingGap } from './settling-curve.ts'
import type { SettledPatch } from './settling-patches.ts'
import { sharesInWords } from './verdict-words.ts'
import { gapSentence, gapWord } from './zone-at-stage.ts'
import { isFigure, type TrendFigure, type TrendMeasure } from './zone-trend.ts'

/** What a measure is called. */
export function measureName(measure: TrendMeasure): string {
  switch (measure) {
    case 'evenness':
      return t('Evenness')
    case 'match':
      return t('Match with own hair')
    case 'coverage':
      return t('Coverage')
  }
}

/** What a measure's figures say. */
export function measureHint(measure: TrendMeasure): string {
  switch (measure) {
    case 'evenness':
      return t('How much darkness varies: less is more even.')
    case 'match':
      return t('Darkness beside the client’s own shaved hair: 100 % is alike.')
    case 'coverage':
      return t('The share of the zone that has at least 80 % of its usual darkness.')
  }
}

/** A figure with its range, or that there is none. */
export function figureWords(figure: TrendFigure): string {
  return isFigure(figure) ? sharesInWords(figure.value, figure.range) : gapWord(figure.gap)
}

/** Why a stage of a session isn't on its curve, as a sentence. */
export function settlingGapSentence(gap: SettlingGap): string {
  switch (gap) {
    case 'no-fresh-photo':
      return t('There is no photo of the day of the session.')
    case 'no-date':
      return t('It isn’t known on which day it was taken.')
    case 'other-light':
      return t('It was taken in light that is more than one stop brighter or darker than on the day of the session.')
    default:
      return gapSentence(gap)
  }
}

/** How a zone settled by the last day that tells it: in words, then the range that they stand on. Undefined where no day does. */
export function settlingWords({ points, added }: SettlingCurve): { verdict: string; range: string } | undefined {
  const last = points.at(-1)
  if (!last || last.day === 0) return undefined
  const { day, share } = last
  const [least, most] = share.range.map((each) => numberInWords(100 * each)) as [string, string]
  const range = t('Between {{least}} and {{most}} % of the first day’s darkness on day {{day}}', { least, most, day })
  switch (settlingOf(share, day, added)) {
    case 'as-expected':
      return { verdict: t('As a whole nothing unusual by day {{day}}', { day }), range }
    case 'lighter-than-expected':
      return { verdict: t('Lightened more than is usual by day {{day}}', { day }), range }
    case 'darker-than-expected':
      return { verdict: t('Lightened less than is usual by day {{day}}', { day }), range }
  }
}

/** A patch that settled otherwise than the rest, in words. */
export function settledPatchWords({ number, day, verdict, besideZone }: SettledPatch): string {
  if (verdict === 'lighter-than-expected')
    return t('Patch {{number}} lightened more than is usual by day {{day}}', { number, day })
  const percent = numberInWords(100 * (1 - besideZone.value))
  return t('Patch {{number}} lightened {{percent}} % more than the rest of its zone by day {{day}}', {
    number,
    percent,
    day,
  })
}
