import {
  type DilutionTry,
  dilutionText,
  mostDilutions,
  type SessionRecord,
  withDilution,
} from '../../../shared/domain/session-record.ts'
import { t } from '../../../shared/words/translate.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { LineField } from './fields.tsx'
import styles from './records.module.css'

interface DilutionRowsProps {
  readonly tries: readonly DilutionTry[]
  readonly onEdit: (edit: (present: SessionRecord) => Partial<SessionRecord>) => void
}

/** The dilutions that were tried, one a row, and an empty row for the next. A row whose fields are emptied goes away. */
export function DilutionRows({ tries, onEdit }: DilutionRowsProps) {
  const shown = tries.length < mostDilutions ? [...tries, { dilution: '', notes: '' }] : tries
  // a try has no name: it is known by its place
  const rows = shown.map((row, place) => ({ ...row, place }))
  const change = (place: number, part: Partial<DilutionTry>) =>
    onEdit(({ dilutions }) => ({ dilutions: withDilution(dilutions, place, part) }))
  return (
    <FieldGroup legend={t('Dilutions (ink : distilled water)')}>
      {rows.map(({ place, ...row }) => (
        <div key={place} className={styles.dilution}>
          <LineField
            isBare
            label={t('Dilution {{number}}', { number: place + 1 })}
            value={row.dilution}
            placeholder="1 : 20"
            maxLength={60}
            tidy={dilutionText}
            onCommit={(dilution) => change(place, { dilution })}
          />
          <LineField
            isBare
            label={t('Where dilution {{number}} was used', { number: place + 1 })}
            value={row.notes}
            placeholder={t('Where, and how it took')}
            maxLength={300}
            onCommit={(notes) => change(place, { notes })}
          />
        </div>
      ))}
    </FieldGroup>
  )
}
