import { type ReactNode, useRef } from 'react'
import { usePaneSize } from '../../viewer/use-pane-size.ts'
import classes from './over-stages.module.css'

interface ChartFrameProps {
  /** All that the chart shows, in words. */
  readonly label: string
  readonly heightPx: number
  readonly children: (widthPx: number) => ReactNode
}

/** As wide as a chart is before its place has been measured. */
const usualWidthPx = 320

/** A chart as wide as its place. It is one picture to those who don't see it: the same is told by the table. */
export function ChartFrame({ label, heightPx, children }: ChartFrameProps) {
  const place = useRef<HTMLDivElement>(null)
  const size = usePaneSize(place)
  return (
    <div ref={place} className={classes.chart} role="img" aria-label={label} style={{ height: heightPx }}>
      {children(Math.floor(size?.widthPx ?? usualWidthPx))}
    </div>
  )
}
