import { z } from 'zod'
import { t } from '../words/translate.ts'
import { modeNameSchema, savedNameSchema } from './saved-comparison.ts'
import { isFresh, type Stage, sessionNumberOf, stageLabel, stageSchema } from './stage.ts'

/** A stage of a protocol; `newest`: the newest that an angle has. */
export const wantedStageSchema = z.union([stageSchema, z.literal('newest')])
export type WantedStage = z.infer<typeof wantedStageSchema>

export const protocolIdSchema = z.uuid().brand<'ProtocolId'>()

/** A comparison that the studio makes again and again, of any client: its stages, the baseline first, and how they are shown. */
export const hangingProtocolSchema = z.object({
  protocolId: protocolIdSchema,
  name: savedNameSchema,
  stages: z.array(wantedStageSchema).min(2).max(20),
  mode: modeNameSchema,
})
export type HangingProtocol = z.infer<typeof hangingProtocolSchema>

/** The comparisons that everybody makes, in the order of use. */
export const usualProtocols = ['before-newest', 'post-cut-newest', 'sessions', 'fresh-healed', 'all-stages'] as const
export type UsualProtocol = (typeof usualProtocols)[number]

/** What a usual protocol is called. */
export function usualProtocolName(protocol: UsualProtocol): string {
  switch (protocol) {
    case 'before-newest':
      return t('Before ↔ newest')
    case 'post-cut-newest':
      return t('Post-cut ↔ newest')
    case 'sessions':
      return t('Previous session ↔ this one')
    case 'fresh-healed':
      return t('Same session: fresh ↔ healed')
    case 'all-stages':
      return t('All stages')
  }
}

/** A protocol's stages in words: "Post-cut ↔ Healed 1 ↔ newest". */
export function stagesInWords(stages: readonly WantedStage[]): string {
  return stages.map((stage) => (stage === 'newest' ? t('newest') : stageLabel(stage))).join(' ↔ ')
}

/**
 * The stages that a usual protocol shows of an angle's stages (at least two, in the order of the treatment), the baseline first; undefined where it doesn't fit. `usual` are
 * the stages of the angle's usual comparison.
 */
export function stagesOfUsual(
  protocol: UsualProtocol,
  stages: readonly Stage[],
  usual: readonly [Stage, Stage],
): readonly Stage[] | undefined {
  const newest = stages.at(-1)!
  switch (protocol) {
    case 'before-newest':
    case 'post-cut-newest': {
      const first = protocol === 'before-newest' ? 'before' : 'post-cut'
      return stages.includes(first) && newest !== first ? [first, newest] : undefined
    }
    case 'sessions':
      return twoSessions(stages)
    case 'fresh-healed': {
      const healed = stages.findLast(
        (stage) => sessionNumberOf(stage) && !isFresh(stage) && stages.includes(freshOf(stage)),
      )
      return healed && [freshOf(healed), healed]
    }
    case 'all-stages':
      return stages.length > 2 ? [...usual, ...stages.filter((stage) => !usual.includes(stage))] : undefined
  }
}

/** The newest session that was photographed and the one before it, both healed or both fresh. */
function twoSessions(stages: readonly Stage[]): readonly Stage[] | undefined {
  for (const stage of stages.toReversed()) {
    const alike = stages.filter((other) => sessionNumberOf(other) && isFresh(other) === isFresh(stage))
    const place = alike.indexOf(stage)
    if (place > 0) return [alike[place - 1]!, stage]
  }
  return undefined
}

function freshOf(stage: Stage): Stage {
  return `session-${sessionNumberOf(stage) ?? 0}`
}
