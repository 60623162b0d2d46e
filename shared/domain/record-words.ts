import type { SessionRecord } from './session-record.ts'
import { isFresh } from './stage.ts'
import type { TreatmentRecord } from './treatment-record.ts'

/** One thing that a record says, in words; `text` is empty where nothing is recorded. */
export interface RecordField {
  readonly label: string
  readonly text: string
}

/** A treatment's record in words, field by field. */
export function treatmentFields(record: TreatmentRecord): RecordField[] {
  return [
    { label: 'Fitzpatrick', text: record.skinType ?? '' },
    { label: 'Skin', text: record.skinTraits.join(', ') },
    { label: 'Norwood', text: record.norwoodStage === null ? '' : String(record.norwoodStage) },
    { label: 'Hairline', text: record.hairlineShape ?? '' },
    { label: 'Hairline edge', text: record.hairlineEdge ?? '' },
    { label: 'Notes', text: record.notes },
  ]
}

/** A session's record in words, field by field. */
export function sessionFields(record: SessionRecord): RecordField[] {
  return [
    { label: 'Touch-up', text: record.isTouchUp ? 'yes' : '' },
    { label: 'Pigment', text: record.pigment },
    { label: 'Needle', text: record.needle },
    {
      label: 'Dilution',
      text: record.dilutions
        .map(({ dilution, notes }) => (dilution && notes ? `${dilution} (${notes})` : dilution || notes))
        .join('; '),
    },
    { label: 'Zones worked', text: record.zones.join(', ') },
    { label: isFresh(record.stage) ? 'Notes' : 'Healed check', text: record.notes },
  ]
}

/** Everything that records say, each thing once: "Fitzpatrick: III", "Pigment: Nordic 02". What a search looks through. */
export function recordPhrases(
  treatments: readonly TreatmentRecord[],
  sessions: readonly SessionRecord[],
): readonly string[] {
  const fields = [...treatments.flatMap(treatmentFields), ...sessions.flatMap(sessionFields)]
  return [...new Set(fields.filter(({ text }) => text !== '').map(({ label, text }) => `${label}: ${text}`))]
}

/** A field that two versions of a record say differently. */
export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Which fields two versions of the same record say differently. */
export function fieldChanges(before: readonly RecordField[], after: readonly RecordField[]): FieldChange[] {
  return after.flatMap(({ label, text }, index) => {
    const earlier = before[index]?.text ?? ''
    return earlier === text ? [] : [{ label, before: earlier, after: text }]
  })
}
