import { Button, Tooltip } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'

interface SaveButtonProps {
  /** Why it can't be saved yet; null when it can. Said in the tooltip, so the button stays reachable. */
  readonly refusal: string | null
  readonly onSave: () => void
}

/** Saves a correction and aligns the photos with it. */
export function SaveButton({ refusal, onSave }: SaveButtonProps) {
  if (refusal === null) return <Button onClick={onSave}>{t('Save and align')}</Button>
  return (
    <Tooltip label={refusal} multiline maw={300}>
      <Button data-disabled aria-disabled aria-description={refusal}>
        {t('Save and align')}
      </Button>
    </Tooltip>
  )
}
