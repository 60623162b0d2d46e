import { Input, SegmentedControl } from '@mantine/core'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly data: { value: Value; label: string; disabled?: boolean }[]
  readonly onChange: (value: Value) => void
}

/** A few choices beside each other, of which one holds. */
export function Choice<Value extends string>({ label, value, data, onChange }: ChoiceProps<Value>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        mt={4}
        aria-label={label}
        value={value}
        data={data}
        onChange={(chosen) => onChange(chosen as Value)}
      />
    </Input.Wrapper>
  )
}
