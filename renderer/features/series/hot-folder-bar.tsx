import { Button } from '@mantine/core'
import { FolderInput, FolderX, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { create } from 'zustand'
import type { FileOffer, HotFolderState } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { arrivalSentence, troubleSentence } from '../../hot-folder-words.ts'
import type { HotFolder } from '../../ports.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { showFailure, showUndo } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './board.module.css'

interface HotFolderBarProps {
  /** There is a treatment that photos can be reviewed for. */
  readonly canReview: boolean
  readonly onReview: (offers: FileOffer[]) => void
  readonly onSettings: () => void
}

/** Says that photos came in from the hot folder, and leads to their review; or why none can come in. */
export function HotFolderBar({ canReview, onReview, onSettings }: HotFolderBarProps) {
  const { hotFolder } = usePorts()
  const state = useWatched(useMemo(() => hotFolder.watch(), [hotFolder]))
  const putAway = usePutAway(state)
  const [isBusy, setIsBusy] = useState(false)
  const arrived = state ? arrivalSentence(state) : null
  const trouble = state && !putAway.isPutAway ? troubleSentence(state) : null

  const attempt = async (action: () => Promise<void>) => {
    setIsBusy(true)
    await action().catch((error: unknown) => showFailure(errorSentence(error)))
    setIsBusy(false)
  }
  const review = () =>
    attempt(async () => {
      const offers = await hotFolder.review()
      if (offers.length > 0) onReview(offers)
      else showFailure(t('The files are not in the folder any more.'))
    })
  const leave = () => attempt(() => leaveThem(hotFolder, state?.folderName ?? ''))

  if (arrived === null)
    return (
      <div className={styles.notice} data-silent={trouble === null || undefined}>
        <NoticeBar label={t('Hot folder')} icon={FolderX} sentence={trouble}>
          {state?.condition === 'lost' && (
            <Button size="compact-sm" variant="light" onClick={onSettings}>
              {t('Choose the hot folder…')}
            </Button>
          )}
          <IconButton icon={X} label={t('Put this message away')} size={28} onClick={putAway.putAway} />
        </NoticeBar>
      </div>
    )
  return (
    <div className={styles.notice}>
      <NoticeBar
        label={t('Hot folder')}
        icon={FolderInput}
        sentence={canReview ? arrived : `${arrived} ${t('Add a treatment to review them.')}`}
      >
        {canReview && (
          <Button size="compact-sm" loading={isBusy} onClick={() => void review()}>
            {t('Review…')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void leave()}>
          {t('Leave them')}
        </Button>
      </NoticeBar>
    </div>
  )
}

async function leaveThem(hotFolder: HotFolder, folderName: string): Promise<void> {
  const count = await hotFolder.leave()
  // the button that was pressed is gone
  document.getElementById('content')?.focus({ preventScroll: true })
  showUndo({
    message: t('{{count}} photos left in “{{folderName}}”', { count, folderName }),
    onUndo: () => void hotFolder.bringBack().catch((error: unknown) => showFailure(errorSentence(error))),
    changes: unchanging,
  })
}

/** What comes in later doesn't make the leaving final. */
const unchanging = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** The trouble whose message was put away; until the folder is watched again. */
const usePutAwayTrouble = create<{ trouble: string }>()(() => ({ trouble: '' }))

function usePutAway(state: HotFolderState | undefined) {
  const trouble = state ? `${state.condition} ${state.folderName}` : ''
  const put = usePutAwayTrouble((store) => store.trouble)
  const isWatched = state?.condition === 'watched'
  useEffect(() => {
    if (isWatched) usePutAwayTrouble.setState({ trouble: '' })
  }, [isWatched])
  return { isPutAway: put === trouble, putAway: () => usePutAwayTrouble.setState({ trouble }) }
}
