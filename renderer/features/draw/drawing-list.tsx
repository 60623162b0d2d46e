import { UnstyledButton } from '@mantine/core'
import { Eye, EyeOff, Pencil, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Drawing } from '../../../shared/domain/drawing.ts'
import { type DrawingKind, drawingNames, kindName, kindOf } from '../../../shared/domain/drawing-words.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { isShown, useDrawingDisplay } from '../../viewer/drawings/drawing-display.ts'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'
import classes from './draw.module.css'
import { KindSample } from './kind-sample.tsx'
import type { DrawTable } from './use-draw-state.ts'
import type { DrawingChanges } from './use-drawing-changes.ts'

interface DrawingListProps {
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly drawings: readonly Drawing[]
  readonly ofOthers: readonly PaintedDrawing[]
  readonly photos: readonly Photo[]
}

/** Everything that is drawn, by name: chosen, shown or hidden, renamed and removed here too, without a pointer. */
export function DrawingList({ table, changes, drawings, ofOthers, photos }: DrawingListProps) {
  const list = useRef<HTMLElement>(null)
  const names = drawingNames(drawings)
  const rename = (drawingId: DrawingId) => {
    table.select(drawingId)
    // the field stands in another part of the panel, from the next picture on
    requestAnimationFrame(() => document.getElementById('drawing-name')?.focus())
  }
  const remove = (drawingId: DrawingId, index: number) => {
    changes.remove(drawingId)
    if (table.state.selectedId === drawingId) table.select(null)
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
      const next = rows[Math.min(index, rows.length - 1)] ?? list.current
      next?.focus()
    })
  }
  return (
    <section ref={list} className={classes.card} aria-label={t('List of drawings')} tabIndex={-1}>
      <h2 className={classes.cardTitle}>{t('On this photo')}</h2>
      {drawings.length === 0 ? (
        <p className={classes.quiet}>{t('Nothing is drawn yet. Take a tool at the left.')}</p>
      ) : (
        <ul className={classes.list}>
          {drawings.map(({ drawingId, shape }, index) => {
            const name = names.get(drawingId) ?? ''
            const kind = kindOf(shape)
            const isChosen = table.state.selectedId === drawingId
            return (
              <li key={drawingId} className={classes.row} data-chosen={isChosen}>
                <ShowButton drawingId={drawingId} kind={kind} name={name} />
                <UnstyledButton
                  className={classes.rowName}
                  data-row=""
                  aria-current={isChosen ? 'true' : undefined}
                  onClick={() => table.select(isChosen ? null : drawingId)}
                >
                  <KindSample kind={kind} edge={shape.kind === 'hairline' ? shape.edge : 'sharp'} />
                  <span>{name}</span>
                </UnstyledButton>
                {shape.kind !== 'text' && (
                  <IconButton
                    icon={Pencil}
                    size={28}
                    label={t('Rename {{drawing}}', { drawing: name })}
                    onClick={() => rename(drawingId)}
                  />
                )}
                <IconButton
                  icon={Trash2}
                  size={28}
                  label={t('Remove {{drawing}}', { drawing: name })}
                  onClick={() => remove(drawingId, index)}
                />
              </li>
            )
          })}
        </ul>
      )}
      {ofOthers.length > 0 && (
        <>
          <h3 className={classes.listTitle}>{t('Carried here from other photos')}</h3>
          <ul className={classes.list}>
            {ofOthers.map(({ drawingId, kind, label }) => {
              const photo = photos.find(({ photoId }) => drawingId.startsWith(photoId))
              const name = label ?? kindName(kind)
              return (
                <li key={drawingId} className={classes.row}>
                  <ShowButton drawingId={drawingId} kind={kind} name={name} />
                  <span className={classes.rowName}>
                    <KindSample kind={kind} />
                    <span>
                      {name}
                      {photo?.stage && <span className={classes.quiet}> · {stageLabel(photo.stage)}</span>}
                    </span>
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}

function ShowButton({ drawingId, kind, name }: { drawingId: string; kind: DrawingKind; name: string }) {
  const display = useDrawingDisplay()
  const isSeen = isShown(display, { drawingId, kind })
  const onClick = () => {
    if (isSeen || display.hiddenIds.has(drawingId)) display.toggleDrawing(drawingId)
    if (isSeen) return
    if (!display.areShown) display.toggleAll()
    if (display.hiddenKinds.has(kind)) display.toggleKind(kind)
  }
  return (
    <IconButton
      icon={isSeen ? Eye : EyeOff}
      size={28}
      label={isSeen ? t('Hide {{drawing}}', { drawing: name }) : t('Show {{drawing}}', { drawing: name })}
      onClick={onClick}
    />
  )
}
