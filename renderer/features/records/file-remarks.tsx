import { Alert } from '@mantine/core'
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
  const title = failed === 1 ? '1 file was not added' : `${failed} files were not added`
  return (
    <Alert
      color={failed > 0 ? 'red' : 'gray'}
      variant={failed > 0 ? 'light' : 'default'}
      title={failed > 0 ? title : 'Nothing to add'}
      withCloseButton
      closeButtonLabel="Put this message away"
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
