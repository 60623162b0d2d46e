import { ChevronLeft, ChevronRight, Columns2, LayoutGrid, SquareSplitHorizontal, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import type { PresentSlide } from '../../../shared/domain/present-scene.ts'
import type { ShowcasePair } from '../../../shared/domain/showcase.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideDetail, slideTitle } from '../../slide-words.ts'
import { useCommands } from '../../ui/commands.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import { ShownPair } from '../../viewer/shown-pair.tsx'
import { pairName } from './model-words.ts'
import { pictureOfSide } from './pair-picture.ts'
import styles from './portfolio.module.css'
import { usePortfolioMode } from './portfolio-mode.ts'

interface PortfolioPairProps {
  readonly pair: ShowcasePair
  readonly place: { readonly number: number; readonly total: number }
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
  readonly onBoard: () => void
  readonly onEnd: () => void
}

/** One pair of the portfolio, as large as the screen. */
export function PortfolioPair({ pair, place, onPrevious, onNext, onBoard, onEnd }: PortfolioPairProps) {
  const [viewport, setViewport] = useState(wholePicture)
  const { mode, setMode } = usePortfolioMode()
  const room = useRef<HTMLElement>(null)
  useEffect(() => room.current?.focus({ preventScroll: true }), [])
  const group = t('Portfolio')
  const [previous, next] = [onPrevious ?? (() => undefined), onNext ?? (() => undefined)]
  const sideBySide = () => setMode('side-by-side')
  const slider = () => setMode('slider')
  useCommands([
    { name: t('Previous pair'), group, keys: ['ArrowLeft'], run: previous, isOff: !onPrevious },
    { name: t('Next pair'), group, keys: ['ArrowRight'], run: next, isOff: !onNext },
    { name: t('Side by side'), group, keys: ['1'], run: sideBySide },
    { name: t('Slider'), group, keys: ['2'], run: slider },
    { name: t('Back to the board'), group, keys: ['Escape'], run: onBoard },
    { name: t('End the portfolio'), group, keys: ['f'], run: onEnd },
  ])
  return (
    <main ref={room} className={styles.room} aria-label={pairName(pair)} tabIndex={-1}>
      <div className={styles.photos}>
        <ShownPair
          mode={mode}
          viewport={viewport}
          onViewport={setViewport}
          left={sideOf(pair, pair.before)}
          right={sideOf(pair, pair.after)}
        />
      </div>
      <div className={styles.bar}>
        <RoomButton
          icon={ChevronLeft}
          label={t('Previous pair')}
          keyHint="ArrowLeft"
          disabled={!onPrevious}
          onClick={previous}
        />
        <span className={styles.place} role="status">
          {t('{{number}} of {{total}}', place)}
        </span>
        <RoomButton icon={ChevronRight} label={t('Next pair')} keyHint="ArrowRight" disabled={!onNext} onClick={next} />
        <span className={styles.space} />
        <RoomButton
          icon={Columns2}
          label={t('Side by side')}
          keyHint="1"
          isPressed={mode === 'side-by-side'}
          onClick={sideBySide}
        />
        <RoomButton
          icon={SquareSplitHorizontal}
          label={t('Slider')}
          keyHint="2"
          isPressed={mode === 'slider'}
          onClick={slider}
        />
        <RoomButton icon={LayoutGrid} label={t('Back to the board')} keyHint="Escape" onClick={onBoard} />
        <RoomButton icon={X} label={t('End the portfolio')} keyHint="F" onClick={onEnd} />
      </div>
    </main>
  )
}

/** A side of the pair, with its stage and how long after its session it was; days of the calendar are nobody's business. */
function sideOf(pair: ShowcasePair, slide: PresentSlide) {
  const title = slideTitle(slide)
  const detail = slideDetail({ ...slide, day: null })
  return {
    picture: pictureOfSide(pair, slide),
    name: [title, detail].filter(Boolean).join(' · '),
    label: (
      <>
        <div className={styles.stage}>{title}</div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </>
    ),
  }
}
