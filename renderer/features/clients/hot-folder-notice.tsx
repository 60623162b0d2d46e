import { FolderInput, FolderX } from 'lucide-react'
import { useMemo } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { arrivalSentence, troubleSentence } from '../../hot-folder-words.ts'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './clients.module.css'

/** Says that photos came in from the hot folder and where they can be reviewed, or that the hot folder's setting is lost. */
export function HotFolderNotice() {
  const { hotFolder } = usePorts()
  const state = useWatched(useMemo(() => hotFolder.watch(), [hotFolder]))
  const arrived = state ? arrivalSentence(state) : null
  const lost = state?.condition === 'lost' ? `${troubleSentence(state)} ${t('It is set on a client’s page.')}` : null
  const next =
    state?.waitingCount === 1
      ? t('Open its client to review and file it.')
      : t('Open their client to review and file them.')
  const sentence = arrived === null ? lost : `${arrived} ${next}`
  return (
    <div className={styles.hotFolder} data-silent={sentence === null || undefined}>
      <NoticeBar label={t('Hot folder')} icon={arrived === null ? FolderX : FolderInput} sentence={sentence} />
    </div>
  )
}
