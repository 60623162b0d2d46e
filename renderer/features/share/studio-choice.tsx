import { Button, NativeSelect, Text } from '@mantine/core'
import { Settings } from 'lucide-react'
import { type Corner, corners, type SignKind } from '../../../shared/domain/export-look.ts'
import { t } from '../../../shared/words/translate.ts'
import { Choice } from './choice.tsx'
import type { ExportOptions } from './export-options.ts'
import classes from './studio-choice.module.css'
import type { StudioSign } from './studio-mark.ts'

interface StudioChoiceProps {
  readonly options: Pick<ExportOptions, 'sign' | 'corner'>
  readonly studio: StudioSign
  readonly onChange: (options: Partial<Pick<ExportOptions, 'sign' | 'corner'>>) => void
  readonly onSettings: () => void
}

/** What stands for the studio on the picture, and where; where the settings know none, the way there. */
export function StudioChoice({ options, studio, onChange, onSettings }: StudioChoiceProps) {
  const { sign, corner } = options
  const lacking = lackingInWords(sign, studio)
  return (
    <div className={classes.studio}>
      <Choice<SignKind>
        label={t('Studio on the picture')}
        value={sign}
        data={[
          { value: 'nothing', label: t('Nothing') },
          { value: 'name', label: t('Name') },
          { value: 'logo', label: t('Logo') },
          { value: 'both', label: t('Both') },
        ]}
        onChange={(chosen) => onChange({ sign: chosen })}
      />
      {lacking && (
        <div className={classes.lacking}>
          <Text size="sm" role="status">
            {lacking}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Settings size={14} aria-hidden />}
            onClick={onSettings}
          >
            {t('Open the settings…')}
          </Button>
        </div>
      )}
      {sign !== 'nothing' && (
        <NativeSelect
          label={t('In the corner')}
          description={t('Moves aside where captions stand, and never lies on the middle of a photo')}
          value={corner}
          data={corners.map((value) => ({ value, label: cornerLabel(value) }))}
          onChange={(event) => onChange({ corner: event.currentTarget.value as Corner })}
        />
      )}
    </div>
  )
}

function lackingInWords(sign: SignKind, { name, logo, isReading }: StudioSign): string | null {
  if (isReading || sign === 'nothing') return null
  const [hasName, hasLogo] = [name !== '', logo !== null]
  if (sign === 'both' && !hasName && !hasLogo) return t('The settings know no name and no logo of the studio yet.')
  if ((sign === 'name' || sign === 'both') && !hasName) return t('The settings know no name of the studio yet.')
  if ((sign === 'logo' || sign === 'both') && !hasLogo) return t('The settings know no logo of the studio yet.')
  return null
}

function cornerLabel(corner: Corner): string {
  switch (corner) {
    case 'top-left':
      return t('Top left')
    case 'top-right':
      return t('Top right')
    case 'bottom-left':
      return t('Bottom left')
    case 'bottom-right':
      return t('Bottom right')
  }
}
