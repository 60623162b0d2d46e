import { useCallbackRef } from '@mantine/hooks'
import { ImageDown } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { Treatment } from '../../../shared/domain/client.ts'
import type { ComparedPhotos } from '../../../shared/domain/compared-photos.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { ReferenceChoice } from '../../../shared/domain/reference-choice.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { useRecord } from '../../use-record.ts'
import { datePhoto, type Filing, filePhotos, removePhoto, turnPhoto } from './actions.ts'
import { AddAngleMenu } from './add-angle-menu.tsx'
import styles from './board.module.css'
import { useBoardChoices } from './board-choices.ts'
import { boardOf } from './board-model.ts'
import { BoardTable } from './board-table.tsx'
import { DateDialog, MoveDialog } from './dialogs.tsx'
import type { PhotoActions } from './photo-tile.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { UnfiledTray } from './unfiled-tray.tsx'
import type { IncomingTarget } from './use-incoming.ts'

interface TreatmentBoardProps {
  readonly treatment: Treatment
  readonly photos: readonly Photo[]
  readonly references: readonly ReferenceChoice[]
  readonly onCompare: (compared: ComparedPhotos) => void
  readonly onAssess: (photo: Photo) => void
  readonly onOpenVideo: (photo: Photo) => void
  readonly onFraming: (reference: Photo) => void
  readonly onDropFiles: (files: readonly File[], target: IncomingTarget) => void
  readonly onChooseFiles: (target: IncomingTarget) => void
}

const noAngles: readonly Angle[] = []
const anywhere: IncomingTarget = { stage: null, angle: null }

/** One treatment's photos: the tray of unfiled ones, the grid, and what can be done with the selection. */
export function TreatmentBoard({ treatment, photos, references, onCompare, ...on }: TreatmentBoardProps) {
  const { onDropFiles, onChooseFiles } = on
  const record = useRecord()
  const addedAngles = useBoardChoices((choices) => choices.addedAngles[treatment.treatmentId] ?? noAngles)
  const addAngle = useBoardChoices((choices) => choices.addAngle)
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<PhotoId>>(new Set())
  const [moved, setMoved] = useState<readonly Photo[] | null>(null)
  const [dated, setDated] = useState<Photo | null>(null)
  const { treatmentId, sessionCount } = treatment
  const board = useMemo(() => {
    const chosen = references.filter((reference) => reference.treatmentId === treatmentId)
    return boardOf(photos, sessionCount, addedAngles, chosen)
  }, [photos, treatmentId, sessionCount, addedAngles, references])
  const selected = photos.filter(({ photoId }) => selectedIds.has(photoId))
  const clear = () => setSelectedIds(new Set())
  const apply = useCallback(
    (change: ReturnType<typeof filePhotos>) => change && void record(change.events, change.undo),
    [record],
  )
  const file = (which: readonly Photo[], filing: Filing) => apply(filePhotos(which, filing))
  const assess = useCallbackRef(on.onAssess)
  const openVideo = useCallbackRef(on.onOpenVideo)
  const actions = useMemo(
    (): PhotoActions => ({
      onSelect: ({ photoId }, isSelected) =>
        setSelectedIds((ids) => new Set(isSelected ? [...ids, photoId] : [...ids].filter((id) => id !== photoId))),
      onMove: (photo) => setMoved([photo]),
      onTurn: (photo) => apply(turnPhoto(photo)),
      onDate: setDated,
      onRemove: (photo) => apply(removePhoto(photo)),
      onAssess: assess,
      onOpenVideo: openVideo,
    }),
    [apply, assess, openVideo],
  )

  return (
    <section
      className={styles.zone}
      aria-label={treatment.name}
      onKeyDown={(event) => {
        // menus and dialogs stand outside this element and keep Escape to themselves
        if (event.key === 'Escape' && event.currentTarget.contains(event.target as Node)) clear()
      }}
    >
      <DropZone className={styles.zone!} label={t('Drop to import')} onFiles={(files) => onDropFiles(files, anywhere)}>
        <UnfiledTray
          photos={board.unfiled}
          selectedIds={selectedIds}
          actions={actions}
          onSelectAll={() => setSelectedIds(new Set(board.unfiled.map(({ photoId }) => photoId)))}
        />
        {photos.length === 0 && (
          <p className={styles.firstDrop}>
            <ImageDown size={22} aria-hidden />
            <span>
              <strong>{t('Drop photos or the whole phone folder here.')}</strong>{' '}
              {t('They are sorted by the day they were taken, and you check everything before it is saved.')}
            </span>
          </p>
        )}
        <div className={styles.scroller}>
          <BoardTable
            board={board}
            selectedIds={selectedIds}
            actions={actions}
            onCompare={onCompare}
            onFraming={on.onFraming}
            onFiles={(files, stage, angle) => onDropFiles(files, { stage, angle })}
            onChoose={(stage: Stage, angle: Angle) => onChooseFiles({ stage, angle })}
            onFile={(photoId, stage, angle) =>
              file(
                photos.filter((photo) => photo.photoId === photoId),
                { stage, angle },
              )
            }
          />
          <div className={styles.underBoard}>
            <AddAngleMenu
              shown={board.rows.map(({ angle }) => angle)}
              onAdd={(angle) => addAngle(treatment.treatmentId, angle)}
            />
          </div>
        </div>
      </DropZone>
      <SelectionBar photos={selected} onCompare={onCompare} onMove={() => setMoved(selected)} onClear={clear} />
      {moved && (
        <MoveDialog
          photos={moved}
          stages={board.columns.map(({ stage }) => stage)}
          onMove={(filing) => {
            file(moved, filing)
            setMoved(null)
            clear()
          }}
          onClose={() => setMoved(null)}
        />
      )}
      {dated && (
        <DateDialog
          photo={dated}
          onDate={(day) => {
            apply(datePhoto(dated, day))
            setDated(null)
          }}
          onClose={() => setDated(null)}
        />
      )}
    </section>
  )
}
