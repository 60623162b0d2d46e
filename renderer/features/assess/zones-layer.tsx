import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import { drawingStyles } from '../../viewer/drawings/drawing-style.ts'
import classes from './assess.module.css'
import type { ShownZone } from './shown-zones.ts'

interface ZonesLayerProps {
  readonly zones: readonly ShownZone[]
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** The zones' outlines, quiet: what is found in them matters. */
export function ZonesLayer({ zones, frame, viewport, pane }: ZonesLayerProps) {
  const path = (outline: readonly Point[]) =>
    outline
      .map((point) => toScreen(viewport, pane, frame, point))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ')
  const [first] = zones
  if (!first) return null
  const lines = [
    ...zones.flatMap(({ judged }) => judged.map((outline) => ({ outline, style: drawingStyles.treated }))),
    ...first.reference.map((outline) => ({ outline, style: drawingStyles.reference })),
    ...first.avoid.map((outline) => ({ outline, style: drawingStyles.avoid })),
  ]
  return (
    <svg
      className={classes.zones}
      role="img"
      aria-label={t('Zones: {{zones}}', { zones: zones.map(({ name }) => name).join(', ') })}
    >
      {lines.map(({ outline, style }) => (
        <polygon
          key={`${style.core} ${outline[0]?.x} ${outline[0]?.y}`}
          points={path(outline)}
          stroke={style.core}
          strokeDasharray={style.dash.join(' ')}
        />
      ))}
    </svg>
  )
}
