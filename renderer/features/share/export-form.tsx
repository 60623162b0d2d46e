import { NativeSelect, Stack, Switch } from '@mantine/core'
import { type FilmFormat, movementOf, type StillFormat } from '../../../shared/domain/export-kind.ts'
import { type Arrangement, type ExportShape, exportShapes } from '../../../shared/domain/export-look.ts'
import { t } from '../../../shared/words/translate.ts'
import { Choice } from './choice.tsx'
import type { ExportOptions } from './export-options.ts'
import { shapeLabel } from './export-shapes.ts'

interface ExportFormProps {
  readonly options: ExportOptions
  /** How the photos stand now; null: there is nothing to choose. */
  readonly arrangement: Arrangement | null
  readonly paneCount: number
  /** Drawings are shown on the screen now. */
  readonly canHaveDrawings: boolean
  /** The videos that this computer can make. */
  readonly filmFormats: readonly FilmFormat[]
  /** The one of them that is made. */
  readonly filmFormat: FilmFormat
  readonly onChange: (options: ExportOptions) => void
}

/** The picture's shape, how the photos fill it, and the file. */
export function ExportForm(props: ExportFormProps) {
  const { options, arrangement, paneCount, canHaveDrawings, filmFormats, filmFormat, onChange } = props
  const set = (changed: Partial<ExportOptions>) => onChange({ ...options, ...changed })
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('Shape')}
        value={options.shape}
        data={exportShapes.map((shape) => ({ value: shape, label: shapeLabel(shape) }))}
        onChange={(event) => set({ shape: event.currentTarget.value as ExportShape })}
      />
      {arrangement && (
        <Choice<Arrangement>
          label={t('Arrangement')}
          value={arrangement}
          data={[
            { value: 'beside', label: t('Side by side') },
            { value: 'above', label: t('Stacked') },
            ...(paneCount > 3 ? [{ value: 'grid' as const, label: t('Grid') }] : []),
          ]}
          onChange={(chosen) => set({ arrangement: chosen })}
        />
      )}
      {movementOf(options.kind) === 'still' && (
        <Choice<StillFormat>
          label={t('File')}
          value={options.stillFormat}
          data={[
            { value: 'jpeg', label: t('JPEG (smaller)') },
            { value: 'png', label: t('PNG (exact)') },
          ]}
          onChange={(stillFormat) => set({ stillFormat })}
        />
      )}
      {movementOf(options.kind) === 'film' && filmFormats.length > 0 && (
        <Choice<FilmFormat>
          label={t('File')}
          value={filmFormat}
          data={filmFormats.map((value) => ({ value, label: filmLabel(value) }))}
          onChange={(wanted) => set({ filmFormat: wanted })}
        />
      )}
      <Switch
        label={t('Fill the picture')}
        description={t('Crops the photos so that no margin is left')}
        checked={options.framing === 'fill'}
        onChange={(event) => set({ framing: event.currentTarget.checked ? 'fill' : 'whole' })}
      />
      {canHaveDrawings && (
        <Switch
          label={t('With the drawings')}
          description={t('Zones, lines and texts as the screen shows them now')}
          checked={options.hasDrawings}
          onChange={(event) => set({ hasDrawings: event.currentTarget.checked })}
        />
      )}
    </Stack>
  )
}

function filmLabel(format: FilmFormat): string {
  return format === 'mp4' ? t('MP4 (for phones)') : t('WebM (for websites)')
}
