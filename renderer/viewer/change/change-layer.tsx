import { useLayoutEffect, useRef } from 'react'
import { placedIn, type Size, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import classes from '../photo-viewer.module.css'
import { transformOf } from '../picture-layer.tsx'

interface ChangeLayerProps {
  readonly picture: ImageBitmap
  readonly label: string
  /** The frame's full size. */
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
}

/** A painted change as a layer of a pane: painted once, then only moved and scaled. */
export function ChangeLayer({ picture, label, frame, viewport, pane }: ChangeLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = picture
  useLayoutEffect(() => {
    canvas.current?.getContext('2d', { alpha: true })?.drawImage(picture, 0, 0)
  }, [picture])
  return (
    <div
      className={classes.layer}
      style={{
        width: frame.widthPx,
        height: frame.heightPx,
        transform: transformOf(placedIn(viewport, pane, frame)),
      }}
    >
      <canvas ref={canvas} className={classes.image} width={width} height={height} role="img" aria-label={label} />
    </div>
  )
}
