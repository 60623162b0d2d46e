import { Button } from '@mantine/core'
import { Check, TriangleAlert, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './records.module.css'
import type { SavingState } from './use-record-saving.ts'

/** Says how it stands with saving; after a failure it offers to try again. */
export function SavingNote({ state, onRetry }: { state: SavingState; onRetry: () => void }) {
  if (state.kind === 'failed')
    return (
      <div className={styles.failed} role="alert">
        <TriangleAlert className={styles.failedSign} size={16} aria-hidden />
        <span>
          {t('Not saved.')} {state.reason}
        </span>
        <Button size="compact-sm" color="red" variant="light" flex="none" onClick={onRetry}>
          {t('Try again')}
        </Button>
      </div>
    )
  return (
    <span className={styles.saving} role="status">
      {state.kind === 'idle' && t('Saved as you go')}
      {state.kind === 'saving' && t('Saving…')}
      {state.kind === 'saved' && (
        <>
          <Check size={16} aria-hidden /> {t('Saved')}
        </>
      )}
    </span>
  )
}

/** Takes the last change back, as Ctrl+Z does. */
export function UndoButton() {
  const { library } = usePorts()
  const label = useWatched(useMemo(() => library.watchUndoLabel(), [library]))
  const undo = async () => {
    try {
      const undone = await library.undo()
      if (undone) showDone(t('Undone: {{label}}', { label: undone }))
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  return (
    <IconButton
      icon={Undo2}
      label={label ? t('Undo: {{label}}', { label }) : t('Nothing to undo')}
      keyHint="Ctrl Z"
      disabled={!label}
      onClick={() => void undo()}
    />
  )
}
