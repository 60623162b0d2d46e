import { Columns2, SquareSplitHorizontal, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import {
  neighbourSlide,
  type PresentScene,
  type PresentSlide,
  presentedMode,
  slideOf,
} from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideDetail, slideName, slideTitle } from '../../slide-words.ts'
import { useCommands } from '../../ui/commands.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import { ShownPair } from '../../viewer/shown-pair.tsx'
import classes from './present.module.css'
import { picturesOf } from './slide-picture.ts'
import { SlideStrip } from './slide-strip.tsx'
import { useResting } from './use-resting.ts'

interface PresentRoomProps {
  readonly scene: PresentScene
  readonly onScene: (change: Partial<Pick<PresentScene, 'shownId' | 'mode' | 'viewport'>>) => void
  readonly onEnd: () => void
  /** Further buttons beside the one that ends. */
  readonly actions?: ReactNode
}

/** What a client sees: two photos in a dark room, and, while somebody touches mouse, screen or keys, the stages below them. */
export function PresentRoom({ scene, onScene, onEnd, actions }: PresentRoomProps) {
  const isResting = useResting()
  const room = useRef<HTMLElement>(null)
  useEffect(() => room.current?.focus({ preventScroll: true }), [])
  const mode = presentedMode(scene)
  const isLocked = presentedMode({ ...scene, mode: 'slider' }) !== 'slider'
  const [reference, shown] = [slideOf(scene, scene.referenceId), slideOf(scene, scene.shownId)]
  const pictures = picturesOf(scene)
  const show = (shownId: PhotoId | undefined) => shownId && onScene({ shownId })
  const [previous, next] = [neighbourSlide(scene, -1), neighbourSlide(scene, 1)]
  const group = t('Present')
  const sideBySide = () => onScene({ mode: 'side-by-side' })
  const slider = () => onScene({ mode: 'slider' })
  useCommands([
    { name: t('Previous stage'), group, keys: ['ArrowLeft'], run: () => show(previous), isOff: !previous },
    { name: t('Next stage'), group, keys: ['ArrowRight'], run: () => show(next), isOff: !next },
    { name: t('Side by side'), group, keys: ['1'], run: sideBySide },
    { name: t('Slider'), group, keys: ['2'], run: slider, isOff: isLocked },
    { name: t('End the presentation'), group, keys: ['Escape', 'f'], run: onEnd },
  ])
  return (
    <main ref={room} className={classes.room} data-resting={isResting} aria-label={t('Present')} tabIndex={-1}>
      <div className={classes.photos}>
        <ShownPair
          mode={mode}
          viewport={scene.viewport}
          onViewport={(viewport) => onScene({ viewport })}
          left={{
            picture: pictures.reference,
            name: slideName(reference),
            label: <SlideLabel slide={reference} isLightMatched={scene.light !== null} />,
          }}
          right={{
            picture: pictures.shown,
            name: slideName(shown),
            label: <SlideLabel slide={shown} isLightMatched={scene.light !== null} />,
          }}
        />
      </div>
      <div className={classes.bar}>
        <SlideStrip scene={scene} onShow={show} />
        <div className={classes.buttons}>
          <RoomButton
            icon={Columns2}
            label={t('Side by side')}
            keyHint="1"
            isPressed={mode === 'side-by-side'}
            onClick={sideBySide}
          />
          <RoomButton
            icon={SquareSplitHorizontal}
            label={isLocked ? t('Slider: only for photos that are aligned') : t('Slider')}
            keyHint="2"
            isPressed={mode === 'slider'}
            disabled={isLocked}
            onClick={slider}
          />
          {actions}
          <RoomButton icon={X} label={t('End the presentation')} keyHint="Escape" onClick={onEnd} />
        </div>
      </div>
    </main>
  )
}

function SlideLabel({ slide, isLightMatched }: { slide: PresentSlide; isLightMatched: boolean }) {
  const detail = slideDetail(slide)
  return (
    <>
      <div className={classes.title}>{slideTitle(slide)}</div>
      {detail && <div className={classes.detail}>{detail}</div>}
      {isLightMatched && <div className={classes.detail}>{t('Light matched')}</div>}
    </>
  )
}
