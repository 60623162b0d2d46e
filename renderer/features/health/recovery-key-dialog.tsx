import { Button, Text, TextInput } from '@mantine/core'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { errorSentence } from '../../error-messages.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usePorts } from '../../use-ports.tsx'
import styles from './recovery-key-dialog.module.css'

interface RecoveryKeyDialogProps {
  readonly written: string
  /** There is one already, which the new one replaces. */
  readonly isReplacing: boolean
  readonly onKept: () => void
  readonly onClose: () => void
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
      title="Your recovery key"
      confirm="Keep this key"
      isReady={lastGroup.trim().length >= 4}
      onSubmit={() => void keep()}
      onClose={onClose}
    >
      <section className={styles.sheet} aria-label="Recovery key">
        <p className={styles.sheetTitle}>Stipple recovery key</p>
        <ol className={styles.groups}>
          {written.split('-').map((group, index) => (
            <li key={written.slice(0, 5 * index + 4)} className={styles.group}>
              {group}
            </li>
          ))}
        </ol>
        <p className={styles.sheetText}>
          Opens the library and its backups on any computer. Whoever has it can see every client: keep it locked away,
          not at this computer.
        </p>
      </section>
      <Text size="sm">
        Write it on paper or print it. It is shown only now. Zero and O, one and I are read the same.
        {isReplacing && ' The earlier key then no longer opens the library; backups made until now still ask for it.'}
      </Text>
      <Button
        variant="default"
        w="fit-content"
        leftSection={<Printer size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        Print…
      </Button>
      <TextInput
        label="The last group, from your paper"
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
