import { Button } from '@mantine/core'
import { Crosshair } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'

interface ShowPairProps {
  readonly index: number
  readonly onGoTo: (index: number) => void
}

/** Shows a pair (from 0) in both photos and chooses it. */
export function ShowPair({ index, onGoTo }: ShowPairProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      flex="none"
      leftSection={<Crosshair size={14} aria-hidden />}
      onClick={() => onGoTo(index)}
    >
      {t('Show pair {{number}}', { number: index + 1 })}
    </Button>
  )
}
