import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'

/** A numbered patch in the frame that is shown. */
export interface MarkedPatch {
  readonly number: number
  readonly outline: readonly Point[]
  readonly look: 'open' | 'accepted' | 'dismissed'
}

interface PatchesLayerProps {
  /** The numbers stay as they are. */
  readonly isNumbered: boolean
  readonly patches: readonly MarkedPatch[]
  readonly chosen: number | null
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** Outlines and numbers of patches over the photo, as wide whatever the zoom. */
export function PatchesLayer({ isNumbered, patches, chosen, frame, viewport, pane }: PatchesLayerProps) {
  if (patches.length === 0) return null
  const at = (point: Point) => toScreen(viewport, pane, frame, point)
  const ordered = patches.toSorted((a, b) => Number(a.number === chosen) - Number(b.number === chosen))
  return (
    <svg
      className={classes.patches}
      role="img"
      aria-label={t('Patches: {{numbers}}', { numbers: patches.map(({ number }) => number).join(', ') })}
    >
      {ordered.map(({ number, outline, look }) => {
        const points = outline.map(at)
        const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
        const label = labelPlace(points)
        return (
          <g key={number} data-look={look} data-chosen={number === chosen || undefined}>
            <polygon className={classes.patchEdge} points={path} />
            <polygon className={classes.patchLine} points={path} />
            <circle className={classes.patchPlate} cx={label.x} cy={label.y} r={number > 9 ? 13 : 11} />
            <text className={classes.patchNumber} x={label.x} y={label.y} dy="0.35em" textAnchor="middle">
              {isNumbered ? number : '·'}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Beside the patch at its upper right, so that the number hides none of it. */
function labelPlace(points: readonly Point[]): Point {
  const corner = points.reduce((best, point) => (point.x - point.y > best.x - best.y ? point : best))
  return { x: corner.x + 11, y: corner.y - 11 }
}
