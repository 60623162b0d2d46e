import { Badge, Button, NativeSelect } from '@mantine/core'
import {
  FileOutput,
  FolderInput,
  FolderOpen,
  GalleryHorizontalEnd,
  History,
  ImagePlus,
  NotebookPen,
} from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { Treatment } from '../../../shared/domain/client.ts'
import type { ComparedPhotos } from '../../../shared/domain/compared-photos.ts'
import { type ClientId, type PhotoId, type TreatmentId, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { ComparisonPicker, type PickedComparison } from '../../comparisons/comparison-picker.tsx'
import { useCommands } from '../../ui/commands.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FoldableButton } from '../../ui/foldable-button.tsx'
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
  readonly onCompare: (compared: ComparedPhotos & { readonly treatmentId: TreatmentId }) => void
  readonly onPick: (treatmentId: TreatmentId, picked: PickedComparison) => void
  /** A sheet to take an angle's next photo as its reference was taken. */
  readonly onFraming: (reference: Photo) => void
  readonly onRecords: (treatmentId: TreatmentId) => void
  readonly onHistory: () => void
  readonly onExports: () => void
  readonly onHandOver: (treatmentId: TreatmentId) => void
  readonly onVideo: (videoId: PhotoId) => void
  readonly onAssess: (photo: Photo) => void
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
  const [isPicking, setIsPicking] = useState(false)
  const [isSettingHotFolder, setIsSettingHotFolder] = useState(false)
  const [renamed, setRenamed] = useState<Treatment | null>(null)
  useLeaveWhenGone(client !== undefined, onBack)
  const canPick = treatment !== undefined && (photos?.length ?? 0) > 0
  const hasPhotos = (photos?.length ?? 0) > 0
  const handOver = () => treatmentId && on.onHandOver(treatmentId)
  useCommands([
    {
      name: t('Proposed and saved comparisons'),
      group: t('Comparisons'),
      keys: ['c'],
      run: () => setIsPicking(true),
      isOff: !canPick,
    },
    { name: t('Exports'), group: t('Exports'), keys: ['e'], run: on.onExports },
    { name: t('For the client'), group: t('Exports'), keys: ['g'], run: handOver, isOff: !hasPhotos },
  ])

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
          {client?.isSample && <Badge variant="light">{t('Sample')}</Badge>}
          {aligning && <AligningNote aligning={aligning} />}
        </>
      }
      back={{ label: t('Back to the clients'), onBack }}
      layout="fill"
      actions={
        <>
          {treatments && treatments.length > 1 && (
            <NativeSelect
              className={styles.treatment}
              aria-label={t('Treatment')}
              data={treatments.map(({ treatmentId: value, name }) => ({ value, label: name }))}
              value={treatmentId ?? ''}
              onChange={(event) => chooseTreatment(clientId, treatmentIdSchema.parse(event.currentTarget.value))}
            />
          )}
          <TreatmentMenu
            treatment={treatment}
            hasPhotos={hasPhotos}
            onAdd={() => setIsAdding(true)}
            onHandOver={handOver}
            onRename={setRenamed}
            onRemove={(removed) => apply(removeTreatment(removed))}
          />
          <IconButton
            icon={GalleryHorizontalEnd}
            label={t('Proposed and saved comparisons')}
            keyHint="C"
            disabled={!canPick}
            onClick={() => setIsPicking(true)}
          />
          <IconButton icon={FileOutput} label={t('Exports')} keyHint="E" onClick={on.onExports} />
          <IconButton icon={History} label={t('History')} onClick={on.onHistory} />
          <FoldableButton
            label={t('Records')}
            icon={NotebookPen}
            disabled={!treatment}
            onClick={() => treatmentId && on.onRecords(treatmentId)}
          />
          <FoldableButton
            label={t('Import folder…')}
            icon={FolderOpen}
            disabled={!treatment}
            onClick={() => void choose('folder', anywhere)}
          />
          <FoldableButton label={t('Hot folder…')} icon={FolderInput} onClick={() => setIsSettingHotFolder(true)} />
          <Button
            leftSection={<ImagePlus size={16} aria-hidden />}
            disabled={!treatment}
            onClick={() => void choose('files', anywhere)}
          >
            {t('Import photos…')}
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
          onFraming={on.onFraming}
          onOpenVideo={({ photoId }) => on.onVideo(photoId)}
          onAssess={on.onAssess}
          onDropFiles={(files, target) => void drop(files, target)}
          onChooseFiles={(target) => void choose('files', target)}
        />
      )}
      {treatments?.length === 0 && (
        <EmptyState
          icon={ImagePlus}
          title={t('No treatment yet')}
          actions={<Button onClick={() => setIsAdding(true)}>{t('Add treatment')}</Button>}
        >
          {t('Photos belong to a treatment: one course of sessions. Add one, then import its photos.')}
        </EmptyState>
      )}
      {isPicking && treatment && photos && (
        <ComparisonPicker
          treatmentId={treatment.treatmentId}
          photos={photos}
          angle={null}
          onPick={(picked) => on.onPick(treatment.treatmentId, picked)}
          onClose={() => setIsPicking(false)}
        />
      )}
      {isSettingHotFolder && <HotFolderDialog onClose={() => setIsSettingHotFolder(false)} />}
      {isAdding && (
        <TreatmentDialog
          suggestedName={t('Treatment {{number}}', { number: (treatments?.length ?? 0) + 1 })}
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
