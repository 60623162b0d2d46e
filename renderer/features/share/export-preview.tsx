import { Button, Progress, Text } from '@mantine/core'
import { type RefObject, useLayoutEffect } from 'react'
import { errorSentence } from '../../error-messages.ts'
import { type PaintedComparison, paintComparison } from './comparison-painter.ts'
import classes from './share.module.css'
import type { ExportPanes } from './use-export-panes.ts'

interface ExportPreviewProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly panes: ExportPanes
  readonly painted: Omit<PaintedComparison, 'pictures'>
  readonly label: string
}

/** The very picture that is saved, made smaller on the screen only. */
export function ExportPreview({ canvas, panes, painted, label }: ExportPreviewProps) {
  const { widthPx, heightPx } = painted.layout.size
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false })
    if (context && panes.kind === 'ready') paintComparison(context, { ...painted, pictures: panes })
  })
  return (
    <div className={classes.preview}>
      <canvas
        ref={canvas}
        className={classes.canvas}
        data-ready={panes.kind === 'ready'}
        width={widthPx}
        height={heightPx}
        role="img"
        aria-label={label}
      />
      {panes.kind === 'rendering' && (
        <div className={classes.previewState} role="status">
          <Text size="sm">Drawing from the originals…</Text>
          <Progress value={panes.fraction * 100} size="sm" w={200} aria-label="Drawing the picture" />
        </div>
      )}
      {panes.kind === 'failed' && (
        <div className={classes.previewState} role="alert">
          <Text size="sm">{errorSentence(panes.error)}</Text>
          <Button variant="default" size="compact-sm" onClick={panes.retry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  )
}
