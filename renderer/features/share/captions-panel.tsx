import { Stack } from '@mantine/core'
import type { DetailKind, Naming } from '../../../shared/domain/export-look.ts'
import { t } from '../../../shared/words/translate.ts'
import { CaptionField } from './caption-field.tsx'
import { Choice } from './choice.tsx'
import type { ExportOptions } from './export-options.ts'
import { StudioChoice } from './studio-choice.tsx'
import type { StudioSign } from './studio-mark.ts'

interface CaptionsPanelProps {
  readonly options: ExportOptions
  readonly studio: StudioSign
  readonly onChange: (options: ExportOptions) => void
  readonly onSettings: () => void
}

/** What is written on the photos and on the picture, and what stands for the studio. */
export function CaptionsPanel({ options, studio, onChange, onSettings }: CaptionsPanelProps) {
  const set = (changed: Partial<ExportOptions>) => onChange({ ...options, ...changed })
  return (
    <Stack gap="md">
      <Choice<Naming>
        label={t('On the photos')}
        value={options.naming}
        data={[
          { value: 'stage', label: t('Stage') },
          { value: 'before-after', label: t('Before and after') },
          { value: 'own', label: t('Own words') },
        ]}
        onChange={(naming) => set({ naming })}
      />
      {options.naming === 'own' && (
        <CaptionField
          label={t('Own words on each photo')}
          place="photo"
          text={options.photoText}
          onChange={(photoText) => set({ photoText })}
        />
      )}
      <Choice<DetailKind>
        label={t('Under it')}
        value={options.detail}
        data={[
          { value: 'date', label: t('Date') },
          { value: 'day', label: t('Days') },
          { value: 'weeks', label: t('Weeks') },
          { value: 'nothing', label: t('Nothing') },
        ]}
        onChange={(detail) => set({ detail })}
      />
      <CaptionField
        label={t('Text on the picture')}
        place="picture"
        text={options.ownText}
        onChange={(ownText) => set({ ownText })}
      />
      <StudioChoice options={options} studio={studio} onChange={set} onSettings={onSettings} />
    </Stack>
  )
}
