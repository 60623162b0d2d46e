import { UnstyledButton } from '@mantine/core'
import { ChevronLeft, ChevronRight, Pin } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import {
  type ComparedPhotos,
  neighbourOf,
  photosSideBySide,
  withPhoto,
} from '../../../shared/domain/compared-photos.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './compare.module.css'

interface StageStripProps {
  readonly row: readonly Photo[]
  readonly treatmentPhotos: readonly Photo[]
  readonly compared: ComparedPhotos
  readonly onCompared: (compared: ComparedPhotos) => void
  readonly onBaseline: (photo: Photo) => void
}

/** The angle's stages as a row of small pictures: a click brings one into the chosen pane, a pin changes the baseline. */
export function StageStrip({ row, treatmentPhotos, compared, onCompared, onBaseline }: StageStripProps) {
  const step = (direction: -1 | 1) => {
    const next = neighbourOf(row, compared, direction)
    return next && (() => onCompared(withPhoto(compared, next.photoId)))
  }
  const [previous, next] = [step(-1), step(1)]
  const beside = new Set(photosSideBySide(compared, row))
  return (
    <nav className={classes.strip} aria-label={t('Stages of this angle')}>
      <IconButton icon={ChevronLeft} label={t('Previous stage')} keyHint="←" disabled={!previous} onClick={previous} />
      <ol className={classes.stages}>
        {row.map((photo) => (
          <StageButton
            key={photo.photoId}
            isBeside={beside.has(photo)}
            onChoose={() => onCompared(withPhoto(compared, photo.photoId))}
            {...{ photo, treatmentPhotos, compared, onBaseline }}
          />
        ))}
      </ol>
      <IconButton icon={ChevronRight} label={t('Next stage')} keyHint="→" disabled={!next} onClick={next} />
    </nav>
  )
}

interface StageButtonProps extends Pick<StageStripProps, 'treatmentPhotos' | 'compared' | 'onBaseline'> {
  readonly photo: Photo
  /** It is seen in one of the panes. */
  readonly isBeside: boolean
  readonly onChoose: () => void
}

function StageButton({ photo, treatmentPhotos, compared, isBeside, onChoose, onBaseline }: StageButtonProps) {
  const caption = captionOf(photo, treatmentPhotos)
  const isBaseline = photo.photoId === compared.referenceId
  const isShown = photo.photoId === compared.movingId
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  return (
    <li ref={item} className={classes.stage} data-baseline={isBaseline} data-shown={isShown} data-beside={isBeside}>
      <UnstyledButton
        className={classes.stageButton}
        aria-label={
          isBaseline
            ? t('Baseline: {{caption}}', { caption: caption.text })
            : t('Compare with {{caption}}', { caption: caption.text })
        }
        aria-current={isShown ? 'true' : undefined}
        disabled={isBaseline}
        onClick={onChoose}
      >
        <img className={classes.thumb} src={photoAddress(photo, 'thumb')} alt="" draggable={false} />
        <span className={classes.stageName}>{isBaseline ? t('Baseline') : caption.stage}</span>
      </UnstyledButton>
      {!isBaseline && (
        <IconButton
          icon={Pin}
          label={t('Make {{stage}} the baseline', { stage: caption.stage })}
          {...(isShown && { keyHint: 'O' })}
          size={24}
          variant="filled"
          color="dark.6"
          className={classes.pin}
          onClick={() => onBaseline(photo)}
        />
      )}
    </li>
  )
}
