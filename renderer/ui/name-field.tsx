import { TextInput } from '@mantine/core'
import { t } from '../../shared/words/translate.ts'

interface NameFieldProps {
  readonly name: string
  readonly onChange: (name: string) => void
}

/** The name of something, where a dialog begins. */
export function NameField({ name, onChange }: NameFieldProps) {
  return (
    <TextInput
      label={t('Name')}
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={200}
      required
      data-autofocus
    />
  )
}
