import { Button, Group, Modal } from '@mantine/core'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type DocumentDescription, describedByFileName } from '../../../shared/domain/document.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { DocumentFields, isComplete } from './document-fields.tsx'
import styles from './documents.module.css'
import type { FileToAttach } from './use-attaching.ts'

interface AddDocumentsDialogProps {
  readonly offers: readonly FileOffer[]
  readonly onAdd: (files: readonly FileToAttach[]) => void
  readonly onClose: () => void
}

/** Asks what files are before they are attached; what their names say plainly is filled in. */
export function AddDocumentsDialog({ offers, onAdd, onClose }: AddDocumentsDialogProps) {
  const [files, setFiles] = useState<readonly FileToAttach[]>(() =>
    offers.map((offer) => ({ offer, description: describedByFileName(offer.fileName) })),
  )
  const isReady = files.every(({ description }) => isComplete(description))
  const describe = (offerId: string, change: Partial<DocumentDescription>) =>
    setFiles(
      files.map((file) =>
        file.offer.offerId === offerId ? { ...file, description: { ...file.description, ...change } } : file,
      ),
    )
  const leaveOut = (offerId: string) => setFiles(files.filter(({ offer }) => offer.offerId !== offerId))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onAdd(files)
  }
  return (
    <Modal opened size={640} onClose={onClose} title={t('Add forms and documents')}>
      <form onSubmit={submit}>
        {files.map(({ offer, description }, index) => (
          <section key={offer.offerId} className={styles.file} aria-label={offer.fileName}>
            <header className={styles.fileHead}>
              <h3 className={styles.fileName}>
                {offer.fileName} <span className={styles.fileSize}>{sizeInWords(offer.byteSize)}</span>
              </h3>
              {files.length > 1 && (
                <IconButton
                  icon={X}
                  size="sm"
                  label={t('Leave out {{fileName}}', { fileName: offer.fileName })}
                  onClick={() => leaveOut(offer.offerId)}
                />
              )}
            </header>
            <DocumentFields
              isFirst={index === 0}
              description={description}
              dayInName={describedByFileName(offer.fileName).signedOn}
              onChange={(change) => describe(offer.offerId, change)}
            />
          </section>
        ))}
        <Group justify="space-between" wrap="nowrap" className={styles.foot!}>
          <span className={styles.note}>
            {t('Kept as they are, sealed like the photos. The files that you chose stay where they are.')}
          </span>
          <Group gap="sm" wrap="nowrap">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {files.length === 1 ? t('Add') : t('Add {{number}}', { number: files.length })}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  )
}
