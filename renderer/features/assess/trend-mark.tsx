import type { TrendMeasure } from '../../../shared/domain/assessing/zone-trend.ts'

interface TrendMarkProps {
  readonly measure: TrendMeasure
  readonly x: number | undefined
  readonly y: number | undefined
}

/** The point of a chart: each measure has a shape of its own, beside its colour. */
export function TrendMark({ measure, x, y }: TrendMarkProps) {
  if (x === undefined || y === undefined || !Number.isFinite(x + y)) return <g />
  const look = { fill: `var(--trend-${measure})`, stroke: 'var(--trend-ground)' }
  switch (measure) {
    case 'evenness':
      return <circle cx={x} cy={y} r={5} {...look} />
    case 'match':
      return <polygon points={`${x},${y - 6.5} ${x + 6.5},${y} ${x},${y + 6.5} ${x - 6.5},${y}`} {...look} />
    case 'coverage':
      return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} {...look} />
  }
}
