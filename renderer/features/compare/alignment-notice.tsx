import { Button, Loader, Progress, Text } from '@mantine/core'
import { errorSentence } from '../../error-messages.ts'
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
              Aligning… {state.step}
            </Text>
            <Progress size="xs" mt={6} value={state.fraction * 100} aria-label="Aligning the photos" />
          </div>
          <Button size="compact-sm" variant="default" onClick={state.cancel}>
            Cancel
          </Button>
        </div>
      )
    case 'cancelled':
      return (
        <div className={classes.bar}>
          <Text size="sm">Not aligned: each photo is shown in its own frame.</Text>
          <Button size="compact-sm" onClick={state.retry}>
            Align now
          </Button>
        </div>
      )
    case 'failed':
      return (
        <div className={classes.bar} role="alert">
          <Text size="sm">{errorSentence(state.error)}</Text>
          <Button size="compact-sm" onClick={state.retry}>
            Try again
          </Button>
        </div>
      )
    case 'ready':
      if (state.alignment.outcome !== 'needs-landmarks') return null
      return (
        <div className={classes.bar}>
          <Text size="sm">
            These photos have too little in common to be aligned automatically. Mark the same spots in both.
          </Text>
          <Button size="compact-sm" onClick={onAdjust}>
            Place landmarks
          </Button>
        </div>
      )
  }
}
