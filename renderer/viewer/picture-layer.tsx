import { type CSSProperties, useState } from 'react'
import { type Size, scaleOf, toScreen, type Viewport } from '../../shared/domain/geometry/viewport.ts'
import classes from './photo-viewer.module.css'
import { needsFullSize, type Picture } from './picture.ts'

interface PictureLayerProps {
  readonly picture: Picture
  readonly viewport: Viewport
  readonly pane: Size
  readonly label: string
  readonly opacity?: number
}

/** A picture as the viewport shows it: the working copy, and the full size over it as soon as the screen shows more than the copy has. */
export function PictureLayer({ picture, viewport, pane, label, opacity = 1 }: PictureLayerProps) {
  const scale = scaleOf(viewport, pane, picture.frame)
  const wantsFull = needsFullSize(picture, scale * window.devicePixelRatio)
  const corner = toScreen(viewport, pane, picture.frame, { x: -0.5, y: -0.5 })
  const style: CSSProperties = {
    width: picture.frame.widthPx,
    height: picture.frame.heightPx,
    transform: `translate(${corner.x}px, ${corner.y}px) scale(${scale})`,
    opacity,
  }
  const [settled, setSettled] = useState<string>()
  const { workAddress, fullAddress } = picture
  return (
    <>
      <div className={classes.layer} style={style}>
        <LoadedImage key={workAddress} address={workAddress} label={label} onSettled={() => setSettled(workAddress)} />
        {wantsFull && <LoadedImage key={fullAddress} address={fullAddress} label="" isExtra />}
      </div>
      {settled !== workAddress && (
        <div className={classes.loading} role="status">
          Loading the photo…
        </div>
      )}
    </>
  )
}

interface LoadedImageProps {
  readonly address: string
  readonly label: string
  /** One that only adds detail: where it can't be loaded, nothing needs to be said. */
  readonly isExtra?: boolean
  readonly onSettled?: () => void
}

/** An image that is seen only once it has been decoded, and that says so when it can't be loaded. */
function LoadedImage({ address, label, isExtra = false, onSettled }: LoadedImageProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const settle = (ending: 'shown' | 'failed') => () => {
    setState(ending)
    onSettled?.()
  }
  if (state === 'failed') return isExtra ? null : <FailedPicture />
  return (
    <img
      className={classes.image}
      src={address}
      alt={label}
      draggable={false}
      data-state={state}
      onLoad={settle('shown')}
      onError={settle('failed')}
    />
  )
}

function FailedPicture() {
  return (
    <svg className={classes.failed} viewBox="0 0 400 400" role="img" aria-label="This photo can’t be shown">
      <text x="200" y="195" textAnchor="middle">
        This photo can’t be shown.
      </text>
      <text x="200" y="220" textAnchor="middle">
        Its file is missing or damaged.
      </text>
    </svg>
  )
}
