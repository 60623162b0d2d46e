import { Slider, Text } from '@mantine/core'
import classes from './modes.module.css'

interface SettingProps {
  readonly name: string
  /** The value as it is read. */
  readonly text: string
  readonly value: number
  readonly least?: number
  readonly most: number
  readonly step?: number
  /** The keys that do the same. */
  readonly keys?: string
  readonly onChange: (value: number) => void
}

/** A named value that is slid. */
export function Setting({ name, text, value, least = 0, most, step = 1, keys, onChange }: SettingProps) {
  return (
    <div className={classes.setting}>
      <Text size="sm">{name}</Text>
      <Slider
        flex={1}
        size="sm"
        min={least}
        max={most}
        step={step}
        value={value}
        label={null}
        onChange={onChange}
        thumbLabel={name}
        thumbProps={{ 'aria-valuetext': text, ...(keys && { 'aria-keyshortcuts': keys }) }}
      />
      <Text size="sm" className={classes.value}>
        {text}
      </Text>
    </div>
  )
}
