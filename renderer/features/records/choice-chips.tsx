import { Chip } from '@mantine/core'
import { type Choice, choiceLabel } from '../../../shared/domain/choice-words.ts'
import { FieldGroup } from '../../ui/field-group.tsx'

interface ChoiceChipsProps<Value extends Choice> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly chosen: readonly Value[]
  readonly onToggle: (value: Value, isChosen: boolean) => void
}

/** Any number of several; saved at once. */
export function ChoiceChips<Value extends Choice>({ label, choices, chosen, onToggle }: ChoiceChipsProps<Value>) {
  return (
    <FieldGroup legend={label} layout="chips">
      {choices.map((choice) => (
        <Chip
          key={choice}
          size="xs"
          variant="outline"
          checked={chosen.includes(choice)}
          onChange={(isChosen) => onToggle(choice, isChosen)}
        >
          {choiceLabel(choice)}
        </Chip>
      ))}
    </FieldGroup>
  )
}
