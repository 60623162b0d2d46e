import { Button } from '@mantine/core'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './over-stages.module.css'

interface RingLayerProps {
  readonly points: readonly Point[]
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** The ring that is being drawn. */
export function RingLayer({ points, frame, viewport, pane }: RingLayerProps) {
  const path = points
    .map((point) => toScreen(viewport, pane, frame, point))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ')
  return (
    <svg className={classes.outlines} aria-hidden>
      <polygon className={classes.outlineEdge} points={path} />
      <polygon className={classes.ring} points={path} />
    </svg>
  )
}

interface RingNoticeProps {
  readonly number: number
  readonly isMissed: boolean
  readonly onCancel: () => void
}

/** What to do while a ring is wanted. */
export function RingNotice({ number, isMissed, onCancel }: RingNoticeProps) {
  return (
    <section className={classes.notice} aria-label={t('Redraw')}>
      <p role="status">
        {isMissed
          ? t('That lies beside patch {{number}}: draw around it.', { number })
          : t('Draw around patch {{number}} on the photo in one stroke.', { number })}
      </p>
      <Button size="compact-sm" variant="default" aria-keyshortcuts="Escape" onClick={onCancel}>
        {t('Cancel')}
      </Button>
    </section>
  )
}
