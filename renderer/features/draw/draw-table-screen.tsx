import { Button } from '@mantine/core'
import { Check, Redo2, Undo2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import { shownShape } from '../../../shared/domain/drawing-on-photo.ts'
import { type Size, type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { useCommands } from '../../ui/commands.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { isShown, useDrawingDisplay } from '../../viewer/drawings/drawing-display.ts'
import { paintedShape } from '../../viewer/drawings/painted-drawing.ts'
import { rulerOf } from '../../viewer/drawings/photo-rulers.ts'
import { useCarriedDrawings, useTreatmentDrawings } from '../../viewer/drawings/use-carried-drawings.ts'
import { ViewportControls } from '../../viewer/viewport-controls.tsx'
import { withFurtherStroke } from './draft.ts'
import classes from './draw.module.css'
import { drawCommands } from './draw-commands.ts'
import { DrawingPane } from './drawing-pane.tsx'
import { Guidance } from './guidance.tsx'
import { SidePanel } from './side-panel.tsx'
import { ToolRail } from './tool-rail.tsx'
import { useDrawState } from './use-draw-state.ts'
import { useDrawingChanges } from './use-drawing-changes.ts'

interface DrawTableScreenProps {
  readonly photo: Photo
  readonly photos: readonly Photo[]
  readonly onDone: () => void
}

/** The drawing table: tools, the photo, and what is drawn on it. */
export function DrawTableScreen({ photo, photos, onDone }: DrawTableScreenProps) {
  const { photoId } = photo
  const frame = shownSize(photo)
  const drawn = useTreatmentDrawings(photo.treatmentId)
  const { drawings: all, alignments } = drawn
  const changes = useDrawingChanges(
    photo,
    useMemo(() => all.filter((drawing) => drawing.photoId === photoId), [all, photoId]),
  )
  const ruler = useMemo(() => rulerOf(photo, photos, alignments), [photo, photos, alignments])
  const table = useDrawState(frame, (shape) => {
    const begun = changes.drawings.find(({ drawingId }) => drawingId === table.state.selectedId)
    const longer = begun && withFurtherStroke(shownShape(begun, photo), shape)
    if (!begun || !longer) return changes.add(shape)
    changes.change(begun.drawingId, { shape: longer })
    return begun.drawingId
  })
  const display = useDrawingDisplay()
  const carried = useCarriedDrawings(photo, photos, drawn)
  const [viewport, setViewport] = useState<Viewport>(wholePicture)
  const [pane, setPane] = useState<Size>()
  const holder = useRef<HTMLDivElement>(null)

  const own = changes.drawings.map((drawing) => ({ ...drawing, shape: shownShape(drawing, photo) }))
  const painted = own.map(({ drawingId, name, shape }) => paintedShape(drawingId, name, shape, ruler))
  const ofOthers = carried.filter(({ drawingId }) => !drawingId.startsWith(photoId))
  const selected = own.find(({ drawingId }) => drawingId === table.state.selectedId) ?? null
  const focusPane = () => holder.current?.querySelector<HTMLElement>('[data-pane]')?.focus({ preventScroll: true })
  useCommands(
    drawCommands({
      table,
      changes,
      selectedId: selected?.drawingId ?? null,
      zoom: pane && { pane, frame, viewport, setViewport },
      onTake: focusPane,
    }),
  )
  const remove = () => {
    if (!selected) return
    changes.remove(selected.drawingId)
    table.select(null)
  }
  const caption = captionOf(photo, photos)
  return (
    <ScreenFrame
      title={t('Draw on the photo')}
      subtitle={caption.text}
      back={{ label: t('Back to the comparison'), onBack: onDone }}
      layout="fill"
      actions={
        <>
          <IconButton
            icon={Undo2}
            label={t('Undo')}
            keyHint="Ctrl Z"
            className={classes.step}
            disabled={!changes.undo}
            onClick={() => changes.undo?.()}
          />
          <IconButton
            icon={Redo2}
            label={t('Redo')}
            keyHint="Ctrl Shift Z"
            className={classes.step}
            disabled={!changes.redo}
            onClick={() => changes.redo?.()}
          />
          <Button leftSection={<Check size={16} aria-hidden />} onClick={onDone}>
            {t('Done')}
          </Button>
        </>
      }
      footer={
        <footer className={classes.footer}>
          <Guidance table={table} selected={selected} />
          <ViewportControls viewport={viewport} onViewport={setViewport} pane={pane} frame={frame} />
        </footer>
      }
    >
      <div className={classes.table} data-own-undo="">
        <ToolRail tool={table.state.tool} onTool={table.take} />
        <div className={classes.holder} ref={holder}>
          <DrawingPane
            photo={photo}
            caption={caption}
            table={table}
            painted={painted.filter((drawing) => isShown(display, drawing))}
            ofOthers={ofOthers.filter((drawing) => isShown(display, drawing))}
            selected={
              selected && isShown(display, paintedShape(selected.drawingId, '', selected.shape, ruler))
                ? selected
                : null
            }
            ruler={ruler}
            viewport={viewport}
            onViewport={setViewport}
            onPaneSize={setPane}
            onShape={(drawingId, shape) => changes.change(drawingId, { shape })}
            onRemove={remove}
          />
        </div>
        <SidePanel {...{ photo, photos, table, changes, ruler, selected, ofOthers }} drawings={own} onRemove={remove} />
      </div>
    </ScreenFrame>
  )
}
