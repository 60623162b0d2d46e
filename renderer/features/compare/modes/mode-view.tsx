import { type ReactNode, useCallback } from 'react'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import type { PhotoCaption } from '../../../../shared/domain/comparison-caption.ts'
import type { Size } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { PhotoViewer } from '../../../viewer/photo-viewer.tsx'
import type { Picture } from '../../../viewer/picture.ts'
import { PictureLayer } from '../../../viewer/picture-layer.tsx'
import { useComparisonView, useStillView } from '../comparison-view.ts'

/** One of the photos of a comparison. */
export interface ComparedPicture {
  readonly picture: Picture
  readonly caption: PhotoCaption
}

/** Whose pictures they are, and how they are aligned. */
export interface ComparedPair {
  readonly reference: Photo
  readonly moving: Photo
  /** Null where the pair isn't aligned. */
  readonly alignment: Alignment | null
  readonly isRigid: boolean
  /** The light that it is to be matched in is still being measured. */
  readonly isLightDue: boolean
}

/** What every mode shows. */
export interface ModeViewProps {
  readonly pair: ComparedPair
  readonly reference: ComparedPicture
  readonly moving: ComparedPicture
  /** What is laid over every pane that shows the reference's frame. */
  readonly overlay?: ((pane: Size, isFirst: boolean) => ReactNode) | undefined
  readonly onPaneSize: (pane: Size) => void
}

interface OnePaneProps extends Pick<ModeViewProps, 'reference' | 'overlay'> {
  readonly label: string
  /** False: the second one in a row. */
  readonly isFirst?: boolean
  readonly onPaneSize?: ModeViewProps['onPaneSize']
  readonly children: (pane: Size) => ReactNode
}

/** One pane in the frame of a photo, looking at what all modes look at. While it moves, only the layers in it are drawn anew. */
export function OnePane({ label, reference, overlay, isFirst = true, onPaneSize, children }: OnePaneProps) {
  const viewport = useComparisonView((view) => view.viewport)
  const setViewport = useComparisonView((view) => view.setViewport)
  const contents = useCallback(
    (pane: Size) => (
      <>
        {children(pane)}
        {overlay?.(pane, isFirst)}
      </>
    ),
    [children, overlay, isFirst],
  )
  return (
    <PhotoViewer
      label={label}
      frame={reference.picture.frame}
      viewport={viewport}
      onViewport={setViewport}
      {...(onPaneSize && { onPaneSize })}
    >
      {contents}
    </PhotoViewer>
  )
}

interface ComparedLayerProps {
  readonly of: ComparedPicture
  readonly pane: Size
  readonly opacity?: number
  /** What a screen reader calls it, where that isn't its caption. */
  readonly label?: string
  readonly onShown?: () => void
}

/** A photo as a layer of such a pane. */
export function ComparedLayer({ of: { picture, caption }, ...layer }: ComparedLayerProps) {
  const viewport = useComparisonView((view) => view.viewport)
  return <PictureLayer picture={picture} viewport={viewport} label={caption.text} {...layer} />
}

/** The other photo over the one that stands there, while a key or button asks for it. What stands there is kept, so that nothing flashes. */
export function HeldLayer({ of, pane }: Pick<ComparedLayerProps, 'of' | 'pane'>) {
  const { isOtherShown } = useStillView()
  return isOtherShown && <ComparedLayer of={of} pane={pane} />
}
