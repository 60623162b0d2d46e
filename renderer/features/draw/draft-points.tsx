import type { Point, ScreenPoint } from '../../../shared/domain/geometry/points.ts'
import { type Size, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import classes from './draw.module.css'

interface DraftPointsProps {
  readonly points: readonly Point[]
  readonly viewport: Viewport
  readonly pane: Size
  readonly frame: Size
  /** Where the keyboard aims. */
  readonly crossHair: ScreenPoint | null
}

const armPx = 16
const openPx = 4

/** The points placed so far, and the cross-hair of the keyboard. */
export function DraftPoints({ points, viewport, pane, frame, crossHair }: DraftPointsProps) {
  if (points.length === 0 && !crossHair) return null
  return (
    <svg className={classes.draft} aria-hidden="true" data-cross-hair={crossHair ? '' : undefined}>
      {points.map((point, index) => {
        const { x, y } = toScreen(viewport, pane, frame, point)
        return <circle key={`${point.x} ${point.y}`} cx={x} cy={y} r={index === 0 ? 6 : 4} />
      })}
      {crossHair && (
        <g transform={`translate(${crossHair.x} ${crossHair.y})`}>
          <path className={classes.crossEdge} d={cross} />
          <path className={classes.crossLine} d={cross} />
        </g>
      )}
    </svg>
  )
}

const cross = [
  `M${-armPx} 0H${-openPx}`,
  `M${openPx} 0H${armPx}`,
  `M0 ${-armPx}V${-openPx}`,
  `M0 ${openPx}V${armPx}`,
].join('')
