import { Alert, PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usePorts } from '../../use-ports.tsx'

/** What is done with the passphrase. */
export type PassphraseTask = 'set' | 'change' | 'remove'

const leastLength = 8
const words: Record<PassphraseTask, () => { title: string; confirm: string; done: string }> = {
  set: () => ({ title: t('Set a passphrase'), confirm: t('Set passphrase'), done: t('The passphrase is set') }),
  change: () => ({
    title: t('Change the passphrase'),
    confirm: t('Change passphrase'),
    done: t('The passphrase is changed'),
  }),
  remove: () => ({
    title: t('Remove the passphrase'),
    confirm: t('Remove passphrase'),
    done: t('The passphrase is removed'),
  }),
}

interface PassphraseDialogProps {
  readonly task: PassphraseTask
  readonly onDone: (said: string) => void
  readonly onClose: () => void
}

/** Sets, changes or removes the passphrase; a present one is asked for first. */
export function PassphraseDialog({ task, onDone, onClose }: PassphraseDialogProps) {
  const { keys } = usePorts()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isShort = next !== '' && next.length < leastLength
  const isOther = again !== '' && again !== next
  const hasPresent = task === 'set' || present !== ''
  const hasNext = task === 'remove' || (next.length >= leastLength && again === next)
  const submit = async () => {
    setIsBusy(true)
    try {
      await keys.setPassphrase(task === 'set' ? null : present, task === 'remove' ? null : next)
      onDone(words[task]().done)
    } catch (error) {
      setFailure(errorSentence(error))
      setIsBusy(false)
    }
  }
  return (
    <FormDialog
      title={words[task]().title}
      confirm={words[task]().confirm}
      isReady={hasPresent && hasNext && !isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {task !== 'set' && (
        <PasswordInput
          label={t('Present passphrase')}
          value={present}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
      )}
      {task !== 'remove' && (
        <>
          <PasswordInput
            label={t('New passphrase')}
            description={t(
              'At least 8 characters; three or four words that don’t belong together are easy to keep and hard to guess.',
            )}
            value={next}
            autoComplete="off"
            data-autofocus={task === 'set' || undefined}
            error={isShort && t('At least 8 characters')}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('New passphrase again')}
            value={again}
            autoComplete="off"
            error={isOther && t('Not the same')}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          <Text size="sm">
            {t(
              'Stipple then asks for it at start, after ten minutes without a touch, and when the computer was locked or asleep. Backups made until now then open by the recovery key only: make a new one.',
            )}
          </Text>
        </>
      )}
      {task === 'remove' && (
        <Text size="sm">
          {t('Whoever uses this computer under your name can then open the library, and it doesn’t lock any more.')}
        </Text>
      )}
      {failure && <Alert color="red">{failure}</Alert>}
    </FormDialog>
  )
}
