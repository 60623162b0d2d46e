import { Button } from '@mantine/core'
import { CalendarClock, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { TrashedClient, TrashedPhoto } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'
import { ClientRetentionDialog } from '../../retention-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import { restoreClient, restoreDocument, restorePhotos, restoreTreatment, stateStudioRetention } from './actions.ts'
import { DeletePhotosDialog } from './delete-photos-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { ErasedNote } from './erased-note.tsx'
import { StudioRetentionDialog } from './studio-retention-dialog.tsx'
import styles from './trash.module.css'
import { TrashSection } from './trash-section.tsx'
import { dayOfInstant, trashLine } from './trash-words.ts'
import { TrashedClientCard } from './trashed-client-card.tsx'
import { TrashedPhotoTile } from './trashed-photo-tile.tsx'
import { TrashedRow } from './trashed-row.tsx'

/** What is asked for in a dialog. */
type Asked =
  | { readonly kind: 'erase'; readonly client: TrashedClient }
  | { readonly kind: 'note'; readonly client: TrashedClient }
  | { readonly kind: 'delete'; readonly photos: readonly TrashedPhoto[] }
  | { readonly kind: 'studio' }

/** What was removed and can be restored: clients, photos, treatments; each says how long it is kept, and can be erased for good by a person's word. */
export function TrashScreen({ onBack }: { onBack: () => void }) {
  const { library } = usePorts()
  const record = useRecord()
  const trash = useWatched(useMemo(() => library.watchTrash(), [library]))
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const apply = ({ events, undo }: { events: StatedEvent[]; undo: Undo }) => void record(events, undo)
  const isEmpty =
    trash && trash.clients.length + trash.photos.length + trash.treatments.length + trash.documents.length === 0

  return (
    <ScreenFrame
      title={t('Trash')}
      subtitle={trash && trashLine(trash)}
      back={{ label: t('Back to the clients'), onBack }}
      actions={
        <Button
          variant="default"
          leftSection={<CalendarClock size={16} aria-hidden />}
          disabled={!trash}
          onClick={() => setAsked({ kind: 'studio' })}
        >
          {t('How long records are kept…')}
        </Button>
      }
    >
      {isEmpty && (
        <EmptyState icon={Trash2} title={t('The trash is empty')}>
          {t(
            'What you remove waits here for 30 days and can be restored: photos, treatments, documents, whole clients.',
          )}
        </EmptyState>
      )}
      {trash && (
        <div className={styles.page}>
          <TrashSection title={t('Clients')} count={trash.clients.length} list={styles.clients!}>
            {trash.clients.map((client) => (
              <TrashedClientCard
                key={client.clientId}
                client={client}
                onRestore={() => apply(restoreClient(client))}
                onNote={() => setAsked({ kind: 'note', client })}
                onErase={() => setAsked({ kind: 'erase', client })}
              />
            ))}
          </TrashSection>
          <TrashSection
            title={t('Photos')}
            count={trash.photos.length}
            list={styles.photos!}
            actions={
              trash.photos.length > 1 && (
                <>
                  <Button size="compact-sm" variant="default" onClick={() => apply(restorePhotos(trash.photos))}>
                    {t('Restore all')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    onClick={() => setAsked({ kind: 'delete', photos: trash.photos })}
                  >
                    {t('Delete all for good…')}
                  </Button>
                </>
              )
            }
          >
            {trash.photos.map((photo) => (
              <TrashedPhotoTile
                key={photo.photoId}
                photo={photo}
                onRestore={() => apply(restorePhotos([photo]))}
                onDelete={() => setAsked({ kind: 'delete', photos: [photo] })}
              />
            ))}
          </TrashSection>
          <TrashSection title={t('Treatments')} count={trash.treatments.length} list={styles.treatments!}>
            {trash.treatments.map((treatment) => (
              <TrashedRow
                key={treatment.treatmentId}
                name={`${treatment.clientName}: ${treatment.name}`}
                line={t('Removed {{day}}. Its records stay as long as the client’s.', {
                  day: dayOfInstant(treatment.removedAt),
                })}
                restoreLabel={t('Restore the treatment: {{clientName}}, {{name}}', {
                  clientName: treatment.clientName,
                  name: treatment.name,
                })}
                onRestore={() => apply(restoreTreatment(treatment))}
              />
            ))}
          </TrashSection>
          <TrashSection title={t('Documents')} count={trash.documents.length} list={styles.treatments!}>
            {trash.documents.map((document) => (
              <TrashedRow
                key={document.documentId}
                name={`${document.clientName}: ${document.title}`}
                line={t('Removed {{day}}. It stays as long as the client.', { day: dayOfInstant(document.removedAt) })}
                restoreLabel={t('Restore the document: {{clientName}}, {{title}}', {
                  clientName: document.clientName,
                  title: document.title,
                })}
                onRestore={() => apply(restoreDocument(document))}
              />
            ))}
          </TrashSection>
          <ErasedNote trash={trash} />
        </div>
      )}
      {asked?.kind === 'erase' && <EraseDialog client={asked.client} onClose={close} />}
      {asked?.kind === 'delete' && <DeletePhotosDialog photos={asked.photos} onClose={close} />}
      {asked?.kind === 'note' && (
        <ClientRetentionDialog
          clientId={asked.client.clientId}
          name={asked.client.name}
          retention={asked.client.retention}
          onClose={close}
        />
      )}
      {asked?.kind === 'studio' && trash && (
        <StudioRetentionDialog
          retention={trash.studio}
          onSave={(retention) => {
            close()
            apply(stateStudioRetention(trash.studio, retention))
          }}
          onClose={close}
        />
      )}
    </ScreenFrame>
  )
}
