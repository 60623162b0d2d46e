import type { StatedEvent } from '../../../shared/domain/events.ts'
import { wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { type HangingProtocol, hangingProtocolSchema } from '../../../shared/domain/hanging-protocol.ts'
import type { PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import {
  comparisonIdSchema,
  type SavedComparison,
  savedComparisonSchema,
} from '../../../shared/domain/saved-comparison.ts'

/** A saved comparison of two photos. */
export function comparisonOf(
  treatmentId: TreatmentId,
  [referenceId, movingId]: readonly [PhotoId, PhotoId],
  name = 'Review',
): SavedComparison {
  return {
    comparisonId: comparisonIdSchema.parse('44444444-4444-4444-8444-444444444444'),
    treatmentId,
    name,
    photos: { referenceId, movingId },
    look: { mode: 'slider', viewport: wholePicture, opacity: 0.5, split: 0.25, isRigid: false },
  }
}

/** What can happen to it. */
export function comparisonEvents(comparison: SavedComparison): Record<'saved' | 'renamed' | 'removed', StatedEvent> {
  const { treatmentId, comparisonId } = comparison
  const on = { treatmentId, comparisonId }
  return {
    saved: { type: 'comparison-saved', version: 1, data: savedComparisonSchema.parse(comparison) },
    renamed: { type: 'comparison-renamed', version: 1, data: { ...on, name: 'Other' } },
    removed: { type: 'comparison-removed', version: 1, data: on },
  }
}

/** One of the studio's own protocols, by a small number. */
export function protocolOf(number: number, name = 'Ours'): HangingProtocol {
  return hangingProtocolSchema.parse({
    protocolId: `55555555-5555-4555-8555-55555555555${number}`,
    name,
    stages: ['post-cut', 'newest'],
    mode: 'overlay',
  })
}

/** What can happen to it. */
export function protocolEvents(protocol: HangingProtocol): Record<'saved' | 'renamed' | 'removed', StatedEvent> {
  const { protocolId } = protocol
  return {
    saved: { type: 'hanging-protocol-saved', version: 1, data: protocol },
    renamed: { type: 'hanging-protocol-renamed', version: 1, data: { protocolId, name: 'Other' } },
    removed: { type: 'hanging-protocol-removed', version: 1, data: { protocolId } },
  }
}
