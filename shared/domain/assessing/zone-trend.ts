import type { Ranged } from '../assessment/assessment.ts'
import type { Evenness } from '../assessment/evenness.ts'
import type { StageGap, ZoneAtStage } from './zone-at-stage.ts'

/** What is followed over the stages. Evenness: how much darkness varies, 0 is even. Match: beside the client's own hair. Coverage: the share of the zone that isn't sparse. */
export const trendMeasures = ['evenness', 'match', 'coverage'] as const
export type TrendMeasure = (typeof trendMeasures)[number]

/** A figure of one stage, as a share, or why there is none. */
export type TrendFigure = Ranged | { readonly gap: StageGap }

/** One stage with its figures. */
export interface TrendStage {
  readonly at: ZoneAtStage
  readonly figures: Readonly<Record<TrendMeasure, TrendFigure>>
}

/** Whether a figure is one. */
export function isFigure(figure: TrendFigure): figure is Ranged {
  return 'value' in figure
}

/** A zone over its stages, in their order: only what is judged has figures. */
export function trendOf(stages: readonly ZoneAtStage[]): TrendStage[] {
  return stages.map((at) => ({ at, figures: figuresOf(at) }))
}

function figuresOf({ findings, gap }: ZoneAtStage): TrendStage['figures'] {
  if (gap || !findings) {
    const none = { gap: gap ?? 'not-measured' } as const
    return { evenness: none, match: none, coverage: none }
  }
  const { evenness, matchToReference } = findings
  return {
    evenness: evenness
      ? { value: evenness.ink.coefficientOfVariation, range: evenness.ink.range }
      : { gap: 'too-little-skin' },
    match: matchToReference ?? { gap: 'no-own-hair' },
    coverage: evenness ? coverageOf(evenness.ink) : { gap: 'too-little-skin' },
  }
}

/** Fields overlap by half: a quarter of them tell something of their own. */
const independentShare = 1 / 4
/** Two standard errors. */
const errors = 2

/** The share of fields that have at least 80 % of the usual darkness; the range is Wilson's (1927), which stays within 0 and 1. */
export function coverageOf({ sparseShare, fieldCount }: Pick<Evenness, 'sparseShare' | 'fieldCount'>): Ranged {
  const value = 1 - sparseShare
  const count = Math.max(1, independentShare * fieldCount)
  const square = errors ** 2 / count
  const middle = (value + square / 2) / (1 + square)
  const half = (errors / (1 + square)) * Math.sqrt((value * (1 - value)) / count + square / (4 * count))
  return { value, range: [Math.max(0, Math.min(value, middle - half)), Math.min(1, Math.max(value, middle + half))] }
}
