import type { Point } from '../../shared/domain/geometry/points.ts'
import { fitScaleOf, type Size, scaleOf, toScreen, type Viewport } from '../../shared/domain/geometry/viewport.ts'
import classes from './loupe.module.css'
import { loupePlace, loupeSidePx } from './loupe-place.ts'
import type { Picture } from './picture.ts'
import { PictureLayer } from './picture-layer.tsx'

/** So many times larger than the pane the loupe shows the picture. */
const magnification = 4

const glass: Size = { widthPx: loupeSidePx, heightPx: loupeSidePx }
const middle = loupeSidePx / 2
/** Half of what the cross-hair leaves free at its middle: the very spot stays seen. */
const openPx = 5

interface LoupeProps {
  readonly picture: Picture
  readonly viewport: Viewport
  readonly pane: Size
  /** The place under the cross-hair, in the picture's pixels; without one the loupe is hidden, but keeps its picture loaded. */
  readonly point: Point | null
}

/** A round magnifier beside a place of a pane, with a cross-hair on it. Only to be looked at: it takes no pointer and says nothing. */
export function Loupe({ picture, viewport, pane, point }: LoupeProps) {
  const place = point ? loupePlace(toScreen(viewport, pane, picture.frame, point), pane) : undefined
  const at = point ?? { x: 0, y: 0 }
  const inside: Viewport = {
    ...viewport,
    centreX: (at.x + 0.5) / picture.frame.widthPx,
    centreY: (at.y + 0.5) / picture.frame.heightPx,
    zoom: (magnification * scaleOf(viewport, pane, picture.frame)) / fitScaleOf(glass, picture.frame),
  }
  const corner = place ? { x: Math.round(place.x - middle), y: Math.round(place.y - middle) } : { x: 0, y: 0 }
  return (
    <div
      className={classes.loupe}
      aria-hidden="true"
      data-loupe=""
      data-shown={place !== undefined}
      style={{
        width: loupeSidePx,
        height: loupeSidePx,
        transform: `translate(${corner.x}px, ${corner.y}px)`,
      }}
    >
      <PictureLayer picture={picture} viewport={inside} pane={glass} label="" />
      <svg className={classes.cross} viewBox={`0 0 ${loupeSidePx} ${loupeSidePx}`} aria-hidden="true">
        <path className={classes.crossEdge} d={crossHair} />
        <path className={classes.crossLine} d={crossHair} />
      </svg>
    </div>
  )
}

const crossHair = [
  `M${middle} 6V${middle - openPx}`,
  `M${middle} ${middle + openPx}V${loupeSidePx - 6}`,
  `M6 ${middle}H${middle - openPx}`,
  `M${middle + openPx} ${middle}H${loupeSidePx - 6}`,
].join('')
