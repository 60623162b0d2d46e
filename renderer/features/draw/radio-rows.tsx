import { Radio, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './draw.module.css'

interface RadioRowsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onValue: (value: Value) => void
  readonly rows: readonly { readonly value: Value; readonly label: string; readonly sample: ReactNode }[]
}

/** A choice of few, a row each, with a picture of what it looks like. */
export function RadioRows<Value extends string>({ label, value, onValue, rows }: RadioRowsProps<Value>) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onValue(chosen as Value)}>
      <Stack gap={2} mt={4}>
        {rows.map((row) => (
          <Radio
            key={row.value}
            size="xs"
            value={row.value}
            className={classes.radioRow}
            label={
              <span className={classes.radioLabel}>
                {row.sample}
                {row.label}
              </span>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
