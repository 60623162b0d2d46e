import { Box } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { ExportLayout, ExportPane } from '../export-layout.ts'
import classes from './covers.module.css'
import { fromSheet, isOnPane } from './pane-on-sheet.ts'
import type { Covers } from './use-covers.ts'

interface BrushFieldProps {
  readonly covers: Covers
  readonly layout: ExportLayout
  /** The panes that are seen now. */
  readonly panes: readonly ExportPane[]
  readonly toPicture: (event: { clientX: number; clientY: number }) => Point
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Where the brush paints: with the pointer, or moved by arrow keys (Shift: farther) and pressed by Space. */
export function BrushField({ covers, layout, panes, toPicture }: BrushFieldProps) {
  const { size, quarterTurns } = layout
  const [at, setAt] = useState<Point>(() => {
    const { left, top, widthPx, heightPx } = panes[0]?.place ?? { left: 0, top: 0, ...size }
    return { x: left + widthPx / 2, y: top + heightPx / 2 }
  })
  const [painted, setPainted] = useState<ExportPane>()
  const begin = (point: Point) => {
    const pane = panes.find((one) => isOnPane(one, point))
    if (pane) covers.beginStroke(pane, fromSheet(pane, quarterTurns, point))
    return pane
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step) {
      const far = (event.shiftKey ? 0.05 : 0.01) * Math.min(size.widthPx, size.heightPx)
      setAt({
        x: Math.min(Math.max(at.x + step.x * far, 0), size.widthPx - 1),
        y: Math.min(Math.max(at.y + step.y * far, 0), size.heightPx - 1),
      })
    } else if (event.key === ' ') begin(at)
    else return
    event.preventDefault()
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    setAt(toPicture(event))
    setPainted(begin(toPicture(event)))
  }
  const onPointerMove = (event: PointerEvent) => {
    const point = toPicture(event)
    setAt(point)
    if (painted) covers.leadStroke(fromSheet(painted, quarterTurns, point))
  }
  const under = panes.find((one) => isOnPane(one, at)) ?? panes[0]
  const frame = under?.source.frame
  const radius = under && frame ? covers.brush.size * Math.min(frame.widthPx, frame.heightPx) * under.view.scale : 0
  return (
    <Box
      className={classes.field}
      role="application"
      tabIndex={0}
      aria-label={t('Paint over the photos: arrow keys move the brush, Space paints')}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setPainted(undefined)}
      onPointerCancel={() => setPainted(undefined)}
    >
      <div
        className={classes.brush}
        data-look={covers.brush.look}
        style={{
          left: `${(100 * at.x) / size.widthPx}%`,
          top: `${(100 * at.y) / size.heightPx}%`,
          width: `${(200 * radius) / size.widthPx}%`,
          height: `${(200 * radius) / size.heightPx}%`,
        }}
      />
    </Box>
  )
}
