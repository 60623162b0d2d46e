import { ArrowUpRight, Brush, Circle, Ruler, Type } from 'lucide-react'
import type { HairlineEdge } from '../../../shared/domain/drawing.ts'
import type { DrawingKind } from '../../../shared/domain/drawing-words.ts'
import { drawingStyles } from '../../viewer/drawings/drawing-style.ts'
import classes from './draw.module.css'

const icons = { arrow: ArrowUpRight, circle: Circle, text: Type, brush: Brush, measure: Ruler } as const
const edgeDashes: Readonly<Record<HairlineEdge, string | undefined>> = {
  sharp: undefined,
  faded: undefined,
  scattered: '0.1 6',
}

/** What a kind's line looks like on a photo, small: on the dark of its edge. */
export function KindSample({ kind, edge = 'sharp' }: { kind: DrawingKind; edge?: HairlineEdge }) {
  if (kind in icons) {
    const Icon = icons[kind as keyof typeof icons]
    return <Icon size={16} className={classes.sampleIcon} aria-hidden />
  }
  const { core, dash, widthPx } = drawingStyles[kind]
  const dashes = edgeDashes[edge] ?? (dash.length > 0 ? dash.join(' ') : undefined)
  return (
    <svg className={classes.sample} viewBox="0 0 34 14" aria-hidden="true">
      {edge === 'faded' && <line x1="3" y1="7" x2="31" y2="7" stroke={core} strokeOpacity={0.25} strokeWidth={10} />}
      <line
        x1="3"
        y1="7"
        x2="31"
        y2="7"
        stroke={core}
        strokeWidth={edge === 'scattered' ? 4 : widthPx}
        strokeDasharray={dashes}
        strokeLinecap="round"
      />
    </svg>
  )
}
