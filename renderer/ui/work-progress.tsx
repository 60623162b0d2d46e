import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { withinSentence } from '../../shared/words/formats.ts'
import { t } from '../../shared/words/translate.ts'

interface WorkProgressBarProps {
  /** What is going on: "Backing up". */
  readonly label: string
  /** 0 to 1. */
  readonly fraction: number
  readonly step: string
  readonly onStop: () => void
}

/** How far a piece of work is, with a way to stop it. */
export function WorkProgressBar({ label, fraction, step, onStop }: WorkProgressBarProps) {
  const percent = Math.round(fraction * 100)
  return (
    <Stack gap={6} w="100%">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {label}: {step ? `${withinSentence(step)}, ` : ''}
          {percent} %
        </Text>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('Stop')}
        </Button>
      </Group>
      <Progress value={percent} size="sm" transitionDuration={150} aria-label={label} />
    </Stack>
  )
}
