import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { FolderInput } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { HotFolderState } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { arrivalSentence, troubleSentence } from '../../hot-folder-words.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './board.module.css'

/** Shows which folder is watched for new photos; chooses one, or none. */
export function HotFolderDialog({ onClose }: { onClose: () => void }) {
  const { hotFolder } = usePorts()
  const state = useWatched(useMemo(() => hotFolder.watch(), [hotFolder]))
  const [presentCount, setPresentCount] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const attempt = async (action: () => Promise<void>) => {
    setIsBusy(true)
    setFailure(null)
    await action().catch((error: unknown) => setFailure(errorSentence(error)))
    setIsBusy(false)
  }
  const choose = () =>
    attempt(async () => {
      const chosen = await hotFolder.choose()
      if (chosen) setPresentCount(chosen.presentCount)
    })
  const stop = () =>
    attempt(async () => {
      await hotFolder.stop()
      setPresentCount(0)
    })
  if (!state) return null
  const hasFolder = state.folderName !== ''
  return (
    <Modal opened onClose={onClose} title={t('Hot folder')}>
      <Stack>
        <Text size="sm">
          {t(
            'The folder into which your tethered camera or your phone’s sync saves. Photos that come into it are offered for review. Stipple only reads them; they stay where they are.',
          )}
        </Text>
        <div className={styles.hotFolder}>
          <FolderInput className={styles.hotFolderIcon} data-off={!hasFolder || undefined} size={22} aria-hidden />
          <div className={styles.hotFolderText} role="status">
            <strong>{hasFolder ? state.folderName : t('No folder is watched')}</strong>
            <span>{conditionLine(state, presentCount)}</span>
          </div>
        </div>
        {failure && <Alert color="red">{failure}</Alert>}
        <Group justify="space-between" mt="xs">
          {hasFolder ? (
            <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => void stop()}>
              {t('Stop watching')}
            </Button>
          ) : (
            <span />
          )}
          <Button
            variant={hasFolder ? 'default' : 'filled'}
            loading={isBusy}
            data-autofocus
            onClick={() => void choose()}
          >
            {hasFolder ? t('Choose another folder…') : t('Choose folder…')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function conditionLine(state: HotFolderState, presentCount: number): string {
  const trouble = troubleSentence(state)
  if (trouble !== null) return trouble
  if (state.condition === 'none') return t('You choose it once; Stipple watches it whenever it is open.')
  const arrived = arrivalSentence(state)
  if (arrived !== null) return t('Watched. {{arrived}}', { arrived })
  if (presentCount === 0) return t('Watched. Nothing new has come in.')
  return t('Watched. The {{count}} files that are in it already are left alone; what comes from now on is offered.', {
    count: presentCount,
  })
}
