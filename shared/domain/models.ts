import type { ClientCard } from './client-card.ts'
import { type Channel, mayShowFace, refusalOfExport } from './consent.ts'
import type { ShowcasePair, ShowcaseTreatment } from './showcase.ts'
import { type Stage, stageOrder } from './stage.ts'
import type { TreatmentRecord } from './treatment-record.ts'

/** Where a portfolio is shown that lies open in the studio. */
export const portfolioChannel: Channel = 'own-wall'

/** What models are looked for by; null: it doesn't matter. */
export interface ModelFilter {
  readonly norwoodStage: TreatmentRecord['norwoodStage']
  readonly skinType: TreatmentRecord['skinType']
  readonly hairlineShape: TreatmentRecord['hairlineShape']
  readonly hairlineEdge: TreatmentRecord['hairlineEdge']
  readonly reached: Stage | null
  readonly channel: Channel | null
}

/** Every model. */
export const anyModel: ModelFilter = {
  norwoodStage: null,
  skinType: null,
  hairlineShape: null,
  hairlineEdge: null,
  reached: null,
  channel: null,
}

/** What of a client decides on what may be shown. */
export type ShownClient = Pick<ClientCard, 'client' | 'consent' | 'showcase'>

/** A client who may be shown, with those treatments that were looked for; their pairs are those that may be shown. */
export interface Model {
  readonly client: ClientCard['client']
  readonly consent: NonNullable<ClientCard['consent']>
  readonly treatments: readonly ShowcaseTreatment[]
}

/**
 * The models who fit, in the order of the cards, and what may be shown of them on a day for a channel (null: for any that the client agreed to). This is the one place where that is decided:
 * nobody without a consent, or whose consent is withdrawn, has ended, doesn't hold yet or names another channel; no angle with a face where the consent covers none.
 */
export function findModels(cards: readonly ShownClient[], filter: ModelFilter, on: string): Model[] {
  return cards.flatMap((card) => {
    const { client, consent } = card
    const treatments = treatmentsToShow(card, filter.channel, on).filter((treatment) => fits(treatment, filter))
    return consent && treatments.length > 0 ? [{ client, consent, treatments }] : []
  })
}

/** The stages that models have reached, in the order of a treatment. */
export function stagesReached(models: readonly Model[]): Stage[] {
  const stages = models.flatMap(({ treatments }) => treatments.flatMap(({ reached }) => reached ?? []))
  return [...new Set(stages)].toSorted((a, b) => stageOrder(a) - stageOrder(b))
}

/** What of a client's treatments the consent that counts lets be shown. */
function treatmentsToShow({ client, consent, showcase }: ShownClient, channel: Channel | null, on: string) {
  if (!consent || client.isRemoved) return []
  const purpose = channel ?? consent.channels[0]!
  const isRefused = (showsFace: boolean) => refusalOfExport([consent], { purpose, showsFace, on }) !== null
  if (isRefused(false)) return []
  const mayBeShown = ({ angle }: ShowcasePair) => !mayShowFace(angle) || !isRefused(true)
  return showcase.map((treatment) => ({ ...treatment, pairs: treatment.pairs.filter(mayBeShown) }))
}

function fits(treatment: ShowcaseTreatment, { channel, ...wanted }: ModelFilter): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => value === null || treatment[key as keyof typeof wanted] === value,
  )
}
