import type { PhotoCaption } from '../../shared/domain/comparison-caption.ts'
import { t } from '../../shared/words/translate.ts'
import classes from './photo-viewer.module.css'

interface PhotoLabelProps {
  readonly caption: PhotoCaption
  readonly side?: 'left' | 'right'
  readonly edge?: 'top' | 'bottom'
}

/** What a picture shows, on a dark plate in a corner of its pane. */
export function PhotoLabel({ caption, side = 'left', edge = 'bottom' }: PhotoLabelProps) {
  const title = [caption.stage, caption.angle].filter(Boolean).join(' · ')
  const detail = [caption.date, caption.day].filter(Boolean).join(' · ')
  const warnings = [caption.isSettling && t('Still settling'), caption.isRed && t('Red: fresh skin')]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={classes.plate} data-side={side} data-edge={edge}>
      <div className={classes.plateTitle}>{title}</div>
      <div className={classes.plateDetail}>{detail}</div>
      {warnings !== '' && <div className={classes.plateSettling}>{warnings}</div>}
      {caption.isLightMatched && <div className={classes.plateLight}>{t('Light matched')}</div>}
    </div>
  )
}
