import type { Change } from '../../../shared/domain/assessment/change-between.ts'
import { type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import classes from './over-stages.module.css'

interface ChangeOutlinesProps {
  readonly changes: readonly Change[]
  readonly label: string
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** Outlines of what changed: whole where it became lighter, dashed where darker. */
export function ChangeOutlines({ changes, label, frame, viewport, pane }: ChangeOutlinesProps) {
  return (
    <svg className={classes.outlines} role="img" aria-label={label}>
      {changes.map(({ kind, outline }) => {
        const points = outline
          .map((point) => toScreen(viewport, pane, frame, point))
          .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
          .join(' ')
        return (
          <g key={points} data-kind={kind}>
            <polygon className={classes.outlineEdge} points={points} />
            <polygon className={classes.outline} points={points} />
          </g>
        )
      })}
    </svg>
  )
}
