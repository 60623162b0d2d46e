import { Alert } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'
import styles from './documents.module.css'
import type { FileRemark } from './use-attaching.ts'

interface FileRemarksProps {
  readonly remarks: readonly FileRemark[]
  readonly onClose: () => void
}

/** Which files were not attached and why, and which were here already. */
export function FileRemarks({ remarks, onClose }: FileRemarksProps) {
  if (remarks.length === 0) return null
  const failed = remarks.filter(({ isFailure }) => isFailure).length
  const title = failed > 0 ? t('{{count}} files were not added', { count: failed }) : t('Nothing to add')
  return (
    <Alert
      color={failed > 0 ? 'red' : 'gray'}
      variant={failed > 0 ? 'light' : 'default'}
      title={title}
      withCloseButton
      closeButtonLabel={t('Put this message away')}
      onClose={onClose}
    >
      <ul className={styles.remarks}>
        {remarks.map(({ offerId, fileName, sentence }) => (
          <li key={offerId}>
            <strong>{fileName}</strong>: {sentence}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
