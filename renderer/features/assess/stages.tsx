import { UnstyledButton } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './assess.module.css'
import type { SeriesPhoto, SeriesView } from './series-view.ts'
import type { AssessmentState, WantedAssessment } from './use-assessments.ts'

interface AssessedStagesProps {
  readonly series: SeriesView
  readonly shown: SeriesPhoto
  readonly treatmentPhotos: readonly Photo[]
  readonly stateOf: (wanted: WantedAssessment | null) => AssessmentState
  readonly onPhoto: (photoId: PhotoId) => void
}

/** The angle's stages as small pictures, each with a sign of what can be said of it; a click shows one. */
export function AssessedStages({ series, shown, treatmentPhotos, stateOf, onPhoto }: AssessedStagesProps) {
  const place = series.photos.indexOf(shown)
  const step = (direction: -1 | 1) => {
    const next = series.photos[place + direction]
    return next && (() => onPhoto(next.photo.photoId))
  }
  const [previous, next] = [step(-1), step(1)]
  return (
    <nav className={classes.strip} aria-label={t('Stages of this angle')}>
      <IconButton icon={ChevronLeft} label={t('Previous stage')} keyHint="←" disabled={!previous} onClick={previous} />
      <ol className={classes.stages}>
        {series.photos.map((each) => (
          <StageButton
            key={each.photo.photoId}
            photo={each.photo}
            treatmentPhotos={treatmentPhotos}
            isShown={each === shown}
            sign={signOf(each, stateOf(each.wanted))}
            onShow={() => onPhoto(each.photo.photoId)}
          />
        ))}
      </ol>
      <IconButton icon={ChevronRight} label={t('Next stage')} keyHint="→" disabled={!next} onClick={next} />
    </nav>
  )
}

type Sign = 'judged' | 'grey' | 'waiting' | 'none'

function signOf({ wanted }: SeriesPhoto, state: AssessmentState): Sign {
  if (!wanted) return 'none'
  if (state.kind !== 'known') return state.kind === 'failed' ? 'grey' : 'waiting'
  return state.assessment.zones.some(({ findings }) => findings.verdict === 'judged') ? 'judged' : 'grey'
}

function signWords(sign: Sign): string {
  switch (sign) {
    case 'judged':
      return t('judged')
    case 'grey':
      return t('can’t be judged')
    case 'waiting':
      return t('not looked at yet')
    case 'none':
      return t('nothing to judge')
  }
}

interface StageButtonProps {
  readonly photo: Photo
  readonly treatmentPhotos: readonly Photo[]
  readonly isShown: boolean
  readonly sign: Sign
  readonly onShow: () => void
}

function StageButton({ photo, treatmentPhotos, isShown, sign, onShow }: StageButtonProps) {
  const caption = captionOf(photo, treatmentPhotos)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  return (
    <li ref={item} className={classes.stage} data-shown={isShown}>
      <UnstyledButton
        className={classes.stageButton}
        aria-label={t('Assess {{caption}}: {{state}}', { caption: caption.text, state: signWords(sign) })}
        aria-current={isShown ? 'true' : undefined}
        title={signWords(sign)}
        onClick={onShow}
      >
        <img className={classes.thumb} src={photoAddress(photo, 'thumb')} alt="" draggable={false} />
        <span className={classes.stageName}>
          <span className={classes.sign} data-sign={sign} aria-hidden />
          {caption.stage}
        </span>
      </UnstyledButton>
    </li>
  )
}
