import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { captionFault } from '../../../shared/domain/captions/caption-fault.ts'
import {
  asKept,
  asShown,
  type CaptionPlace,
  namesIn,
  type Placeholder,
  placeholdersOf,
  placeholderWord,
} from '../../../shared/domain/captions/placeholders.ts'
import { longestCaption } from '../../../shared/domain/export-template.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './caption-field.module.css'

interface CaptionFieldProps {
  readonly label: string
  readonly place: CaptionPlace
  /** As it is kept. */
  readonly text: string
  readonly onChange: (text: string) => void
}

/** A caption with placeholders, which are picked from those there are; what is wrong with it is said at once. */
export function CaptionField({ label, place, text, onChange }: CaptionFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const shown = asShown(text)
  const change = (typed: string) => onChange(asKept(typed).slice(0, longestCaption))
  const insert = (placeholder: Placeholder) => {
    const written = `{${placeholderWord(placeholder)}}`
    const [from, to] = [field.current?.selectionStart ?? shown.length, field.current?.selectionEnd ?? shown.length]
    const before = shown.slice(0, from)
    const needsSpace = before !== '' && !/[\s({]$/.test(before)
    const inserted = needsSpace ? ` ${written}` : written
    flushSync(() => change(before + inserted + shown.slice(to)))
    field.current?.focus()
    field.current?.setSelectionRange(from + inserted.length, from + inserted.length)
  }
  const isFull = (placeholder: Placeholder) =>
    namesIn(text).includes(placeholder) || text.length + placeholder.length + 3 > longestCaption
  return (
    <div>
      <TextInput
        ref={field}
        label={label}
        value={shown}
        error={captionFault(text, place)}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <fieldset className={classes.placeholders} aria-label={t('Placeholders for “{{field}}”', { field: label })}>
        {placeholdersOf[place].map((placeholder) => (
          <button
            key={placeholder}
            type="button"
            className={classes.placeholder}
            disabled={isFull(placeholder)}
            onClick={() => insert(placeholder)}
          >
            {`{${placeholderWord(placeholder)}}`}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
