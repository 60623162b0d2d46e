import { Badge, Button, NativeSelect } from '@mantine/core'
import { FolderInput, FolderOpen, History, ImagePlus, NotebookPen } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { Treatment } from '../../../shared/domain/client.ts'
import { type ClientId, type PhotoId, type TreatmentId, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { RenameDialog } from '../../ui/rename-dialog.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useLeaveWhenGone } from '../../use-leave-when-gone.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import { addTreatment, removeTreatment, renameTreatment } from './actions.ts'
import { type Aligning, AligningNote } from './aligning-note.tsx'
import styles from './board.module.css'
import { useBoardChoices } from './board-choices.ts'
import { TreatmentDialog } from './dialogs.tsx'
import { FoldableButton } from './foldable-button.tsx'
import { HotFolderBar } from './hot-folder-bar.tsx'
import { HotFolderDialog } from './hot-folder-dialog.tsx'
import { TreatmentBoard } from './treatment-board.tsx'
import { TreatmentMenu } from './treatment-menu.tsx'
import { type IncomingTarget, useIncoming } from './use-incoming.ts'

interface SeriesScreenProps {
  readonly clientId: ClientId
  /** How far the photos are aligned in the background; null when there is nothing to do. */
  readonly aligning: Aligning | null
  readonly onBack: () => void
  readonly onCompare: (pair: { treatmentId: TreatmentId; referenceId: PhotoId; movingId: PhotoId }) => void
  readonly onRecords: (treatmentId: TreatmentId) => void
  readonly onHistory: () => void
  readonly onVideo: (videoId: PhotoId) => void
  readonly onImport: (incoming: {
    treatmentId: TreatmentId
    offers: FileOffer[]
    stage: Stage | null
    angle: Angle | null
  }) => void
}

/** A client's page: the board of one treatment, with the ways to import and to compare. */
export function SeriesScreen({ clientId, aligning, ...on }: SeriesScreenProps) {
  const { onBack, onCompare, onImport } = on
  const { library } = usePorts()
  const record = useRecord()
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const boards = useWatched(useMemo(() => library.watchBoards(clientId), [library, clientId]))
  const treatments = boards?.treatments
  const chosenId = useBoardChoices((choices) => choices.treatmentOf[clientId])
  const chooseTreatment = useBoardChoices((choices) => choices.chooseTreatment)
  const treatment = treatments?.find(({ treatmentId }) => treatmentId === chosenId) ?? treatments?.at(-1)
  const treatmentId = treatment?.treatmentId
  const photos = useMemo(
    () => boards?.photos.filter((photo) => photo.treatmentId === treatmentId),
    [boards, treatmentId],
  )
  const [isAdding, setIsAdding] = useState(false)
  const [isSettingHotFolder, setIsSettingHotFolder] = useState(false)
  const [renamed, setRenamed] = useState<Treatment | null>(null)
  useLeaveWhenGone(client !== undefined, onBack)

  const takeOffers = useCallback(
    (offers: FileOffer[], target: IncomingTarget) => treatmentId && onImport({ treatmentId, offers, ...target }),
    [treatmentId, onImport],
  )
  const { choose, drop } = useIncoming(takeOffers)
  const add = async (name: string, sessionCount: number) => {
    const added = addTreatment(clientId, name, sessionCount, new Date())
    setIsAdding(false)
    if (await record(added.events, added.undo)) chooseTreatment(clientId, added.treatmentId)
  }
  const apply = ({ events, undo }: ReturnType<typeof renameTreatment>) => void record(events, undo)

  return (
    <ScreenFrame
      title={client?.name ?? ''}
      badge={
        <>
          {client?.isSample && <Badge variant="light">Sample</Badge>}
          {aligning && <AligningNote aligning={aligning} />}
        </>
      }
      back={{ label: 'Back to the clients', onBack }}
      layout="fill"
      actions={
        <>
          {treatments && treatments.length > 1 && (
            <NativeSelect
              className={styles.treatment}
              aria-label="Treatment"
              data={treatments.map(({ treatmentId: value, name }) => ({ value, label: name }))}
              value={treatmentId ?? ''}
              onChange={(event) => chooseTreatment(clientId, treatmentIdSchema.parse(event.currentTarget.value))}
            />
          )}
          <TreatmentMenu
            treatment={treatment}
            hasPhotos={(photos?.length ?? 0) > 0}
            onAdd={() => setIsAdding(true)}
            onRename={setRenamed}
            onRemove={(removed) => apply(removeTreatment(removed))}
          />
          <IconButton icon={History} label="History" onClick={on.onHistory} />
          <FoldableButton
            label="Records"
            icon={NotebookPen}
            disabled={!treatment}
            onClick={() => treatmentId && on.onRecords(treatmentId)}
          />
          <FoldableButton
            label="Import folder…"
            icon={FolderOpen}
            disabled={!treatment}
            onClick={() => void choose('folder', anywhere)}
          />
          <FoldableButton label="Hot folder…" icon={FolderInput} onClick={() => setIsSettingHotFolder(true)} />
          <Button
            leftSection={<ImagePlus size={16} aria-hidden />}
            disabled={!treatment}
            onClick={() => void choose('files', anywhere)}
          >
            Import photos…
          </Button>
        </>
      }
    >
      <HotFolderBar
        canReview={treatments?.length !== 0}
        onReview={(offers) => takeOffers(offers, anywhere)}
        onSettings={() => setIsSettingHotFolder(true)}
      />
      {boards && treatment && photos && (
        <TreatmentBoard
          key={treatment.treatmentId}
          treatment={treatment}
          photos={photos}
          references={boards.references}
          onCompare={(pair) => onCompare({ treatmentId: treatment.treatmentId, ...pair })}
          onOpenVideo={({ photoId }) => on.onVideo(photoId)}
          onDropFiles={(files, target) => void drop(files, target)}
          onChooseFiles={(target) => void choose('files', target)}
        />
      )}
      {treatments?.length === 0 && (
        <EmptyState
          icon={ImagePlus}
          title="No treatment yet"
          actions={<Button onClick={() => setIsAdding(true)}>Add treatment</Button>}
        >
          Photos belong to a treatment: one course of sessions. Add one, then import its photos.
        </EmptyState>
      )}
      {isSettingHotFolder && <HotFolderDialog onClose={() => setIsSettingHotFolder(false)} />}
      {isAdding && (
        <TreatmentDialog
          suggestedName={`Treatment ${(treatments?.length ?? 0) + 1}`}
          onAdd={(name, sessionCount) => void add(name, sessionCount)}
          onClose={() => setIsAdding(false)}
        />
      )}
      {renamed && (
        <RenameDialog
          name={renamed.name}
          onRename={(name) => {
            apply(renameTreatment(renamed, name))
            setRenamed(null)
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </ScreenFrame>
  )
}

const anywhere: IncomingTarget = { stage: null, angle: null }
