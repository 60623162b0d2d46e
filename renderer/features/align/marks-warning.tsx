import { Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import classes from './align.module.css'
import type { MarksDoubt } from './marks-doubt.ts'
import { ShowPair } from './show-pair.tsx'

interface MarksWarningProps {
  readonly doubt: MarksDoubt | null
  readonly isUnbent: boolean
  /** Shows a pair (from 0) in both photos and chooses it. */
  readonly onGoTo: (index: number) => void
}

/** Says over the preview what is wrong with the marks and what the preview therefore leaves out; nothing while all is well. */
export function MarksWarning({ doubt, isUnbent, onGoTo }: MarksWarningProps) {
  const index = doubt?.index ?? null
  const isSilent = !doubt && !isUnbent
  return (
    <div
      className={isSilent ? undefined : classes.warning}
      role="status"
      aria-label={t('What is wrong with the landmarks')}
      data-own-pointer=""
    >
      {!isSilent && <TriangleAlert className={classes.warningSign} size={18} aria-hidden />}
      <div>
        {doubt && (
          <Text size="sm" fw={600}>
            {doubt.sentence}
          </Text>
        )}
        {isUnbent && <Text size="sm">{t('Shown unbent: bent by these marks, the picture would fold.')}</Text>}
        {index !== null && <ShowPair index={index} onGoTo={onGoTo} />}
      </div>
    </div>
  )
}
