/** What stands under a stage's place in a chart: its name, and why it has no figure. */
export interface StageNames {
  readonly name: string
  readonly gap: string | undefined
}

const fontSizePx = 12
/** A letter's usual width. */
const letterPx = 6.9
const gapFromAxisPx = 8

/** The room that names need under a chart: they stand on end. */
export function heightOf(names: readonly StageNames[]): number {
  const longest = Math.max(0, ...names.flatMap(({ name, gap = '' }) => [name.length, gap.length]))
  return Math.ceil(longest * letterPx) + gapFromAxisPx
}

interface StageTickProps extends Partial<StageNames> {
  readonly x: number | string
  readonly y: number | string
}

/** A stage's name on end, and beside it why it has no figure. */
export function StageTick({ x, y, name, gap }: StageTickProps) {
  const look = { textAnchor: 'end', fontSize: fontSizePx, x: -gapFromAxisPx } as const
  return (
    <g transform={`translate(${x}, ${y}) rotate(-90)`}>
      <text {...look} y={gap ? -3 : 4} fill="var(--trend-text)">
        {name}
      </text>
      {gap && (
        <text {...look} y={11} fill="var(--trend-quiet)" fontStyle="italic">
          {gap}
        </text>
      )}
    </g>
  )
}
