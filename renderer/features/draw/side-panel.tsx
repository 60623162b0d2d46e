import type { Drawing } from '../../../shared/domain/drawing.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'
import type { PhotoRuler } from '../../viewer/drawings/photo-rulers.ts'
import classes from './draw.module.css'
import { DrawingList } from './drawing-list.tsx'
import { Properties } from './properties.tsx'
import { ScaleCard, ScaleQuestion } from './scale-card.tsx'
import type { DrawTable } from './use-draw-state.ts'
import type { DrawingChanges } from './use-drawing-changes.ts'

interface SidePanelProps {
  readonly photo: Photo
  readonly photos: readonly Photo[]
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly ruler: PhotoRuler
  readonly drawings: readonly Drawing[]
  readonly ofOthers: readonly PaintedDrawing[]
  readonly selected: Drawing | null
  readonly onRemove: () => void
}

/** Beside the photo: what is chosen and how it is drawn, everything that is drawn, and the scale. */
export function SidePanel(props: SidePanelProps) {
  const { photo, photos, table, changes, ruler, drawings, ofOthers, selected, onRemove } = props
  const { question } = table.state
  return (
    <aside className={classes.side} aria-label={t('Drawings')}>
      {question?.kind === 'scale' ? (
        <ScaleQuestion key={`${question.from.x} ${question.to.x}`} {...{ photo, table, changes, question }} />
      ) : (
        <Properties {...{ table, changes, selected, ruler, onRemove }} />
      )}
      <DrawingList {...{ table, changes, drawings, ofOthers, photos }} />
      {question?.kind !== 'scale' && <ScaleCard {...{ photo, table, changes, ruler }} />}
    </aside>
  )
}
