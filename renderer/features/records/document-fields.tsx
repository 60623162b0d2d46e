import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  type DocumentDescription,
  documentDescriptionSchema,
  documentKindLabel,
  documentKinds,
} from '../../../shared/domain/document.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { longestNote } from '../../../shared/domain/treatment-record.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayFieldLabel, dayProblem } from './document-words.ts'
import styles from './documents.module.css'

interface DocumentFieldsProps {
  readonly description: DocumentDescription
  /** The day that the file's name said; it is to be looked over. */
  readonly dayInName?: string | null
  readonly isFirst: boolean
  readonly onChange: (change: Partial<DocumentDescription>) => void
}

/** What a person says of a document: kind, title, day, notes. */
export function DocumentFields({ description, dayInName = null, isFirst, onChange }: DocumentFieldsProps) {
  const { kind, title, signedOn, notes } = description
  const isFromName = signedOn !== null && signedOn === dayInName
  return (
    <div className={styles.described}>
      <div className={styles.fields}>
        <TextInput
          label={t('Title')}
          className={styles.titleField!}
          value={title}
          maxLength={200}
          required
          {...(isFirst && { 'data-autofocus': true })}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('Kind')}
          data={documentKinds.map((value) => ({ value, label: documentKindLabel(value) }))}
          value={kind}
          onChange={(event) =>
            onChange({ kind: documentKinds.find((one) => one === event.currentTarget.value) ?? kind })
          }
        />
        <TextInput
          type="date"
          label={dayFieldLabel(kind)}
          value={signedOn ?? ''}
          error={dayProblem(signedOn, dayOf(new Date()))}
          description={isFromName ? t('From the file’s name: please check') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ signedOn: event.currentTarget.value || null })}
        />
      </div>
      <Textarea
        label={t('Notes')}
        value={notes}
        maxLength={longestNote}
        classNames={{ input: styles.notesInput! }}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
    </div>
  )
}

/** True when a document can be kept as it is described. */
export function isComplete(description: DocumentDescription): boolean {
  const isValid = documentDescriptionSchema.safeParse(description).success
  return isValid && dayProblem(description.signedOn, dayOf(new Date())) === undefined
}
