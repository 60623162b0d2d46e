import type { PhotoCaption } from '../../shared/domain/comparison-caption.ts'
import classes from './photo-viewer.module.css'

/** What a picture shows, on a dark plate in a lower corner of its pane. */
export function PhotoLabel({ caption, side = 'left' }: { caption: PhotoCaption; side?: 'left' | 'right' }) {
  const title = [caption.stage, caption.angle].filter(Boolean).join(' · ')
  const detail = [caption.date, caption.day].filter(Boolean).join(' · ')
  return (
    <div className={classes.plate} data-side={side}>
      <div className={classes.plateTitle}>{title}</div>
      <div className={classes.plateDetail}>{detail}</div>
      {caption.isSettling && <div className={classes.plateSettling}>Still settling</div>}
    </div>
  )
}
