import { UnstyledButton } from '@mantine/core'
import { ChevronLeft, ChevronRight, Pin } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './compare.module.css'
import { neighbourOf, type PhotoPair } from './stage-steps.ts'

interface StageStripProps {
  readonly row: readonly Photo[]
  readonly treatmentPhotos: readonly Photo[]
  readonly pair: PhotoPair
  readonly onPair: (pair: PhotoPair) => void
  readonly onBaseline: (photo: Photo) => void
}

/** The angle's stages as a row of small pictures: a click compares, a pin changes the baseline. */
export function StageStrip({ row, treatmentPhotos, pair, onPair, onBaseline }: StageStripProps) {
  const step = (direction: -1 | 1) => {
    const next = neighbourOf(row, pair, direction)
    return next && (() => onPair({ ...pair, movingId: next.photoId }))
  }
  const [previous, next] = [step(-1), step(1)]
  return (
    <nav className={classes.strip} aria-label="Stages of this angle">
      <IconButton icon={ChevronLeft} label="Previous stage" keyHint="←" disabled={!previous} onClick={previous} />
      <ol className={classes.stages}>
        {row.map((photo) => (
          <StageButton key={photo.photoId} {...{ photo, treatmentPhotos, pair, onPair, onBaseline }} />
        ))}
      </ol>
      <IconButton icon={ChevronRight} label="Next stage" keyHint="→" disabled={!next} onClick={next} />
    </nav>
  )
}

function StageButton({
  photo,
  treatmentPhotos,
  pair,
  onPair,
  onBaseline,
}: Omit<StageStripProps, 'row'> & { photo: Photo }) {
  const caption = captionOf(photo, treatmentPhotos)
  const isBaseline = photo.photoId === pair.referenceId
  const isShown = photo.photoId === pair.movingId
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  return (
    <li ref={item} className={classes.stage} data-baseline={isBaseline} data-shown={isShown}>
      <UnstyledButton
        className={classes.stageButton}
        aria-label={isBaseline ? `Baseline: ${caption.text}` : `Compare with ${caption.text}`}
        aria-current={isShown ? 'true' : undefined}
        disabled={isBaseline}
        onClick={() => onPair({ ...pair, movingId: photo.photoId })}
      >
        <img className={classes.thumb} src={photoAddress(photo, 'thumb')} alt="" draggable={false} />
        <span className={classes.stageName}>{isBaseline ? 'Baseline' : caption.stage}</span>
      </UnstyledButton>
      {!isBaseline && (
        <IconButton
          icon={Pin}
          label={`Make ${caption.stage} the baseline`}
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
