import { Checkbox } from '@mantine/core'
import { type SessionRecord, sessionLabel, workedZoneIds } from '../../../shared/domain/session-record.ts'
import { isFresh } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import type { UsedMaterials } from '../../ports.ts'
import { Card } from '../../ui/card.tsx'
import { dayLabel } from '../../ui/day-label.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { withChoice } from './choices.ts'
import { DilutionRows } from './dilution-rows.tsx'
import { NameField, NotesField } from './fields.tsx'
import styles from './records.module.css'

interface SessionCardProps {
  readonly record: SessionRecord
  /** The days of the stage's photos, oldest first. */
  readonly days: readonly string[]
  readonly materials: UsedMaterials
  readonly onEdit: (edit: (present: SessionRecord) => Partial<SessionRecord>) => void
}

/** What was done in one session, or what was seen when it had healed. */
export function SessionCard({ record, days, materials, onEdit }: SessionCardProps) {
  const { stage } = record
  const title = sessionLabel(record)
  return (
    <Card
      title={title}
      aside={
        <>
          <span className={styles.days}>{days.map(dayLabel).join(', ') || t('No photos yet')}</span>
          {isFresh(stage) && (
            <Checkbox
              size="xs"
              label={t('Touch-up')}
              checked={record.isTouchUp}
              onChange={({ currentTarget: { checked } }) => onEdit(() => ({ isTouchUp: checked }))}
            />
          )}
        </>
      }
    >
      {isFresh(stage) && (
        <>
          <div className={styles.pair}>
            <NameField
              label={t('Pigment')}
              value={record.pigment}
              known={materials.pigments}
              onCommit={(pigment) => onEdit(() => ({ pigment }))}
            />
            <NameField
              label={t('Needle')}
              value={record.needle}
              known={materials.needles}
              onCommit={(needle) => onEdit(() => ({ needle }))}
            />
          </div>
          <DilutionRows tries={record.dilutions} onEdit={onEdit} />
          <ChoiceChips
            label={t('Zones worked')}
            choices={workedZoneIds}
            chosen={record.zones}
            onToggle={(zone, isChosen) =>
              onEdit(({ zones }) => ({ zones: withChoice(workedZoneIds, zones, zone, isChosen) }))
            }
          />
        </>
      )}
      <NotesField
        label={isFresh(stage) ? t('Notes') : t('What was seen')}
        value={record.notes}
        {...(!isFresh(stage) && { placeholder: t('Evenness, patches that lightened, what the client said…') })}
        onCommit={(notes) => onEdit(() => ({ notes }))}
      />
    </Card>
  )
}
