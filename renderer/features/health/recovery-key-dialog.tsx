import { Button, Text, TextInput } from '@mantine/core'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PrintedSheet } from '../../ui/printed-sheet.tsx'
import { usePorts } from '../../use-ports.tsx'
import styles from './recovery-key-dialog.module.css'

interface RecoveryKeyDialogProps {
  readonly written: string
  /** There is one already, which the new one replaces. */
  readonly isReplacing: boolean
  readonly onKept: () => void
  readonly onClose: () => void
}

/** The key as it is read, with what it is for. */
function KeyGroups({ written }: { written: string }) {
  return (
    <>
      <ol className={styles.groups}>
        {written.split('-').map((group, index) => (
          <li key={written.slice(0, 5 * index + 4)}>{group}</li>
        ))}
      </ol>
      <p className={styles.purpose}>
        {t(
          'Opens the library and its backups on any computer. Whoever has it can see every client: keep it locked away, not at this computer.',
        )}
      </p>
    </>
  )
}

/** What the printer gets instead of the window. */
function PrintedKey({ written }: { written: string }) {
  return (
    <PrintedSheet>
      <div className={styles.printed}>
        <p className={styles.printedTitle}>{t('Stipple recovery key')}</p>
        <KeyGroups written={written} />
      </div>
    </PrintedSheet>
  )
}

/** Shows a new recovery key to be written down or printed, and keeps it once its last group was typed from the paper. */
export function RecoveryKeyDialog({ written, isReplacing, onKept, onClose }: RecoveryKeyDialogProps) {
  const { keys } = usePorts()
  const [lastGroup, setLastGroup] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const keep = async () => {
    try {
      await keys.keepRecoveryKey(lastGroup)
      onKept()
    } catch (error) {
      setFailure(errorSentence(error))
    }
  }
  return (
    <FormDialog
      title={t('Your recovery key')}
      confirm={t('Keep this key')}
      isReady={lastGroup.trim().length >= 4}
      onSubmit={() => void keep()}
      onClose={onClose}
    >
      <section className={styles.shown} aria-label={t('Recovery key')}>
        <KeyGroups written={written} />
      </section>
      <PrintedKey written={written} />
      <Text size="sm">
        {t('Write it on paper or print it. It is shown only now. Zero and O, one and I are read the same.')}
        {isReplacing &&
          ` ${t('The earlier key then no longer opens the library; backups made until now still ask for it.')}`}
      </Text>
      <Button
        variant="default"
        w="fit-content"
        leftSection={<Printer size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('Print…')}
      </Button>
      <TextInput
        label={t('The last group, from your paper')}
        value={lastGroup}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        error={failure}
        onChange={(event) => {
          setLastGroup(event.currentTarget.value)
          setFailure(null)
        }}
      />
    </FormDialog>
  )
}
