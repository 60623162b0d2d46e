import { type CSSProperties, memo, useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Placed, placedIn, type Size, type Viewport } from '../../shared/domain/geometry/viewport.ts'
import { t } from '../../shared/words/translate.ts'
import { LightFilter } from './light/light-filter.tsx'
import { useLitAddress } from './light/use-lit-address.ts'
import classes from './photo-viewer.module.css'
import { needsFullSize, type Picture } from './picture.ts'
import { useIsMoving } from './use-is-moving.ts'

/** So many images can lie over a working copy. */
const mostExtras = 3

interface PictureLayerProps {
  readonly picture: Picture
  readonly viewport: Viewport
  readonly pane: Size
  readonly label: string
  readonly opacity?: number
  /** The working copy is there to be seen. */
  readonly onShown?: (() => void) | undefined
}

/**
 * A picture as the viewport shows it: the working copy, and the full size over it as soon as the screen shows more than the copy has. Light is corrected by a filter;
 * while the picture moves, by a copy in that light, which is drawn much faster. What is covered isn't drawn.
 */
export function PictureLayer({ picture, viewport, pane, label, opacity = 1, onShown }: PictureLayerProps) {
  const { workAddress, fullAddress, correction, frame } = picture
  const placed = placedIn(viewport, pane, frame)
  const wantsFull = needsFullSize(picture, placed.scale * window.devicePixelRatio)
  const filterId = `light${useId().replace(/\W/g, '')}`
  const [settled, setSettled] = useState<string>()
  const settle = useCallback(() => setSettled(workAddress), [workAddress])
  const [shown, setShown] = useState<readonly string[]>([])
  const show = useCallback((address: string) => setShown((known) => [...known.slice(-mostExtras), address]), [])
  const isFullShown = wantsFull && shown.includes(fullAddress)
  const litWork = useLitAddress(workAddress, correction)
  const litFull = useLitAddress(fullAddress, isFullShown ? correction : undefined)
  const isMoving = useIsMoving(viewport)
  // from the lowest to the one that lies over all others
  const extras = [
    ...(litWork ? [{ address: litWork, isLit: true }] : []),
    ...(wantsFull ? [{ address: fullAddress, isLit: false }] : []),
    ...(litFull ? [{ address: litFull, isLit: true }] : []),
  ]
  const top = extras.findLastIndex(({ address, isLit }) => shown.includes(address) && (isMoving || !isLit))
  const style: CSSProperties = {
    width: frame.widthPx,
    height: frame.heightPx,
    transform: transformOf(placed),
    opacity,
    ...(correction && !extras[top]?.isLit && { filter: `url(#${filterId})` }),
  }
  return (
    <>
      {correction && <LightFilter id={filterId} correction={correction} />}
      <div className={classes.layer} style={style}>
        <LoadedImage
          key={workAddress}
          address={workAddress}
          label={label}
          isCovered={top >= 0}
          onSettled={settle}
          onShown={onShown}
        />
        {extras.map(({ address }, index) => (
          <LoadedImage key={address} address={address} label="" isExtra isCovered={index !== top} onShown={show} />
        ))}
      </div>
      {settled !== workAddress && (
        <div className={classes.loading} role="status">
          {t('Loading the photo…')}
        </div>
      )}
    </>
  )
}

/** The CSS transform that lays something of a picture's own size into a pane. Its origin must be the corner. */
export function transformOf({ corner, scale, degrees }: Placed): string {
  const turn = degrees === 0 ? '' : ` rotate(${degrees}deg)`
  return `translate(${corner.x}px, ${corner.y}px)${turn} scale(${scale})`
}

interface LoadedImageProps {
  readonly address: string
  readonly label: string
  /** One that lies over another that is seen meanwhile: it is seen once it is decoded; where it can't be loaded, nothing needs to be said. */
  readonly isExtra?: boolean
  /** Another one hides all of it. */
  readonly isCovered?: boolean
  readonly onSettled?: () => void
  readonly onShown?: ((address: string) => void) | undefined
}

/** An image that is seen only once it has been decoded, and that says so when it can't be loaded. */
const LoadedImage = memo(function LoadedImage(props: LoadedImageProps) {
  const { address, label, isExtra = false, isCovered = false, onSettled, onShown } = props
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const image = useRef<HTMLImageElement>(null)
  // one that was fetched ahead is seen in the very frame in which it is asked for
  useLayoutEffect(() => {
    if (isExtra || !image.current?.complete || image.current.naturalWidth === 0) return
    setState('shown')
    onSettled?.()
  }, [isExtra, onSettled])
  const settle = (ending: 'shown' | 'failed') => {
    setState(ending)
    onSettled?.()
    if (ending === 'shown') onShown?.(address)
  }
  const onLoad = async () => {
    // what it covers is left out in the same frame
    if (isExtra) await image.current?.decode().catch(() => undefined)
    if (image.current) settle('shown')
  }
  if (state === 'failed') return isExtra ? null : <FailedPicture />
  return (
    <img
      ref={image}
      className={classes.image}
      src={address}
      alt={label}
      draggable={false}
      // drawn in the frame in which it is shown or uncovered, never a frame later
      decoding="sync"
      data-state={state}
      data-covered={isCovered}
      onLoad={() => void onLoad()}
      onError={() => settle('failed')}
    />
  )
})

function FailedPicture() {
  return (
    <svg className={classes.failed} viewBox="0 0 400 400" role="img" aria-label={t('This photo can’t be shown')}>
      <text x="200" y="195" textAnchor="middle">
        {t('This photo can’t be shown.')}
      </text>
      <text x="200" y="220" textAnchor="middle">
        {t('Its file is missing or damaged.')}
      </text>
    </svg>
  )
}
