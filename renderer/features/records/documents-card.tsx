import { Button } from '@mantine/core'
import { FilePlus2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import type { ClientId, DocumentId, TreatmentId } from '../../../shared/domain/ids.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { showFailure } from '../../ui/undo-toast.tsx'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import type { Change } from './actions.ts'
import { AddDocumentsDialog } from './add-documents-dialog.tsx'
import { ChangeDocumentDialog } from './change-document-dialog.tsx'
import { describeDocument, inListOrder, removeDocument } from './document-changes.ts'
import { DocumentTile } from './document-tile.tsx'
import { DocumentViewer } from './document-viewer.tsx'
import styles from './documents.module.css'
import { FileRemarks } from './file-remarks.tsx'
import records from './records.module.css'
import { useAttaching } from './use-attaching.ts'

interface DocumentsCardProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
}

/** More files at once are a slip of the hand: a folder that was meant for elsewhere. */
const mostFilesAtOnce = 50

/** Health questionnaire, signed forms and other files of a treatment. */
export function DocumentsCard({ clientId, treatmentId }: DocumentsCardProps) {
  const { library, documents } = usePorts()
  const record = useRecord()
  const attached = useWatched(useMemo(() => library.watchDocuments(treatmentId), [library, treatmentId])) ?? []
  const attaching = useAttaching(clientId, treatmentId)
  const [offers, setOffers] = useState<readonly FileOffer[]>([])
  const [opened, setOpened] = useState<{ readonly as: 'shown' | 'changed'; readonly documentId: DocumentId }>()
  const isBusy = attaching.progress !== null
  const at = attached.find(({ documentId }) => documentId === opened?.documentId)
  const close = () => setOpened(undefined)

  const take = async (offered: Promise<FileOffer[]>) => {
    try {
      const found = await offered
      if (found.length > mostFilesAtOnce)
        showFailure(
          t('These are {{found}} files. Add at most {{most}} at a time.', {
            found: found.length,
            most: mostFilesAtOnce,
          }),
        )
      else setOffers(found)
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  const make = (change: Change | undefined) => {
    close()
    if (change) void record(change.events, change.undo)
  }
  const tile = (document: AttachedDocument) => (
    <DocumentTile
      key={document.documentId}
      document={document}
      onOpen={() => setOpened({ as: 'shown', documentId: document.documentId })}
      onChange={() => setOpened({ as: 'changed', documentId: document.documentId })}
      onRemove={() => make(removeDocument(document))}
    />
  )

  return (
    <DropZone
      label={t('Drop to add to forms and documents')}
      className={styles.zone!}
      onFiles={(files) => !isBusy && void take(documents.offer(files))}
    >
      <section className={records.card} aria-labelledby="documents">
        <header className={records.cardHead}>
          <h2 id="documents" className={`${records.cardTitle} ${styles.title}`}>
            {t('Forms and documents')}
          </h2>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<FilePlus2 size={14} aria-hidden />}
            disabled={isBusy}
            onClick={() => void take(documents.choose())}
          >
            {t('Add…')}
          </Button>
        </header>
        {attaching.progress && <WorkProgressBar label={t('Adding')} {...attaching.progress} onStop={attaching.stop} />}
        <FileRemarks remarks={attaching.remarks} onClose={attaching.forgetRemarks} />
        {attached.length > 0 ? (
          <ul className={styles.list} aria-label={t('Forms and documents')}>
            {inListOrder(attached).map(tile)}
          </ul>
        ) : (
          <p className={styles.empty}>
            {t('Health questionnaire, consent form, invoice: drop PDFs, scans or photos of paper here.')}
          </p>
        )}
      </section>
      {offers.length > 0 && (
        <AddDocumentsDialog
          key={offers[0]!.offerId}
          offers={offers}
          onClose={() => setOffers([])}
          onAdd={(files) => {
            setOffers([])
            void attaching.attach(files)
          }}
        />
      )}
      {at && opened?.as === 'shown' && <DocumentViewer document={at} onClose={close} />}
      {at && opened?.as === 'changed' && (
        <ChangeDocumentDialog
          document={at}
          onChange={(description) => make(describeDocument(at, description))}
          onClose={close}
        />
      )}
    </DropZone>
  )
}
