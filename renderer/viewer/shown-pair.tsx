import { type ReactNode, useRef } from 'react'
import type { Viewport } from '../../shared/domain/geometry/viewport.ts'
import { t } from '../../shared/words/translate.ts'
import { BigSlider } from './big-slider.tsx'
import { LinkedViewers } from './linked-viewers.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import type { Picture } from './picture.ts'
import { PictureLayer } from './picture-layer.tsx'
import classes from './shown-pair.module.css'

/** A photo that is shown to somebody: what a screen reader calls it, and what is written on it. */
export interface ShownPhoto {
  readonly picture: Picture
  readonly name: string
  readonly label: ReactNode
}

interface ShownPairProps {
  readonly left: ShownPhoto
  readonly right: ShownPhoto
  readonly mode: 'slider' | 'side-by-side'
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
}

/** Two photos to be looked at, not worked with: beside each other, or in one frame with a big slider. After a touch, the keys mean again what they mean on the whole screen. */
export function ShownPair({ left, right, mode, viewport, onViewport }: ShownPairProps) {
  const element = useRef<HTMLDivElement>(null)
  const letGo = () => {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && element.current?.contains(focused)) focused.blur()
  }
  const names = { left: left.name, right: right.name }
  return (
    <div ref={element} className={classes.pair} onPointerUp={letGo} onPointerCancel={letGo}>
      {mode === 'side-by-side' ? (
        <LinkedViewers
          pictures={[left, right].map(({ picture, name, label }, index) => ({
            key: index === 0 ? 'left' : 'right',
            label: name,
            picture,
            overlay: () => <div className={classes.label}>{label}</div>,
          }))}
          viewport={viewport}
          onViewport={onViewport}
        />
      ) : (
        <PhotoViewer
          label={t('Slider: {{left}} and {{right}}', names)}
          frame={left.picture.frame}
          viewport={viewport}
          onViewport={onViewport}
        >
          {(pane) => (
            <BigSlider
              label={t('Split between {{left}} and {{right}}', names)}
              left={
                <>
                  <PictureLayer picture={left.picture} viewport={viewport} pane={pane} label={left.name} />
                  <div className={classes.label}>{left.label}</div>
                </>
              }
              right={
                <>
                  <PictureLayer picture={right.picture} viewport={viewport} pane={pane} label={right.name} />
                  <div className={classes.label} data-side="right">
                    {right.label}
                  </div>
                </>
              }
            />
          )}
        </PhotoViewer>
      )}
    </div>
  )
}
