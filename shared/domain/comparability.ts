import { listInWords } from '../words/formats.ts'
import { t } from '../words/translate.ts'
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
    return {
      kind: 'unmeasured',
      sentence: t('Too little of the skin is seen to say how alike these photos were taken.'),
    }
  const several = { aspects: listInWords(aspects) }
  const [one] = aspects
  if (isPlaced)
    return {
      kind: 'alike',
      sentence:
        aspects.length > 1
          ? t('Taken alike: {{aspects}} match.', several)
          : t('Taken alike: {{aspect}} matches.', { aspect: one! }),
    }
  return {
    kind: 'alike',
    sentence: capitalised(
      aspects.length > 1
        ? t('{{aspects}} match; distance can’t be told without a confirmed alignment.', several)
        : t('{{aspect}} matches; distance can’t be told without a confirmed alignment.', { aspect: one! }),
    ),
  }
}

function comparedAspects(reference: TakenPhoto, moving: TakenPhoto, placement: Placement | null): string[] {
  const both = (key: 'skinLuminance' | 'skinRedToBlue' | 'edgeWidthPercent') =>
    reference.measured[key] !== null && moving.measured[key] !== null
  const isColourCompared = both('skinRedToBlue') && !isRed(reference) && !isRed(moving)
  const light = both('skinLuminance') ? [isColourCompared ? t('light') : t('brightness')] : []
  return [...(placement ? [t('distance')] : []), ...light, ...(both('edgeWidthPercent') ? [t('sharpness')] : [])]
}

function isRed({ stage }: TakenPhoto): boolean {
  return stage !== null && isFresh(stage)
}

type Names = Record<Difference['of'], string>

function namesOf(reference: TakenPhoto, moving: TakenPhoto): Names {
  if (reference.stage === moving.stage || !reference.stage || !moving.stage)
    return { reference: t('The baseline'), moving: t('The compared photo') }
  return { reference: stageLabel(reference.stage), moving: stageLabel(moving.stage) }
}

function sentenceOf(differences: readonly Difference[], names: Names): string {
  const [first, second] = differences as [Difference, Difference?]
  const fixesOf = (of: Difference['of']) =>
    differences.filter((difference) => difference.of === of).map(({ fix }) => fix)
  const nextTime = fixesOf('moving')
  const said = nextTime.length > 0 ? [t('next time {{fixes}}', { fixes: listInWords(nextTime) })] : []
  const fixes = [...said, ...fixesOf('reference')].join('; ')
  const one = { photo: names[first.of], differs: predicateOf(first), fixes }
  if (!second) return t('{{photo}} {{differs}}: {{fixes}}.', one)
  if (second.of !== first.of)
    return t('{{photo}} {{differs}}, {{other}} {{otherDiffers}}: {{fixes}}.', {
      ...one,
      other: names[second.of],
      otherDiffers: predicateOf(second),
    })
  const also = second.verb === first.verb ? second.what : predicateOf(second)
  return t('{{photo}} {{differs}} and {{also}}: {{fixes}}.', { ...one, also })
}

/** What a photo does or is: "is 12 % closer". */
function predicateOf({ verb, what }: Difference): string {
  switch (verb) {
    case 'is':
      return t('is {{what}}', { what })
    case 'has':
      return t('has {{what}}', { what })
    case 'shows':
      return t('shows {{what}}', { what })
    case 'cuts off':
      return t('cuts off {{what}}', { what })
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
