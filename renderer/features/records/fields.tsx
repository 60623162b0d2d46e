import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { longestNote } from '../../../shared/domain/treatment-record.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './records.module.css'
import { useDraft } from './use-draft.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onCommit: (text: string) => void
}

interface LineFieldProps extends TextFieldProps {
  readonly maxLength: number
  /** True where a heading above says what it is: the label is then only for those who can't see it. */
  readonly isBare?: boolean
  readonly tidy?: (typed: string) => string
}

/** One line of text that is saved when it is left. */
export function LineField({ label, value, isBare, tidy, onCommit, ...rest }: LineFieldProps) {
  const { onChange, ...draft } = useDraft(value, onCommit, tidy)
  return (
    <TextInput
      {...rest}
      {...draft}
      {...(isBare ? { 'aria-label': label } : { label })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface NameFieldProps extends TextFieldProps {
  /** What was written here before, in other records. */
  readonly known: readonly string[]
}

/** The name of something that is used again and again: offers what was written before while it is typed. */
export function NameField({ label, value, known, placeholder, onCommit }: NameFieldProps) {
  const draft = useDraft(value, onCommit)
  return (
    <Autocomplete
      {...draft}
      label={label}
      data={[...known]}
      limit={8}
      openOnFocus={false}
      maxLength={200}
      {...(placeholder !== undefined && { placeholder })}
    />
  )
}

/** Several lines of text that are saved when they are left. */
export function NotesField({ label, value, placeholder, onCommit }: TextFieldProps) {
  const { onChange, ...draft } = useDraft(value, onCommit)
  return (
    <Textarea
      {...draft}
      label={label}
      classNames={{ input: styles.notes! }}
      maxLength={longestNote}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value | null) => void
}

/** One of several, or not recorded; saved at once. */
export function ChoiceField<Value extends string>({ label, value, choices, onChoose }: ChoiceFieldProps<Value>) {
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: t('Not recorded') }, ...choices]}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChoose(choices.find((choice) => choice.value === chosen)?.value ?? null)
      }}
    />
  )
}
