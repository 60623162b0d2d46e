import { t } from '../words/translate.ts'
import { type Alignment, pairKeyOf } from './alignment.ts'
import { type Angle, angleOrder } from './angle.ts'
import { comparableAngles, photosByStage, type StagedPhoto } from './angle-steps.ts'
import type { ComparedPhotos } from './compared-photos.ts'
import {
  type HangingProtocol,
  stagesOfUsual,
  type UsualProtocol,
  usualProtocolName,
  usualProtocols,
  type WantedStage,
} from './hanging-protocol.ts'
import { findNextComparison } from './next-comparison.ts'
import type { Photo } from './photo.ts'
import { placementDifferences, placementOf } from './photographic-differences.ts'
import type { ReferenceChoice } from './reference-choice.ts'
import { isFresh, type Stage, stageLabel, stageOrder } from './stage.ts'

/** A comparison that is offered by itself. */
export interface Proposal {
  /** Tells proposals apart. */
  readonly key: string
  readonly name: string
  /** The studio's own protocol that it comes from. */
  readonly own: HangingProtocol | null
  readonly angle: Angle
  readonly photos: ComparedPhotos
  /** The photos by their panes, the baseline first. */
  readonly shown: readonly StagedPhoto[]
  /** How they are to be shown; null: as one likes. */
  readonly mode: string | null
  /** How well it fits what is there: the best is the highest. */
  readonly score: number
  /** Why it stands where it stands, a phrase each. */
  readonly reasons: readonly string[]
}

/** What proposals are made from: everything of one treatment. */
interface Series {
  readonly photos: readonly Photo[]
  readonly references: readonly Pick<ReferenceChoice, 'angle' | 'photoId'>[]
  readonly alignments: readonly Alignment[]
}

/** How much each reason counts. The newest photos matter most; what isn't aligned can hardly be judged. */
const weights = { recency: 4, aligned: 3, alike: 2, complete: 2, own: 0.5, fresh: -0.5, usual: 0.3, later: -0.05 }
/** An alignment that isn't made yet is worth more than one that failed. */
const alignmentWorth = { aligned: 1, 'by-hand': 1, unknown: 0.6, check: 0.4, 'needs-landmarks': 0 }

/** The comparisons that are wanted of a treatment, best first: those that everybody makes and the studio's own, of every angle. */
export function proposalsOf(series: Series, own: readonly HangingProtocol[]): Proposal[] {
  const newestOrder = Math.max(0, ...series.photos.map(({ stage }) => (stage ? stageOrder(stage) : 0)))
  return comparableAngles(series.photos)
    .flatMap(([angle, ofAngle]) => proposalsOfAngle(series, own, angle, ofAngle, newestOrder))
    .toSorted((a, b) => b.score - a.score || angleOrder(a.angle) - angleOrder(b.angle))
}

function proposalsOfAngle(
  series: Series,
  own: readonly HangingProtocol[],
  angle: Angle,
  ofAngle: readonly Photo[],
  newestOrder: number,
): Proposal[] {
  const byStage = photosByStage(ofAngle, series.references)
  const stages = [...byStage.keys()].toSorted((a, b) => stageOrder(a) - stageOrder(b))
  const usual = usualStages(series, angle, ofAngle, stages)
  const judged = (shown: readonly StagedPhoto[], missing: readonly Stage[]) =>
    judge(shown, missing, series.alignments, newestOrder, stages.at(-1)!)
  const photosAt = (wanted: readonly Stage[]) => wanted.flatMap((stage) => byStage.get(stage) ?? [])

  const everybodys = usualProtocols.flatMap((protocol, index): Proposal[] => {
    const shown = photosAt(stagesOfUsual(protocol, stages, usual) ?? [])
    if (shown.length < 2) return []
    const { score, reasons } = judged(shown, [])
    const isAll = protocol === 'all-stages'
    const isUsual = shown.every(({ stage }, place) => stage === usual[place])
    return [
      {
        key: `${angle} ${protocol}`,
        name: usualProtocolName(protocol),
        own: null,
        angle,
        shown: isAll ? photosAt(stages) : shown,
        photos: isAll ? { ...pairOf(shown), panes: 'all' } : pairOf(shown),
        mode: isAll ? 'side-by-side' : null,
        score: score + weights.later * index + (isAll ? manyAtOnce : isUsual ? weights.usual : 0),
        reasons: isAll ? [t('{{number}} stages', { number: stages.length })] : [...likeness(protocol), ...reasons],
      },
    ]
  })
  const ours = own.flatMap((protocol): Proposal[] => {
    const wanted = wantedOf(protocol.stages, stages.at(-1)!)
    const shown = photosAt(wanted)
    if (shown.length < 2 || !byStage.has(wanted[0]!)) return []
    const { score, reasons } = judged(
      shown,
      wanted.filter((stage) => !byStage.has(stage)),
    )
    return [
      {
        key: `${angle} ${protocol.protocolId}`,
        name: protocol.name,
        own: protocol,
        angle,
        shown,
        photos: besideBaseline(shown),
        mode: protocol.mode,
        score: score + weights.own,
        reasons,
      },
    ]
  })
  return [...everybodys, ...ours]
}

/** All of an angle at once is an overview: it comes after the pairs of the same angle. */
const manyAtOnce = -1.5

function usualStages(
  series: Series,
  angle: Angle,
  ofAngle: readonly Photo[],
  stages: readonly Stage[],
): [Stage, Stage] {
  const chosen = series.references.find((choice) => choice.angle === angle)?.photoId
  const pair = findNextComparison(ofAngle, chosen)
  const stageOf = (photoId: string | undefined) => ofAngle.find((photo) => photo.photoId === photoId)?.stage
  return [stageOf(pair?.referenceId) ?? stages[0]!, stageOf(pair?.movingId) ?? stages.at(-1)!]
}

/** The stages of a protocol, each once. */
function wantedOf(wanted: readonly WantedStage[], newest: Stage): Stage[] {
  return [...new Set(wanted.map((stage) => (stage === 'newest' ? newest : stage)))]
}

function likeness(protocol: UsualProtocol): string[] {
  return protocol === 'fresh-healed' ? [t('shows how it settled')] : []
}

function judge(
  shown: readonly StagedPhoto[],
  missing: readonly Stage[],
  alignments: readonly Alignment[],
  newestOrder: number,
  newestOfAngle: Stage,
): { score: number; reasons: string[] } {
  const [baseline, ...others] = shown
  const last = others.reduce((best, photo) => (stageOrder(photo.stage) > stageOrder(best.stage) ? photo : best))
  const pairs = others.map((photo) => stateOf(baseline!, photo, alignments))
  const worth = mean(pairs.map(({ state }) => alignmentWorth[state]))
  const isAlike = pairs.every((pair) => pair.isAlike === true)
  const isTakenOtherwise = pairs.some((pair) => pair.isAlike === false)
  const score =
    weights.recency * (newestOrder === 0 ? 1 : stageOrder(last.stage) / newestOrder) +
    weights.aligned * worth +
    weights.alike * (isAlike ? 1 : isTakenOtherwise ? 0 : 0.5) +
    weights.complete * (shown.length / (shown.length + missing.length)) +
    (isFresh(last.stage) ? weights.fresh : 0)
  const states = new Set(pairs.map(({ state }) => state))
  const reasons = [
    ...missing.map((stage) => t('without {{stage}}: not photographed', { stage: stageLabel(stage) })),
    ...(last.stage === newestOfAngle ? [t('{{stage}} is the newest', { stage: stageLabel(last.stage) })] : []),
    ...(isFresh(last.stage) ? [t('fresh: darker than it will settle')] : []),
    ...alignmentWords(states),
    ...(isAlike ? [t('taken from the same place')] : []),
    ...(isTakenOtherwise ? [t('taken from another place')] : []),
  ]
  return { score, reasons }
}

type PairState = keyof typeof alignmentWorth

/** What is known of a pair: where its alignment stands, and whether the camera stood alike (undefined: not known). */
function stateOf(
  reference: Photo,
  moving: Photo,
  alignments: readonly Alignment[],
): { state: PairState; isAlike: boolean | undefined } {
  const pairKey = pairKeyOf(reference, moving)
  const alignment = alignments.find((each) => each.pairKey === pairKey)
  if (!alignment) return { state: 'unknown', isAlike: undefined }
  const placement = placementOf(alignment, reference, moving)
  const isByHand = alignment.method === 'by-hand' && alignment.transform !== null
  return {
    state: isByHand ? 'by-hand' : alignment.outcome,
    isAlike: placement ? placementDifferences(placement).every(({ severity }) => severity < 1) : undefined,
  }
}

function alignmentWords(states: ReadonlySet<PairState>): string[] {
  if (states.has('needs-landmarks')) return [t('needs landmarks')]
  if (states.has('check')) return [t('alignment to be checked')]
  return states.has('unknown') ? [t('not aligned yet')] : [t('aligned')]
}

function pairOf(shown: readonly StagedPhoto[]): ComparedPhotos {
  return { referenceId: shown[0]!.photoId, movingId: shown[1]!.photoId }
}

/** The baseline with all others beside it; the last one is in the hand. */
function besideBaseline(shown: readonly StagedPhoto[]): ComparedPhotos {
  const [baseline, ...others] = shown.map(({ photoId }) => photoId)
  const pair = { referenceId: baseline!, movingId: others.at(-1)! }
  return others.length > 1 ? { ...pair, panes: others } : pair
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
