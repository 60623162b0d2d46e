import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { ClientId, TreatmentId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { blankSessionRecord, recordableStages } from '../../../shared/domain/session-record.ts'
import { type Stage, sessionNumberOf } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import type { UsedMaterials } from '../../ports.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useLeaveWhenGone } from '../../use-leave-when-gone.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { DocumentsCard } from './documents-card.tsx'
import styles from './records.module.css'
import { SavingNote, UndoButton } from './saving-note.tsx'
import { SessionCard } from './session-card.tsx'
import { TreatmentCard } from './treatment-card.tsx'
import { useRecordSaving } from './use-record-saving.ts'

interface RecordsScreenProps {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  /** The client's consent, above the documents. */
  readonly consent: ReactNode
  readonly onBack: () => void
}

const noMaterials: UsedMaterials = { pigments: [], needles: [] }
const mostSessions = 9

/** What is written down of a treatment: skin and hair, its forms and documents, and every session. Each field is saved when it is left. */
export function RecordsScreen({ clientId, treatmentId, consent, onBack }: RecordsScreenProps) {
  const { library } = usePorts()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const treatments = useWatched(useMemo(() => library.watchTreatments(clientId), [library, clientId]))
  const photos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const described = useWatched(useMemo(() => library.watchTreatmentRecord(treatmentId), [library, treatmentId]))
  const sessions = useWatched(useMemo(() => library.watchSessionRecords(treatmentId), [library, treatmentId]))
  const materials = useWatched(useMemo(() => library.watchMaterials(), [library])) ?? noMaterials
  const { state, describe, recordStage, retry } = useRecordSaving(treatmentId)
  const [added, setAdded] = useState<readonly Stage[]>([])

  const treatment = treatments?.find((candidate) => candidate.treatmentId === treatmentId)
  useLeaveWhenGone(treatment !== undefined, onBack)
  const isReady = treatment && photos && described && sessions
  const stages = isReady
    ? recordableStages(treatment.sessionCount, [
        ...photos.map(({ stage }) => stage),
        ...sessions.map(({ stage }) => stage),
        ...added,
      ])
    : []
  const lastNumber = Math.max(0, ...stages.map((stage) => sessionNumberOf(stage) ?? 0))

  return (
    <ScreenFrame
      title={t('Records')}
      subtitle={client && treatment && `${client.name}, ${treatment.name}`}
      back={{ label: t('Back to the series board'), onBack }}
      actions={
        <>
          <SavingNote state={state} onRetry={retry} />
          <UndoButton />
        </>
      }
    >
      {isReady && (
        <div className={styles.page}>
          <div className={styles.aside}>
            <TreatmentCard record={described} onEdit={describe} />
          </div>
          <div className={styles.sessions}>
            {consent}
            <DocumentsCard clientId={clientId} treatmentId={treatmentId} />
            {stages.map((stage) => (
              <SessionCard
                key={stage}
                record={sessions.find((session) => session.stage === stage) ?? blankSessionRecord(treatmentId, stage)}
                days={daysOf(photos, stage)}
                materials={materials}
                onEdit={(edit) => recordStage(stage, edit)}
              />
            ))}
            {lastNumber < mostSessions && (
              <Button
                className={styles.add!}
                variant="subtle"
                color="gray"
                leftSection={<Plus size={16} aria-hidden />}
                onClick={() => setAdded([...added, `session-${lastNumber + 1}`])}
              >
                {t('Add session {{number}}', { number: lastNumber + 1 })}
              </Button>
            )}
          </div>
        </div>
      )}
    </ScreenFrame>
  )
}

function daysOf(photos: readonly Photo[], stage: Stage): string[] {
  const days = photos.flatMap((photo) => (photo.stage === stage && photo.capture ? [captureDay(photo.capture)] : []))
  return [...new Set(days)].toSorted()
}
