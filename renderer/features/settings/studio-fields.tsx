import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import type { Paper } from '../../ports.ts'
import { useStudio } from '../../use-studio.ts'
import classes from './settings.module.css'

const longestName = 80

/** The studio's name and logo as they stand on what it prints; each counts as soon as it is chosen or the field is left. */
export function StudioFields({ paper }: { paper: Paper }) {
  const { sign, rename, chooseLogo, removeLogo } = useStudio(paper)
  const [name, setName] = useState(sign.name)
  useEffect(() => setName(sign.name), [sign.name])
  return (
    <Stack gap="xs">
      <TextInput
        label={t('Name of the studio')}
        maxLength={longestName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => name.trim() !== sign.name && void rename(name.trim())}
      />
      <Group gap="sm">
        {sign.logo && <img className={classes.logo} src={sign.logo} alt={t('Logo of the studio')} />}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<ImagePlus size={14} aria-hidden />}
          onClick={() => void chooseLogo()}
        >
          {sign.logo ? t('Another logo…') : t('Choose a logo…')}
        </Button>
        {sign.logo && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => void removeLogo()}
          >
            {t('Remove the logo')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('They stand on sheets, reports and exported pictures, and stay on this computer.')}
      </Text>
    </Stack>
  )
}
