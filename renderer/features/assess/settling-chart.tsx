import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, XAxis, YAxis } from 'recharts'
import type { SettlingCurve } from '../../../shared/domain/assessing/settling-curve.ts'
import { expectedShareOn, settlingDays } from '../../../shared/domain/assessment/settling.ts'
import { t } from '../../../shared/words/translate.ts'
import { ChartFrame } from './chart-frame.tsx'

const heightPx = 190
const leastDays = 42
/** Room for "120 %". */
const axisWidthPx = 48

interface SettlingChartProps {
  readonly curve: SettlingCurve
  readonly label: string
}

/** Days since a session, the expected band of darkness, and the client's own points over it. */
export function SettlingChart({ curve, label }: SettlingChartProps) {
  const lastDay = Math.max(leastDays, ...curve.points.map(({ day }) => day))
  const rows = rowsOf(curve, lastDay)
  return (
    <ChartFrame label={label} heightPx={heightPx}>
      {(width) => (
        <ComposedChart
          width={width}
          height={heightPx}
          data={rows}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 18, left: 0 }}
        >
          <CartesianGrid stroke="var(--trend-grid)" vertical={false} />
          <XAxis
            dataKey="day"
            type="number"
            domain={[0, lastDay]}
            ticks={ticksTo(lastDay)}
            stroke="var(--trend-axis)"
            tick={{ fill: 'var(--trend-text)', fontSize: 12 }}
            label={{
              value: t('Days since the session'),
              position: 'bottom',
              offset: 0,
              fill: 'var(--trend-text)',
              fontSize: 12,
            }}
          />
          <YAxis
            type="number"
            domain={[0, 1.2]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            width={axisWidthPx}
            allowDataOverflow
            stroke="var(--trend-axis)"
            tick={{ fill: 'var(--trend-text)', fontSize: 12 }}
            tickFormatter={(share: number) => `${Math.round(100 * share)}\u00a0%`}
          />
          <Area
            dataKey="expected"
            type="linear"
            stroke="none"
            fill="var(--trend-band)"
            fillOpacity={1}
            isAnimationActive={false}
            connectNulls
          />
          <Line
            dataKey="share"
            type="linear"
            stroke="var(--trend-own)"
            strokeWidth={2}
            dot={{ r: 4.5, fill: 'var(--trend-own)', stroke: 'var(--trend-ground)' }}
            isAnimationActive={false}
            connectNulls
          >
            <ErrorBar dataKey="error" width={6} stroke="var(--trend-own)" strokeWidth={1.5} isAnimationActive={false} />
          </Line>
        </ComposedChart>
      )}
    </ChartFrame>
  )
}

interface SettlingRow {
  readonly day: number
  readonly expected: readonly [number, number]
  readonly share: number | null
  readonly error: readonly [number, number]
}

/** The band at its corners, and the client's points. */
function rowsOf({ points, added }: SettlingCurve, lastDay: number): SettlingRow[] {
  const days = [...new Set([0, settlingDays, lastDay, ...points.map(({ day }) => day)])].toSorted((a, b) => a - b)
  return days.flatMap((day): SettlingRow[] => {
    const expected = expectedShareOn(day, added)
    const here = points.filter((point) => point.day === day)
    if (here.length === 0) return [{ day, expected, share: null, error: [0, 0] }]
    return here.map(
      ({ share: { value, range } }): SettlingRow => ({
        day,
        expected,
        share: value,
        error: [value - range[0], range[1] - value],
      }),
    )
  })
}

/** Weeks while they can be told apart, then two or more of them. */
function ticksTo(lastDay: number): number[] {
  const step = 7 * Math.max(1, Math.ceil(lastDay / 56))
  return Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, index) => index * step)
}
