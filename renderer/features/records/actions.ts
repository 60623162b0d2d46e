import type { StatedEvent } from '../../../shared/domain/events.ts'
import { sessionFields, treatmentFields } from '../../../shared/domain/record-fields.ts'
import { fieldChanges } from '../../../shared/domain/record-words.ts'
import { type SessionRecord, sessionLabel } from '../../../shared/domain/session-record.ts'
import type { TreatmentRecord } from '../../../shared/domain/treatment-record.ts'
import { withinSentence } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'

/** A change and how to take it back. */
export interface Change {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Describes a treatment anew; undefined when nothing changes. */
export function describeTreatment(before: TreatmentRecord, after: TreatmentRecord): Change | undefined {
  const changed = fieldChanges(treatmentFields(before), treatmentFields(after))
  if (changed.length === 0) return undefined
  const event = (data: TreatmentRecord): StatedEvent => ({ type: 'treatment-described', version: 1, data })
  return {
    events: [event(after)],
    undo: { label: t('Skin and hair: {{labels}} changed', { labels: labelsOf(changed) }), events: [event(before)] },
  }
}

/** Records a session anew; undefined when nothing changes. */
export function recordSession(before: SessionRecord, after: SessionRecord): Change | undefined {
  const changed = fieldChanges(sessionFields(before), sessionFields(after))
  if (changed.length === 0) return undefined
  const event = (data: SessionRecord): StatedEvent => ({ type: 'session-recorded', version: 1, data })
  return {
    events: [event(after)],
    undo: {
      label: t('{{title}}: {{labels}} changed', { title: sessionLabel(after), labels: labelsOf(changed) }),
      events: [event(before)],
    },
  }
}

/** Names of fields in a row, within a sentence: "pigment, needle". */
export function labelsOf(changed: readonly { readonly label: string }[]): string {
  return changed.map(({ label }) => withinSentence(label)).join(', ')
}
