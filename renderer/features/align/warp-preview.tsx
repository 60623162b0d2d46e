import { Slider, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { Transform } from '../../../shared/domain/geometry/transform.ts'
import type { Size, Viewport } from '../../../shared/domain/geometry/viewport.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { t } from '../../../shared/words/translate.ts'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import type { Picture } from '../../viewer/picture.ts'
import { usePicture } from '../../viewer/use-picture.ts'
import { type PaintedPhoto, paintPhoto, paintWarped } from '../../viewer/warp-painter.ts'
import classes from './align.module.css'
import type { MarksDoubt } from './marks-doubt.ts'
import { previewOf } from './marks-preview.ts'
import { MarksWarning } from './marks-warning.tsx'

interface WarpPreviewProps {
  readonly reference: Picture
  readonly moving: Picture
  readonly landmarks: readonly LandmarkPair[]
  /** The head in the reference: where the picture must not fold. */
  readonly head: HeadEllipse
  readonly doubt: MarksDoubt | null
  /** Shows a pair (from 0) in both photos and chooses it. */
  readonly onGoTo: (index: number) => void
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
}

/** The moving photo laid over the reference as the marks (two pairs or more) would have it alone, drawn anew when something changes. */
export function WarpPreview(props: WarpPreviewProps) {
  const { reference, moving, landmarks, head, doubt, onGoTo, viewport, onViewport } = props
  const [opacity, setOpacity] = useState(0.5)
  const { frame } = reference
  const preview = useMemo(() => previewOf(landmarks, frame, head), [landmarks, frame, head])
  return (
    <PhotoViewer label={t('Preview')} frame={reference.frame} viewport={viewport} onViewport={onViewport}>
      {(pane) => (
        <>
          <PreviewCanvas {...{ reference, moving, viewport, pane, opacity }} transform={preview?.transform} />
          <MarksWarning doubt={doubt} isUnbent={preview?.isUnbent ?? false} onGoTo={onGoTo} />
          <div className={classes.previewBar} data-own-pointer="">
            <Text size="sm">{t('Preview')}</Text>
            <Slider
              flex={1}
              size="sm"
              value={Math.round(opacity * 100)}
              onChange={(percent) => setOpacity(percent / 100)}
              label={(percent) => `${percent} %`}
              thumbLabel={t('Opacity of the moving photo in the preview')}
            />
          </div>
        </>
      )}
    </PhotoViewer>
  )
}

interface PreviewCanvasProps extends Pick<WarpPreviewProps, 'reference' | 'moving' | 'viewport'> {
  readonly transform: Transform | undefined
  readonly pane: Size
  readonly opacity: number
}

function PreviewCanvas({ reference, moving, transform, viewport, pane, opacity }: PreviewCanvasProps) {
  const element = useRef<HTMLCanvasElement>(null)
  const referenceImage = usePicture(reference.workAddress)
  const movingImage = usePicture(moving.workAddress)
  useEffect(() => {
    const context = element.current?.getContext('2d')
    if (!context || !referenceImage || !movingImage || !transform) return
    const frame = requestAnimationFrame(() => {
      const canvas = { widthPx: context.canvas.width, heightPx: context.canvas.height }
      const over = warpedLayer({ image: movingImage, frame: moving.frame }, canvas, (layer, photo) =>
        paintWarped(layer, photo, transform, reference.frame, viewport, canvas),
      )
      context.globalAlpha = 1
      context.clearRect(0, 0, canvas.widthPx, canvas.heightPx)
      paintPhoto(context, { image: referenceImage, frame: reference.frame }, viewport, canvas)
      context.globalAlpha = opacity
      context.drawImage(over, 0, 0)
    })
    return () => cancelAnimationFrame(frame)
  })
  const density = window.devicePixelRatio
  return (
    <canvas
      ref={element}
      className={classes.previewCanvas}
      width={Math.round(pane.widthPx * density)}
      height={Math.round(pane.heightPx * density)}
      role="img"
      aria-label={t('The moving photo laid over the reference photo by the landmarks')}
    />
  )
}

/** The moving photo on a layer of its own: laid over with opacity as a whole, the overlaps of its triangles don't show. */
function warpedLayer(
  photo: PaintedPhoto,
  canvas: Size,
  paint: (context: OffscreenCanvasRenderingContext2D, photo: PaintedPhoto) => void,
): OffscreenCanvas {
  const layer = new OffscreenCanvas(canvas.widthPx, canvas.heightPx)
  const context = layer.getContext('2d')
  if (context) paint(context, photo)
  return layer
}
