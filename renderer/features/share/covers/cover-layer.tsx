import { useRef } from 'react'
import type { ExportLayout } from '../export-layout.ts'
import { BrushField } from './brush-field.tsx'
import { CoverBox } from './cover-box.tsx'
import classes from './covers.module.css'
import type { Covers } from './use-covers.ts'

interface CoverLayerProps {
  readonly covers: Covers
  readonly layout: ExportLayout
  /** Whether all photos are seen beside each other; otherwise the one that is worked on stands alone. */
  readonly areBeside: boolean
  /** What each pane's photo is called. */
  readonly names: readonly string[]
}

/** What is worked with over the preview: the covers of the faces, or the brush. */
export function CoverLayer({ covers, layout, areBeside, names }: CoverLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const { editing, faces } = covers
  const toPicture = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top, width, height } = layer.current!.getBoundingClientRect()
    return {
      x: ((clientX - left) * layout.size.widthPx) / width,
      y: ((clientY - top) * layout.size.heightPx) / height,
    }
  }
  const isSeen = (photoId: string) => areBeside || editing?.photoId === photoId
  if (editing?.tool === 'brush')
    return (
      <div className={classes.layer} ref={layer}>
        <BrushField
          covers={covers}
          layout={layout}
          panes={layout.panes.filter(({ source }) => isSeen(source.photo.photoId))}
          toPicture={toPicture}
        />
      </div>
    )
  return (
    <div className={classes.layer} ref={layer}>
      {faces.map(({ photo, index, place }) => {
        const pane = layout.panes[index]
        if (!place || !pane || !isSeen(photo.photoId)) return null
        return (
          <CoverBox
            key={photo.photoId}
            name={names[index] ?? ''}
            place={place}
            pane={pane}
            layout={layout}
            toPicture={toPicture}
            isChosen={editing?.photoId === photo.photoId}
            onChoose={() => covers.edit({ tool: 'face', photoId: photo.photoId })}
            onPlace={(moved) => covers.place(photo, moved)}
          />
        )
      })}
    </div>
  )
}
