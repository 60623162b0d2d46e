import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { NameField } from '../../ui/name-field.tsx'

const sessionCounts = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

interface AddClientDialogProps {
  readonly onAdd: (name: string, sessionCount: number) => void
  readonly onClose: () => void
}

/** Asks for a new client's name and how many sessions are planned. */
export function AddClientDialog({ onAdd, onClose }: AddClientDialogProps) {
  const [name, setName] = useState('')
  const [sessionCount, setSessionCount] = useState('3')
  return (
    <FormDialog
      title={t('Add client')}
      confirm={t('Add client')}
      isReady={name.trim() !== ''}
      onSubmit={() => onAdd(name, Number(sessionCount))}
      onClose={onClose}
    >
      <NameField name={name} onChange={setName} />
      <NativeSelect
        label={t('Planned sessions')}
        description={t('For the first treatment. A later treatment can have another number.')}
        data={sessionCounts}
        value={sessionCount}
        onChange={(event) => setSessionCount(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
