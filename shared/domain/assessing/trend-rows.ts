import { listInWords, numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import { noticeabilityOf } from '../assessment/noticeability.ts'
import { reasonWord } from './not-judged-words.ts'
import type { PhotoAssessment, ZoneFindings } from './photo-assessment.ts'
import { dash } from './sheet-rows.ts'
import { evennessBandOf, evennessWord, sharesInWords } from './verdict-words.ts'
import { coverageOf } from './zone-trend.ts'

/** A stage of a series as its line in the table says it. `assessment` undefined: there is none. */
export interface TrendStage {
  readonly name: string
  readonly assessment: PhotoAssessment | undefined
}

/** A line of a zone's table over the stages; `refusal`: why it has no figures. */
export type TrendRow =
  | { readonly stage: string; readonly refusal: string }
  | {
      readonly stage: string
      readonly refusal: null
      /** In a word; empty where it can't be told, then `variation` is a dash. */
      readonly evenness: string
      readonly variation: string
      readonly match: string
      /** The share of the zone that has at least 80 % of its usual darkness. */
      readonly coverage: string
      /** How many patches most people would see, of how many. */
      readonly patches: string
    }

/** What each stage tells of a zone. */
export function trendRows(zoneId: string, stages: readonly TrendStage[]): TrendRow[] {
  return stages.map(({ name, assessment }): TrendRow => {
    const findings = assessment?.zones.find((zone) => zone.zoneId === zoneId)?.findings
    if (!findings) return { stage: name, refusal: t('Not measured') }
    const refusal = refusalOf(findings)
    return refusal ? { stage: name, refusal } : { stage: name, refusal: null, ...figuresOf(findings) }
  })
}

function refusalOf({ verdict, reasons }: ZoneFindings): string | undefined {
  if (verdict === 'judged') return undefined
  const words = reasons.filter(({ isDecisive }) => isDecisive).map(({ reason }) => reasonWord(reason))
  return words.length > 0 ? t('Not judged: {{reasons}}', { reasons: listInWords(words) }) : t('Not judged')
}

function figuresOf({ evenness, matchToReference, patches }: ZoneFindings) {
  const visible = patches.filter(({ lightened }) => noticeabilityOf(lightened) === 'visible').length
  const coverage = evenness && coverageOf(evenness.ink)
  return {
    evenness: evenness ? evennessWord(evennessBandOf(evenness.ink)) : '',
    variation: evenness ? sharesInWords(evenness.ink.coefficientOfVariation, evenness.ink.range) : dash,
    match: matchToReference ? sharesInWords(matchToReference.value, matchToReference.range) : dash,
    coverage: coverage ? sharesInWords(coverage.value, coverage.range) : dash,
    patches: t('{{visible}} of {{all}}', { visible: numberInWords(visible), all: numberInWords(patches.length) }),
  }
}
