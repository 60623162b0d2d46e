import {
  type DilutionTry,
  dilutionText,
  mostDilutions,
  type SessionRecord,
  withDilution,
} from '../../../shared/domain/session-record.ts'
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
    <fieldset className={styles.dilutions}>
      <legend className={styles.legend}>Dilutions (ink : distilled water)</legend>
      {rows.map(({ place, ...row }) => (
        <div key={place} className={styles.dilution}>
          <LineField
            isBare
            label={`Dilution ${place + 1}`}
            value={row.dilution}
            placeholder="1 : 20"
            maxLength={60}
            tidy={dilutionText}
            onCommit={(dilution) => change(place, { dilution })}
          />
          <LineField
            isBare
            label={`Where dilution ${place + 1} was used`}
            value={row.notes}
            placeholder="Where, and how it took"
            maxLength={300}
            onCommit={(notes) => change(place, { notes })}
          />
        </div>
      ))}
    </fieldset>
  )
}
