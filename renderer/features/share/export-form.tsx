import { Input, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import type { Arrangement, ExportShape } from './export-layout.ts'
import type { DetailKind, ExportOptions } from './export-options.ts'

interface ExportFormProps {
  readonly options: ExportOptions
  readonly arrangement: Arrangement
  readonly mode: ComparisonMode
  readonly onChange: (options: ExportOptions) => void
}

/** The choices of an export. */
export function ExportForm({ options, arrangement, mode, onChange }: ExportFormProps) {
  const set = (changed: Partial<ExportOptions>) => onChange({ ...options, ...changed })
  return (
    <Stack gap="md">
      <Choice<ExportShape>
        label="Shape"
        value={options.shape}
        data={[
          { value: '4:5', label: '4:5  ·  1080 × 1350' },
          { value: '1:1', label: '1:1  ·  1080 × 1080' },
        ]}
        onChange={(shape) => set({ shape })}
      />
      {mode === 'side-by-side' && (
        <Choice<Arrangement>
          label="Arrangement"
          value={arrangement}
          data={[
            { value: 'beside', label: 'Side by side' },
            { value: 'above', label: 'Stacked' },
          ]}
          onChange={(chosen) => set({ arrangement: chosen })}
        />
      )}
      <Switch
        label="Fill the picture"
        description="Crops the photos so that no margin is left"
        checked={options.framing === 'fill'}
        onChange={(event) => set({ framing: event.currentTarget.checked ? 'fill' : 'whole' })}
      />
      <Choice<DetailKind>
        label="Under the stage"
        value={options.detail}
        data={[
          { value: 'date', label: 'Date' },
          { value: 'day', label: 'Days since' },
          { value: 'nothing', label: 'Nothing' },
        ]}
        onChange={(detail) => set({ detail })}
      />
      <TextInput
        label="Text on the picture"
        description="Optional, such as the studio’s name"
        maxLength={60}
        value={options.ownText}
        onChange={(event) => set({ ownText: event.currentTarget.value })}
      />
      <Choice<ExportOptions['format']>
        label="File"
        value={options.format}
        data={[
          { value: 'jpeg', label: 'JPEG (smaller)' },
          { value: 'png', label: 'PNG (exact)' },
        ]}
        onChange={(format) => set({ format })}
      />
    </Stack>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly data: { value: Value; label: string }[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, data, onChange }: ChoiceProps<Value>) {
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
