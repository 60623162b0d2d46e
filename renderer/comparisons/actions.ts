import type { StatedEvent } from '../../shared/domain/events.ts'
import { type HangingProtocol, hangingProtocolSchema, protocolIdSchema } from '../../shared/domain/hanging-protocol.ts'
import {
  comparisonIdSchema,
  type SavedComparison,
  savedComparisonSchema,
} from '../../shared/domain/saved-comparison.ts'
import { t } from '../../shared/words/translate.ts'
import type { Undo } from '../ports.ts'

/** A change and how to take it back. */
interface Change {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Saves a comparison with its client. */
export function saveComparison(about: Omit<SavedComparison, 'comparisonId'>): Change {
  const comparison = { ...about, comparisonId: comparisonIdSchema.parse(crypto.randomUUID()), name: about.name.trim() }
  return {
    events: [savedEvent(comparison)],
    undo: { label: t('Comparison saved: {{name}}', { name: comparison.name }), events: [removedEvent(comparison)] },
  }
}

/** Gives a saved comparison another name. */
export function renameComparison(comparison: SavedComparison, newName: string): Change {
  const { treatmentId, comparisonId, name } = comparison
  const renamed = (to: string): StatedEvent => ({
    type: 'comparison-renamed',
    version: 1,
    data: { treatmentId, comparisonId, name: to.trim() },
  })
  return { events: [renamed(newName)], undo: { label: t('Renamed: {{name}}', { name }), events: [renamed(name)] } }
}

/** Takes a saved comparison away; its photos stay. */
export function removeComparison(comparison: SavedComparison): Change {
  return {
    events: [removedEvent(comparison)],
    undo: {
      label: t('Saved comparison removed: {{name}}', { name: comparison.name }),
      events: [savedEvent(comparison)],
    },
  }
}

/** Keeps an arrangement of stages as the studio's own. */
export function saveProtocol(about: Omit<HangingProtocol, 'protocolId'>): Change {
  const protocol = { ...about, protocolId: protocolIdSchema.parse(crypto.randomUUID()), name: about.name.trim() }
  return {
    events: [protocolSaved(protocol)],
    undo: {
      label: t('Saved as the studio’s own: {{name}}', { name: protocol.name }),
      events: [protocolRemoved(protocol)],
    },
  }
}

/** Gives one of the studio's own another name. */
export function renameProtocol({ protocolId, name }: HangingProtocol, newName: string): Change {
  const renamed = (to: string): StatedEvent => ({
    type: 'hanging-protocol-renamed',
    version: 1,
    data: { protocolId, name: to.trim() },
  })
  return { events: [renamed(newName)], undo: { label: t('Renamed: {{name}}', { name }), events: [renamed(name)] } }
}

/** Takes one of the studio's own away. */
export function removeProtocol(protocol: HangingProtocol): Change {
  return {
    events: [protocolRemoved(protocol)],
    undo: {
      label: t('Removed from the studio’s own: {{name}}', { name: protocol.name }),
      events: [protocolSaved(protocol)],
    },
  }
}

function savedEvent(comparison: SavedComparison): StatedEvent {
  return { type: 'comparison-saved', version: 1, data: savedComparisonSchema.parse(comparison) }
}

function removedEvent({ treatmentId, comparisonId }: SavedComparison): StatedEvent {
  return { type: 'comparison-removed', version: 1, data: { treatmentId, comparisonId } }
}

function protocolSaved(protocol: HangingProtocol): StatedEvent {
  return { type: 'hanging-protocol-saved', version: 1, data: hangingProtocolSchema.parse(protocol) }
}

function protocolRemoved({ protocolId }: HangingProtocol): StatedEvent {
  return { type: 'hanging-protocol-removed', version: 1, data: { protocolId } }
}
