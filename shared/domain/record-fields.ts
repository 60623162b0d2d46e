import type { SessionRecord } from './session-record.ts'
import { isFresh } from './stage.ts'
import type { TreatmentRecord } from './treatment-record.ts'

/** What a record can say something in. */
export type RecordFieldId =
  | 'skin-type'
  | 'skin'
  | 'norwood'
  | 'hairline-shape'
  | 'hairline-edge'
  | 'notes'
  | 'touch-up'
  | 'pigment'
  | 'needle'
  | 'dilution'
  | 'zones'
  | 'healed-check'
  | 'title'
  | 'kind'
  | 'day'
  | 'document'
  | 'document-notes'

/**
 * One thing that a record says, in no language: what was chosen by its ids, what was typed as it was typed. No values where nothing is recorded. A document
 * that is searched for has kind and title, or title and notes.
 */
export interface RecordField {
  readonly field: RecordFieldId
  readonly values: readonly string[]
}

/** What a treatment's record says, field by field. */
export function treatmentFields(record: TreatmentRecord): RecordField[] {
  return [
    fieldOf('skin-type', record.skinType),
    { field: 'skin', values: record.skinTraits },
    fieldOf('norwood', record.norwoodStage === null ? null : String(record.norwoodStage)),
    fieldOf('hairline-shape', record.hairlineShape),
    fieldOf('hairline-edge', record.hairlineEdge),
    fieldOf('notes', record.notes),
  ]
}

/** What a session's record says, field by field. */
export function sessionFields(record: SessionRecord): RecordField[] {
  return [
    fieldOf('touch-up', record.isTouchUp ? 'yes' : null),
    fieldOf('pigment', record.pigment),
    fieldOf('needle', record.needle),
    {
      field: 'dilution',
      values: record.dilutions.map(({ dilution, notes }) =>
        dilution && notes ? `${dilution} (${notes})` : dilution || notes,
      ),
    },
    { field: 'zones', values: record.zones },
    fieldOf(isFresh(record.stage) ? 'notes' : 'healed-check', record.notes),
  ]
}

/** A field with one value; with none where it is null or empty. */
export function fieldOf(field: RecordFieldId, value: string | null): RecordField {
  return { field, values: value ? [value] : [] }
}

/** Everything that records say, each thing once. What a search looks through. */
export function recordPhrases(
  treatments: readonly TreatmentRecord[],
  sessions: readonly SessionRecord[],
): readonly RecordField[] {
  const fields = [...treatments.flatMap(treatmentFields), ...sessions.flatMap(sessionFields)]
  return eachOnce(fields.filter(({ values }) => values.length > 0))
}

/** Each of several fields once. */
export function eachOnce(fields: readonly RecordField[]): RecordField[] {
  return [...new Map(fields.map((field) => [JSON.stringify([field.field, field.values]), field])).values()]
}
