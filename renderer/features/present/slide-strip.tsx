import { UnstyledButton } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { neighbourSlide, type PresentScene, type PresentSlide } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideName, slideTitle } from '../../slide-words.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import classes from './present.module.css'

interface SlideStripProps {
  readonly scene: PresentScene
  readonly onShow: (photoId: PhotoId) => void
}

/** The stages that are presented, in a row: a touch shows one beside the first. */
export function SlideStrip({ scene, onShow }: SlideStripProps) {
  const [previous, next] = [neighbourSlide(scene, -1), neighbourSlide(scene, 1)]
  return (
    <nav className={classes.strip} aria-label={t('Stages')}>
      <RoomButton
        icon={ChevronLeft}
        label={t('Previous stage')}
        keyHint="ArrowLeft"
        disabled={!previous}
        onClick={() => previous && onShow(previous)}
      />
      <ol className={classes.slides}>
        {scene.slides.map((slide) => (
          <Slide
            key={slide.photoId}
            slide={slide}
            isReference={slide.photoId === scene.referenceId}
            isShown={slide.photoId === scene.shownId}
            onShow={onShow}
          />
        ))}
      </ol>
      <RoomButton
        icon={ChevronRight}
        label={t('Next stage')}
        keyHint="ArrowRight"
        disabled={!next}
        onClick={() => next && onShow(next)}
      />
    </nav>
  )
}

interface SlideProps {
  readonly slide: PresentSlide
  readonly isReference: boolean
  readonly isShown: boolean
  readonly onShow: (photoId: PhotoId) => void
}

function Slide({ slide, isReference, isShown, onShow }: SlideProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  const name = slideName(slide)
  return (
    <li ref={item}>
      <UnstyledButton
        className={classes.slide}
        aria-label={
          isReference ? t('Compared with all: {{photo}}', { photo: name }) : t('Show {{photo}}', { photo: name })
        }
        aria-current={isShown ? 'true' : undefined}
        data-reference={isReference}
        data-shown={isShown}
        disabled={isReference}
        onClick={() => onShow(slide.photoId)}
      >
        <img className={classes.thumb} src={photoAddress(slide, 'thumb')} alt="" draggable={false} />
        <span className={classes.slideName}>{slideTitle(slide)}</span>
      </UnstyledButton>
    </li>
  )
}
