import { useState } from 'react'
import type { AttachedDocument, DocumentDescription } from '../../../shared/domain/document.ts'
import { t } from '../../../shared/words/translate.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { DocumentFields, isComplete } from './document-fields.tsx'

interface ChangeDocumentDialogProps {
  readonly document: AttachedDocument
  readonly onChange: (description: DocumentDescription) => void
  readonly onClose: () => void
}

/** Asks what is to be said of a document instead. */
export function ChangeDocumentDialog({ document, onChange, onClose }: ChangeDocumentDialogProps) {
  const [description, setDescription] = useState<DocumentDescription>(document)
  return (
    <FormDialog
      title={t('Change {{title}}', { title: document.title })}
      confirm={t('Save')}
      isReady={isComplete(description)}
      onSubmit={() => onChange(description)}
      onClose={onClose}
    >
      <DocumentFields
        isFirst
        description={description}
        onChange={(change) => setDescription({ ...description, ...change })}
      />
    </FormDialog>
  )
}
