import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ExportTemplate } from '../../../../shared/domain/export-template.ts'
import { isNameTaken } from '../../../../shared/domain/export-template-rules.ts'
import { t } from '../../../../shared/words/translate.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'

interface TemplateNameProps {
  /** The template that gets another name; null: a new one. */
  readonly template: ExportTemplate | null
  readonly own: readonly ExportTemplate[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks what a template is called. */
export function TemplateName({ template, own, onName, onClose }: TemplateNameProps) {
  const [name, setName] = useState(template?.name ?? '')
  const isTaken = isNameTaken(
    own.filter(({ templateId }) => templateId !== template?.templateId),
    name,
  )
  return (
    <FormDialog
      title={template ? t('Rename {{name}}', { name: template.name }) : t('Save as a template')}
      confirm={template ? t('Rename') : t('Save')}
      isReady={name.trim() !== '' && !isTaken}
      onSubmit={() => onName(name)}
      onClose={onClose}
    >
      <TextInput
        label={t('Name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isTaken && t('There is a template of this name already.')}
        maxLength={80}
        required
        data-autofocus
      />
      {!template && (
        <Text size="sm" c="dimmed">
          {t('Keeps what is made, its shape and all captions for every client of the studio; never photos or covers.')}
        </Text>
      )}
    </FormDialog>
  )
}
