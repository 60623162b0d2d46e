import { Button, TextInput } from '@mantine/core'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { dayOf } from '../../shared/domain/import-grouping.ts'
import { t } from '../../shared/words/translate.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useRecord } from '../use-record.ts'
import { stateTakenDown, type TakeDownSubject } from './actions.ts'

interface TakenDownButtonProps {
  readonly subject: TakeDownSubject
  /** What is taken down, for those who hear the button: "comparison.jpg". */
  readonly name: string
  readonly isUrgent: boolean
}

/** Ticks an export as taken down: when, and where; or takes the tick away. */
export function TakenDownButton({ subject, name, isUrgent }: TakenDownButtonProps) {
  const record = useRecord()
  const [isAsking, setAsking] = useState(false)
  const state = (takenDown: TakeDownSubject['takenDown']) => {
    const { events, undo } = stateTakenDown(subject, takenDown)
    void record(events, undo)
  }
  if (subject.takenDown)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('Not taken down: {{name}}', { name })}
        onClick={() => state(null)}
      >
        {t('Not taken down')}
      </Button>
    )
  return (
    <>
      <Button
        size="compact-sm"
        variant={isUrgent ? 'filled' : 'default'}
        {...(isUrgent && { color: 'red' })}
        leftSection={<Check size={14} aria-hidden />}
        aria-label={t('Taken down…: {{name}}', { name })}
        onClick={() => setAsking(true)}
      >
        {t('Taken down…')}
      </Button>
      {isAsking && (
        <TakenDownDialog
          name={name}
          onDone={(takenDown) => {
            setAsking(false)
            state(takenDown)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface TakenDownDialogProps {
  readonly name: string
  readonly onDone: (takenDown: NonNullable<TakeDownSubject['takenDown']>) => void
  readonly onClose: () => void
}

function TakenDownDialog({ name, onDone, onClose }: TakenDownDialogProps) {
  const today = dayOf(new Date())
  const [on, setOn] = useState(today)
  const [where, setWhere] = useState('')
  const isReady = on !== '' && on <= today
  return (
    <FormDialog
      title={t('{{name}} was taken down', { name })}
      confirm={t('Mark as taken down')}
      isReady={isReady}
      onSubmit={() => onDone({ on, where: where.trim() })}
      onClose={onClose}
    >
      <TextInput
        label={t('Where did it stand?')}
        description={t('For your own record, such as the address of the post')}
        value={where}
        maxLength={300}
        data-autofocus
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('Taken down on')}
        value={on}
        max={today}
        error={on > today && t('This day is still to come.')}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
