import type { ReactNode } from 'react'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { LinkedViewers } from '../../viewer/linked-viewers.tsx'
import { PhotoLabel } from '../../viewer/photo-label.tsx'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import type { Picture } from '../../viewer/picture.ts'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import { useComparisonView } from './comparison-view.ts'
import { OpacityBar } from './opacity-bar.tsx'
import { SliderView } from './slider-view.tsx'

/** One of the two photos of a comparison. */
export interface ComparedPicture {
  readonly picture: Picture
  readonly caption: PhotoCaption
}

interface ComparisonStageProps {
  readonly reference: ComparedPicture
  readonly moving: ComparedPicture
  readonly mode: ComparisonMode
  /** What is laid over every pane that shows the reference's frame. */
  readonly overlay?: (pane: Size, isFirst: boolean) => ReactNode
  readonly onPaneSize: (pane: Size) => void
}

/** The two photos in the chosen mode, all panes looking at the same place. */
export function ComparisonStage({ reference, moving, mode, overlay, onPaneSize }: ComparisonStageProps) {
  const view = useComparisonView()
  const { viewport, setViewport } = view
  if (mode === 'side-by-side') {
    const pictures = [
      { key: 'reference', of: reference, name: 'Reference' },
      { key: 'moving', of: moving, name: 'Compared' },
    ].map(({ key, of, name }, index) => ({
      key,
      label: `${name}: ${of.caption.text}`,
      picture: of.picture,
      overlay: (pane: Size) => (
        <>
          {overlay?.(pane, index === 0)}
          <PhotoLabel caption={of.caption} />
        </>
      ),
    }))
    return <LinkedViewers pictures={pictures} viewport={viewport} onViewport={setViewport} onPaneSize={onPaneSize} />
  }
  const layer = ({ picture, caption }: ComparedPicture, pane: Size, opacity = 1) => (
    <PictureLayer picture={picture} viewport={viewport} pane={pane} label={caption.text} opacity={opacity} />
  )
  const names = `${reference.caption.stage} and ${moving.caption.stage}`
  return (
    <PhotoViewer
      key={mode}
      label={`${mode === 'slider' ? 'Slider' : 'Overlay'}: ${names}`}
      frame={reference.picture.frame}
      viewport={viewport}
      onViewport={setViewport}
      onPaneSize={onPaneSize}
    >
      {(pane) => (
        <>
          {mode === 'slider' ? (
            <SliderView
              label={`Split between ${names}`}
              left={
                <>
                  {layer(reference, pane)}
                  <PhotoLabel caption={reference.caption} />
                </>
              }
              right={
                <>
                  {layer(moving, pane)}
                  <PhotoLabel caption={moving.caption} side="right" />
                </>
              }
              initialSplit={view.split}
              onSplit={view.setSplit}
            />
          ) : (
            <>
              {layer(reference, pane)}
              {layer(moving, pane, view.opacity)}
              <PhotoLabel caption={reference.caption} />
              <PhotoLabel caption={moving.caption} side="right" />
              <OpacityBar
                referenceLabel={reference.caption.stage}
                movingLabel={moving.caption.stage}
                opacity={view.opacity}
                onOpacity={view.setOpacity}
              />
            </>
          )}
          {overlay?.(pane, true)}
        </>
      )}
    </PhotoViewer>
  )
}
