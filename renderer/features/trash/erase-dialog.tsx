import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { isHeld } from '../../../shared/domain/retention.ts'
import type { TrashedClient } from '../../../shared/domain/trash.ts'
import type { BackupStatus } from '../../../shared/ipc/care.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import styles from './trash.module.css'
import { heldSentence } from './trash-words.ts'

interface EraseDialogProps {
  readonly client: TrashedClient
  readonly onClose: () => void
}

/** Says what goes and what remains, and erases a client once the name is typed. There is no way back. */
export function EraseDialog({ client, onClose }: EraseDialogProps) {
  const { library, care } = usePorts()
  const [typed, setTyped] = useState('')
  const [isMeant, setIsMeant] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [backup, setBackup] = useState<BackupStatus>()
  useEffect(() => {
    // without an answer the general words about copies stand alone
    care.backupStatus().then(setBackup, () => undefined)
  }, [care])
  const { clientId, name, photoCount, hold } = client
  const held = hold !== null && isHeld(hold, new Date()) ? hold : null
  const isReady = sameName(typed, name) && (held === null || isMeant)
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isBusy) return
    setIsBusy(true)
    setFailure(null)
    try {
      await library.eraseClient(clientId, isMeant)
      onClose()
      showDone(t('The client was erased for good.'))
    } catch (error) {
      setFailure(errorSentence(error))
      setIsBusy(false)
    }
  }
  return (
    <Modal
      opened
      size="lg"
      title={t('Erase {{name}} for good?', { name })}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
    >
      <form onSubmit={(event) => void erase(event)}>
        <Stack>
          <Text>
            {goingSentence(photoCount)}{' '}
            {t('The key that opens them is destroyed, so nobody can bring them back. This can’t be undone.')}
          </Text>
          <div>
            <Text fw={600}>{t('What remains, and is yours to deal with')}</Text>
            <List size="sm" mt={6} spacing={4}>
              <List.Item>{backupSentence(backup)}</List.Item>
              <List.Item>
                {t('Pictures that you exported or sent, and files that you imported the photos from.')}
              </List.Item>
            </List>
          </div>
          {held && (
            <Alert
              variant="default"
              icon={<TriangleAlert className={styles.warning} size={18} aria-hidden />}
              title={heldSentence(held)}
            >
              <Stack gap="xs">
                <Text size="sm">{t('Erasing it earlier may break a duty to keep records.')}</Text>
                <Checkbox
                  label={t('Erase it although it is to be kept')}
                  checked={isMeant}
                  onChange={(event) => setIsMeant(event.currentTarget.checked)}
                />
              </Stack>
            </Alert>
          )}
          <TextInput
            label={t('Type “{{name}}” to confirm', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            disabled={isBusy}
            data-autofocus
          />
          {failure && (
            <Alert color="red" title={t('Not erased')}>
              {failure}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" color="red.9" disabled={!isReady} loading={isBusy}>
              {t('Erase for good')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What goes with a client. */
function goingSentence(photoCount: number): string {
  return photoCount === 0
    ? t('Name, records and history, alignments and everything made from them are erased.')
    : t('Name, records and history, all {{count}} photos, alignments and everything made from them are erased.', {
        count: photoCount,
      })
}

function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
  return plain(typed) === plain(name)
}

function backupSentence(backup: BackupStatus | undefined): string {
  if (!backup) return t('Backups that you made hold this client until they are replaced.')
  if (!backup.last)
    return t('There is no backup that Stipple knows of. Copies that you made yourself still hold this client.')
  const { at, fileName } = backup.last
  return t(
    'The last backup, “{{fileName}}” of {{moment}}, holds this client until the next one takes its place, and so do older copies. Restored by this Stipple, none of them brings the client back.',
    { fileName, moment: instantLabel(at) },
  )
}
