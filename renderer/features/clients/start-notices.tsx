import { Alert } from '@mantine/core'
import { Info } from 'lucide-react'
import { useState } from 'react'
import type { Notice } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './clients.module.css'

/** What was found when the library was opened, said plainly; can be put away. */
export function StartNotices({ notices }: { notices: readonly Notice[] }) {
  const [isPutAway, setIsPutAway] = useState(false)
  if (notices.length === 0 || isPutAway) return null
  return (
    <Alert
      className={styles.notices}
      variant="default"
      icon={<Info className={styles.noticeIcon} size={18} aria-hidden />}
      title={t('When the library was opened')}
      withCloseButton
      closeButtonLabel={t('Put this message away')}
      onClose={() => setIsPutAway(true)}
    >
      <ul className={styles.noticeList}>
        {notices.map((notice) => (
          <li key={notice.kind}>{noticeSentence(notice)}</li>
        ))}
      </ul>
    </Alert>
  )
}

function noticeSentence(notice: Notice): string {
  switch (notice.kind) {
    case 'torn-record-set-aside':
      return t(
        'The last change before Stipple closed was only half written. It was set aside; everything before it is here. Nothing was deleted.',
      )
    case 'originals-missing':
      return t(
        'The files of {{count}} photos are missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again.',
        { count: notice.photoIds.length },
      )
    case 'documents-missing':
      return t(
        'The files of {{count}} forms and documents are missing from the library folder. Nothing was deleted: see “Library health”.',
        { count: notice.count },
      )
    case 'orphans-found':
      return t(
        'The library folder holds {{count}} photo files that belong to no client. Nothing was deleted: they were set aside, see “Library health”.',
        { count: notice.count },
      )
  }
}
