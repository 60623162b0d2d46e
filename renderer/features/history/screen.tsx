import { Button } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useLeaveWhenGone } from '../../use-leave-when-gone.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import styles from './history.module.css'
import { clockTime, historyDays } from './history-days.ts'
import { type HistoryEntry, historyOf, type TakingBack } from './history-model.ts'

interface HistoryScreenProps {
  readonly clientId: ClientId
  readonly onBack: () => void
}

/** Entries that are shown at once; more on demand. */
const pageLength = 200

/** Everything that was done with a client, newest first, with the way to take back what still stands. Nothing is ever rewritten: taking back is a new entry. */
export function HistoryScreen({ clientId, onBack }: HistoryScreenProps) {
  const { library } = usePorts()
  const record = useRecord()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const records = useWatched(useMemo(() => library.watchHistory(clientId), [library, clientId]))
  const entries = useMemo(() => (records ? historyOf(records) : undefined), [records])
  const [shownCount, setShownCount] = useState(pageLength)
  const days = useMemo(() => historyDays(entries?.slice(0, shownCount) ?? []), [entries, shownCount])
  useLeaveWhenGone(client !== undefined, onBack)
  const takeBack = ({ events, undo }: TakingBack) => void record(events, undo)

  return (
    <ScreenFrame title={t('History')} subtitle={client?.name} back={{ label: t('Back to the series board'), onBack }}>
      <div className={styles.page}>
        {days.map(({ day, title, entries: ofDay }) => (
          <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className={styles.dayTitle}>
              {title}
            </h2>
            <ol className={styles.entries}>
              {ofDay.map((entry) => (
                <Entry key={entry.seq} entry={entry} onTakeBack={takeBack} />
              ))}
            </ol>
          </section>
        ))}
        {entries && entries.length > shownCount && (
          <Button variant="default" onClick={() => setShownCount(shownCount + pageLength)}>
            {t('Show older changes')}
          </Button>
        )}
      </div>
    </ScreenFrame>
  )
}

function Entry({ entry, onTakeBack }: { entry: HistoryEntry; onTakeBack: (takingBack: TakingBack) => void }) {
  const { at, what, details, takingBack } = entry
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        <time dateTime={at}>{clockTime(at)}</time>
        <span className={styles.who}>{t('this PC')}</span>
      </span>
      <div className={styles.what}>
        <span>{what}</span>
        {details.map((line) => (
          <span key={line} className={styles.detail}>
            {line}
          </span>
        ))}
      </div>
      {takingBack && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Undo2 size={14} aria-hidden />}
          aria-label={t('Undo: {{what}}, {{time}}', { what, time: clockTime(at) })}
          onClick={() => onTakeBack(takingBack)}
        >
          {t('Undo')}
        </Button>
      )}
    </li>
  )
}
