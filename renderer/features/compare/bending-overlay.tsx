import { useMemo } from 'react'
import { bentGrid, regularGrid } from '../../../shared/domain/geometry/bending.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { placedIn, type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import { type Bending, bendingLegend } from './bending.ts'
import classes from './compare.module.css'

interface BendingOverlayProps {
  readonly bending: Bending
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
  readonly hasLegend: boolean
  /** The photo is drawn without the bending. */
  readonly isLeftOut: boolean
}

/** The bending as a grid over the head in a pane that shows the reference's frame; the unbent grid shines through. */
export function BendingOverlay({ bending, frame, viewport, pane, hasLegend, isLeftOut }: BendingOverlayProps) {
  const { transform, head, exaggeration } = bending
  const straight = useMemo(() => pathOf(regularGrid(head)), [head])
  const bent = useMemo(() => pathOf(bentGrid(transform, head, exaggeration)), [transform, head, exaggeration])
  const origin = toScreen(viewport, pane, frame, { x: 0, y: 0 })
  const { scale, degrees } = placedIn(viewport, pane, frame)
  const legend = bendingLegend(bending, isLeftOut)
  return (
    <>
      <svg className={classes.grid} role="img" aria-label={t('Grid: {{legend}}', { legend })}>
        <g transform={`translate(${origin.x} ${origin.y}) rotate(${degrees}) scale(${scale})`}>
          <path className={classes.gridStraight} d={straight} />
          <path className={classes.gridShade} d={bent} />
          <path className={classes.gridBent} d={bent} />
        </g>
      </svg>
      {hasLegend && (
        <div className={classes.gridLegend} aria-hidden>
          {legend}
        </div>
      )}
    </>
  )
}

function pathOf(lines: readonly (readonly Point[])[]): string {
  return lines.map((line) => `M${line.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`).join('')
}
