import { Chip } from '@mantine/core'
import { choiceLabel } from '../../../shared/domain/treatment-record.ts'
import styles from './records.module.css'

interface ChoiceChipsProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly chosen: readonly Value[]
  readonly onToggle: (value: Value, isChosen: boolean) => void
}

/** Any number of several; saved at once. */
export function ChoiceChips<Value extends string>({ label, choices, chosen, onToggle }: ChoiceChipsProps<Value>) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.chipRow}>
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
      </div>
    </fieldset>
  )
}
