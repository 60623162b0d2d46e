import {
  type Difference,
  type Placement,
  photographicDifferences,
  type TakenPhoto,
} from './photographic-differences.ts'
import { isFresh, stageLabel } from './stage.ts'

/** How alike two photos were taken, in one sentence that also says what to do next time. */
export interface Comparability {
  readonly kind: 'alike' | 'different' | 'unmeasured'
  readonly sentence: string
}

/** No more than this many differences are named: the worst. */
const mostNamed = 2

/** Compares how two photos were taken; says only what was measured in both. `placement` null: the pair isn't aligned. */
export function comparabilityOf(reference: TakenPhoto, moving: TakenPhoto, placement: Placement | null): Comparability {
  const worst = photographicDifferences(reference, moving, placement)
    .filter(({ severity }) => severity >= 1)
    .toSorted((a, b) => b.severity - a.severity)
    .slice(0, mostNamed)
  if (worst.length > 0) return { kind: 'different', sentence: sentenceOf(worst, namesOf(reference, moving)) }
  return alikeIn(comparedAspects(reference, moving, placement), placement !== null)
}

function alikeIn(aspects: readonly string[], isPlaced: boolean): Comparability {
  if (aspects.length === 0)
    return { kind: 'unmeasured', sentence: 'Too little of the skin is seen to say how alike these photos were taken.' }
  const matching = `${joined(aspects)} ${aspects.length > 1 ? 'match' : 'matches'}`
  return {
    kind: 'alike',
    sentence: isPlaced
      ? `Taken alike: ${matching}.`
      : `${capitalised(matching)}; distance can’t be told without a confirmed alignment.`,
  }
}

function comparedAspects(reference: TakenPhoto, moving: TakenPhoto, placement: Placement | null): string[] {
  const both = (key: 'skinLuminance' | 'skinRedToBlue' | 'edgeWidthPercent') =>
    reference.measured[key] !== null && moving.measured[key] !== null
  const isColourCompared = both('skinRedToBlue') && !isRed(reference) && !isRed(moving)
  const light = both('skinLuminance') ? [isColourCompared ? 'light' : 'brightness'] : []
  return [...(placement ? ['distance'] : []), ...light, ...(both('edgeWidthPercent') ? ['sharpness'] : [])]
}

function isRed({ stage }: TakenPhoto): boolean {
  return stage !== null && isFresh(stage)
}

type Names = Record<Difference['of'], string>

function namesOf(reference: TakenPhoto, moving: TakenPhoto): Names {
  if (reference.stage === moving.stage || !reference.stage || !moving.stage)
    return { reference: 'The baseline', moving: 'The compared photo' }
  return { reference: stageLabel(reference.stage), moving: stageLabel(moving.stage) }
}

function sentenceOf(differences: readonly Difference[], names: Names): string {
  const [first, second] = differences as [Difference, Difference?]
  const fixesOf = (of: Difference['of']) =>
    differences.filter((difference) => difference.of === of).map(({ fix }) => fix)
  const nextTime = fixesOf('moving')
  const fixes = [...(nextTime.length > 0 ? [`next time ${nextTime.join(' and ')}`] : []), ...fixesOf('reference')]
  let what = `${names[first.of]} ${first.verb} ${first.what}`
  if (second?.of !== first.of) what += second ? `, ${names[second.of]} ${second.verb} ${second.what}` : ''
  else what += ` and ${second.verb === first.verb ? '' : `${second.verb} `}${second.what}`
  return `${what}: ${fixes.join('; ')}.`
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
