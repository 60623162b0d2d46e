import type { Signed } from '../../../shared/domain/consent.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './consent.module.css'
import signature from './signature.module.css'
import { DrawnSignature } from './signature-field.tsx'

interface SignedLineProps {
  readonly signed: Signed
  readonly documents: readonly AttachedDocument[]
}

/** How a consent was signed; what was drawn is shown. */
export function SignedLine({ signed, documents }: SignedLineProps) {
  switch (signed.by) {
    case 'drawing':
      return (
        <figure className={signature.signedOnScreen}>
          <DrawnSignature {...signed} />
          <figcaption>{t('Signed on the screen by {{name}}', { name: signed.name })}</figcaption>
        </figure>
      )
    case 'typed-name':
      return <p className={styles.line}>{t('Signed by typed name: {{name}}', { name: signed.name })}</p>
    case 'scan': {
      const title = documents.find(({ documentId }) => documentId === signed.documentId)?.title
      return (
        <p className={styles.line}>
          {title === undefined
            ? t('Signed on paper; the scan is among the forms and documents.')
            : t('Signed on paper: “{{title}}” among the forms and documents', { title })}
        </p>
      )
    }
  }
}
