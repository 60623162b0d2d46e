import { Button, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import {
  type Drawing,
  type DrawnShape,
  hairlineEdges,
  hairlineStyles,
  zoneKinds,
} from '../../../shared/domain/drawing.ts'
import {
  hairlineEdgeWord,
  hairlineStyleWord,
  kindName,
  kindOf,
  zoneWord,
} from '../../../shared/domain/drawing-words.ts'
import { lengthInWords, lengthOf, type Ruler } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'
import { type BrushSize, brushSizes } from './draft.ts'
import classes from './draw.module.css'
import { KindSample } from './kind-sample.tsx'
import { RadioRows } from './radio-rows.tsx'
import { toolEntry } from './tools.ts'
import type { DrawTable } from './use-draw-state.ts'
import type { DrawingChanges } from './use-drawing-changes.ts'

interface PropertiesProps {
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly selected: Drawing | null
  readonly ruler: Ruler
  readonly onRemove: () => void
}

/** What the chosen drawing is like, or what the next one will be. */
export function Properties({ table, changes, selected, ruler, onRemove }: PropertiesProps) {
  const { tool, question } = table.state
  if (question?.kind === 'text') return <TextQuestion table={table} changes={changes} at={question.at} />
  if (selected)
    return (
      <section className={classes.card} aria-label={t('Chosen drawing')}>
        <h2 className={classes.cardTitle}>{kindName(kindOf(selected.shape))}</h2>
        <Stack gap="sm">
          <ShapeFields
            shape={selected.shape}
            onShape={(shape) => {
              changes.change(selected.drawingId, { shape })
              rememberFor(table, shape)
            }}
            ruler={ruler}
          />
          {selected.shape.kind !== 'text' && (
            <KeptField
              key={`${selected.drawingId} ${selected.name}`}
              id="drawing-name"
              label={t('Name')}
              description={t('Optional; it is written beside the drawing')}
              value={selected.name}
              maxLength={80}
              onKeep={(name) => changes.change(selected.drawingId, { name })}
            />
          )}
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Trash2 size={15} aria-hidden />}
            onClick={onRemove}
            aria-keyshortcuts="Delete"
          >
            {t('Remove the drawing')}
          </Button>
        </Stack>
      </section>
    )
  if (tool !== 'zone' && tool !== 'hairline' && tool !== 'brush') return null
  return (
    <section className={classes.card} aria-label={t('Next drawing')}>
      <h2 className={classes.cardTitle}>{toolEntry(tool).name}</h2>
      <Stack gap="sm">
        <NextFields table={table} />
      </Stack>
    </section>
  )
}

/** The next drawing is like the last one that was changed. */
function rememberFor(table: DrawTable, shape: DrawnShape): void {
  const { settings } = table.state
  if (shape.kind === 'zone') table.setSettings({ ...settings, zone: shape.zone })
  if (shape.kind === 'hairline') table.setSettings({ ...settings, style: shape.style, edge: shape.edge })
}

function NextFields({ table }: { table: DrawTable }) {
  const { tool, settings } = table.state
  if (tool === 'zone')
    return <ZoneField zone={settings.zone} onZone={(zone) => table.setSettings({ ...settings, zone })} />
  if (tool === 'hairline')
    return (
      <HairlineFields
        style={settings.style}
        edge={settings.edge}
        onChange={(changed) => table.setSettings({ ...settings, ...changed })}
      />
    )
  const words: Readonly<Record<BrushSize, string>> = { fine: t('Fine'), medium: t('Medium'), broad: t('Broad') }
  return (
    <Input.Wrapper label={t('Width')} labelElement="div">
      <SegmentedControl
        fullWidth
        mt={4}
        size="xs"
        aria-label={t('Width')}
        value={settings.brush}
        onChange={(brush) => table.setSettings({ ...settings, brush: brush as BrushSize })}
        data={brushSizes.map((value) => ({ value, label: words[value] }))}
      />
    </Input.Wrapper>
  )
}

interface ShapeFieldsProps {
  readonly shape: DrawnShape
  readonly onShape: (shape: DrawnShape) => void
  readonly ruler: Ruler
}

function ShapeFields({ shape, onShape, ruler }: ShapeFieldsProps) {
  switch (shape.kind) {
    case 'zone':
      return <ZoneField zone={shape.zone} onZone={(zone) => onShape({ ...shape, zone })} />
    case 'hairline':
      return (
        <HairlineFields
          style={shape.style}
          edge={shape.edge}
          onChange={(changed) => onShape({ ...shape, ...changed })}
        />
      )
    case 'text':
      return (
        <KeptField
          key={shape.text}
          label={t('Text')}
          value={shape.text}
          maxLength={200}
          isNeeded
          onKeep={(text) => onShape({ ...shape, text })}
        />
      )
    case 'measure':
      return (
        <Text size="lg" fw={600}>
          {lengthInWords(lengthOf(shape.from, shape.to, ruler))}
        </Text>
      )
    default:
      return null
  }
}

function ZoneField({
  zone,
  onZone,
}: {
  zone: (typeof zoneKinds)[number]
  onZone: (zone: (typeof zoneKinds)[number]) => void
}) {
  return (
    <RadioRows
      label={t('Kind of zone')}
      value={zone}
      onValue={onZone}
      rows={zoneKinds.map((value) => ({
        value,
        label: value === 'reference' ? t('Reference (own shaved hair)') : zoneWord(value),
        sample: <KindSample kind={value} />,
      }))}
    />
  )
}

interface HairlineFieldsProps {
  readonly style: (typeof hairlineStyles)[number]
  readonly edge: (typeof hairlineEdges)[number]
  readonly onChange: (changed: Partial<Pick<HairlineFieldsProps, 'style' | 'edge'>>) => void
}

function HairlineFields({ style, edge, onChange }: HairlineFieldsProps) {
  return (
    <>
      <RadioRows
        label={t('Style')}
        value={style}
        onValue={(value) => onChange({ style: value })}
        rows={hairlineStyles.map((value) => ({ value, label: hairlineStyleWord(value), sample: null }))}
      />
      <RadioRows
        label={t('Edge')}
        value={edge}
        onValue={(value) => onChange({ edge: value })}
        rows={hairlineEdges.map((value) => ({
          value,
          label: hairlineEdgeWord(value),
          sample: <KindSample kind="hairline" edge={value} />,
        }))}
      />
    </>
  )
}

interface KeptFieldProps {
  readonly id?: string
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly maxLength: number
  readonly isNeeded?: boolean
  readonly onKeep: (value: string) => void
}

/** A field that keeps what is written when it is left, or by Enter. */
function KeptField({ value, isNeeded = false, onKeep, ...field }: KeptFieldProps) {
  const [text, setText] = useState(value)
  const keep = () => {
    if (isNeeded && text.trim() === '') setText(value)
    else if (text.trim() !== value) onKeep(text.trim())
  }
  return (
    <TextInput
      size="sm"
      {...field}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setText(value)
      }}
    />
  )
}

interface TextQuestionProps {
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly at: { readonly x: number; readonly y: number }
}

function TextQuestion({ table, changes, at }: TextQuestionProps) {
  const [text, setText] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    table.answered(changes.add({ kind: 'text', at: { x: at.x, y: at.y }, text: text.trim() }))
  }
  return (
    <section className={classes.card} aria-label={t('Next drawing')}>
      <h2 className={classes.cardTitle}>{t('Text')}</h2>
      <form onSubmit={add} className={classes.question}>
        <TextInput
          aria-label={t('Text')}
          value={text}
          maxLength={200}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && table.answered(null)}
        />
        <div className={classes.questionButtons}>
          <Button size="compact-sm" variant="default" onClick={() => table.answered(null)}>
            {t('Cancel')}
          </Button>
          <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
            {t('Add')}
          </Button>
        </div>
      </form>
    </section>
  )
}
