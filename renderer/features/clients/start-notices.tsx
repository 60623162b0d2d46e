import { Alert } from '@mantine/core'
import { Info } from 'lucide-react'
import { useState } from 'react'
import type { Notice } from '../../../shared/ipc/contract.ts'
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
      title="When the library was opened"
      withCloseButton
      closeButtonLabel="Put this message away"
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
      return 'The last change before Stipple closed was only half written. It was set aside; everything before it is here. Nothing was deleted.'
    case 'originals-missing': {
      const count = notice.photoIds.length
      return `${count === 1 ? 'The file of 1 photo is' : `The files of ${count} photos are`} missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again.`
    }
    case 'documents-missing':
      return `${notice.count === 1 ? 'The file of 1 form or document is' : `The files of ${notice.count} forms and documents are`} missing from the library folder. Nothing was deleted: see “Library health”.`
    case 'orphans-found':
      return `The library folder holds ${notice.count === 1 ? '1 photo file that belongs' : `${notice.count} photo files that belong`} to no client. Nothing was deleted: ${notice.count === 1 ? 'it was' : 'they were'} set aside, see “Library health”.`
  }
}
