import { useLayoutEffect, useRef } from 'react'
import type { SkinMap } from '../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { placedIn, type Size, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import { transformOf } from '../../viewer/picture-layer.tsx'
import classes from './assess.module.css'
import { paintedSizeOf, paintSkinMap, placeOfMap } from './skin-map-painter.ts'

interface SkinMapLayerProps {
  readonly map: SkinMap
  /** The judged zone and where it thins out, in the map's frame. */
  readonly outlines: readonly (readonly Point[])[]
  readonly zone: string
  /** What it shows, in words; else that it is a map of darkness. */
  readonly label?: string
  readonly opacity: number
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** A zone's map over the photo: painted once, then only moved and scaled with it. */
export function SkinMapLayer({ map, outlines, zone, label, opacity, frame, viewport, pane }: SkinMapLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) paintSkinMap(context, map, outlines)
  }, [map, outlines])
  return (
    <div
      className={classes.mapLayer}
      style={{ width: frame.widthPx, height: frame.heightPx, transform: transformOf(placedIn(viewport, pane, frame)) }}
    >
      <canvas
        ref={canvas}
        className={classes.map}
        {...paintedSizeOf(map)}
        style={{ ...cssPlaceOf(map), opacity }}
        role="img"
        aria-label={label ?? t('Map of {{zone}}: yellow is lighter, blue darker than most of the zone', { zone })}
      />
    </div>
  )
}

/** Pixel (0, 0) of the frame is the middle of its first pixel; the layer's corner is that pixel's outer edge. */
function cssPlaceOf(map: SkinMap) {
  const { left, top, width, height } = placeOfMap(map)
  return { left: left + 0.5, top: top + 0.5, width, height }
}
