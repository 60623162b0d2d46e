import { Button, Loader, Progress, Text } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { stepInWords } from '../../step-words.ts'
import classes from './compare.module.css'
import type { PairAlignmentState } from './use-pair-alignment.ts'

interface AlignmentNoticeProps {
  readonly state: PairAlignmentState
  readonly onAdjust: () => void
}

/** What stands above the photos while they aren't aligned: progress over them, or, in a bar that hides nothing, what to do. */
export function AlignmentNotice({ state, onAdjust }: AlignmentNoticeProps) {
  switch (state.kind) {
    case 'loading':
      return null
    case 'aligning':
      return (
        <div className={classes.notice}>
          <Loader size={18} aria-hidden />
          <div className={classes.noticeText}>
            <Text size="sm" fw={600}>
              {t('Aligning…')} {stepInWords(state.step)}
            </Text>
            <Progress size="xs" mt={6} value={state.fraction * 100} aria-label={t('Aligning the photos')} />
          </div>
          <Button size="compact-sm" variant="default" onClick={state.cancel}>
            {t('Cancel')}
          </Button>
        </div>
      )
    case 'cancelled':
      return (
        <div className={classes.bar}>
          <Text size="sm">{t('Not aligned: each photo is shown in its own frame.')}</Text>
          <Button size="compact-sm" onClick={state.retry}>
            {t('Align now')}
          </Button>
        </div>
      )
    case 'failed':
      return (
        <div className={classes.bar} role="alert">
          <Text size="sm">{errorSentence(state.error)}</Text>
          <Button size="compact-sm" onClick={state.retry}>
            {t('Try again')}
          </Button>
        </div>
      )
    case 'ready':
      if (state.alignment.outcome !== 'needs-landmarks') return null
      return (
        <div className={classes.bar}>
          <Text size="sm">
            {t('These photos have too little in common to be aligned automatically. Mark the same spots in both.')}
          </Text>
          <Button size="compact-sm" onClick={onAdjust}>
            {t('Place landmarks')}
          </Button>
        </div>
      )
  }
}
