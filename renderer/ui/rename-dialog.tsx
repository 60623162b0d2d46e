import { useState } from 'react'
import { t } from '../../shared/words/translate.ts'
import { FormDialog } from './form-dialog.tsx'
import { NameField } from './name-field.tsx'

interface RenameDialogProps {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the new name of something that has one. */
export function RenameDialog({ name: present, onRename, onClose }: RenameDialogProps) {
  const [name, setName] = useState(present)
  return (
    <FormDialog
      title={t('Rename {{name}}', { name: present })}
      confirm={t('Rename')}
      isReady={name.trim() !== ''}
      onSubmit={() => onRename(name)}
      onClose={onClose}
    >
      <NameField name={name} onChange={setName} />
    </FormDialog>
  )
}
