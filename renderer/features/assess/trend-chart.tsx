import { CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { gapWord } from '../../../shared/domain/assessing/zone-at-stage.ts'
import { isFigure, type TrendMeasure, type TrendStage } from '../../../shared/domain/assessing/zone-trend.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { ChartFrame } from './chart-frame.tsx'
import { heightOf, type StageNames, StageTick } from './stage-tick.tsx'
import { TrendMark } from './trend-mark.tsx'

const plotHeightPx = 112
const axisWidthPx = 48

interface TrendChartProps {
  readonly measure: TrendMeasure
  readonly stages: readonly TrendStage[]
  readonly label: string
}

/** One measure over the stages, with its ranges; a stage without a figure says why. */
export function TrendChart({ measure, stages, label }: TrendChartProps) {
  const rows = stages.map(({ figures }, place) => rowOf(place, figures[measure]))
  const most = topOf(rows)
  const names = stages.map(({ at, figures }) => namesOf(at, figures[measure]))
  const namesHeightPx = heightOf(names)
  const heightPx = plotHeightPx + namesHeightPx
  return (
    <ChartFrame label={label} heightPx={heightPx}>
      {(width) => (
        <ComposedChart
          width={width}
          height={heightPx}
          data={rows}
          accessibilityLayer={false}
          margin={{ top: 8, right: 6, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke="var(--trend-grid)" vertical={false} />
          <XAxis
            dataKey="place"
            type="category"
            interval={0}
            height={namesHeightPx}
            padding={{ left: 20, right: 20 }}
            tickLine={false}
            stroke="var(--trend-axis)"
            tick={({ x, y, index }) => <StageTick key={index} x={x} y={y} {...names[index]} />}
          />
          <YAxis
            type="number"
            domain={[0, most]}
            ticks={[0, most / 2, most]}
            width={axisWidthPx}
            allowDataOverflow
            stroke="var(--trend-axis)"
            tick={{ fill: 'var(--trend-text)', fontSize: 12 }}
            tickFormatter={(share: number) => `${Math.round(100 * share)}\u00a0%`}
          />
          {rows.map(
            ({ place, value }) =>
              value === null && (
                <ReferenceLine key={place} x={place} stroke="var(--trend-grid)" strokeDasharray="2 4" />
              ),
          )}
          <Line
            dataKey="value"
            type="linear"
            stroke={`var(--trend-${measure})`}
            strokeWidth={2}
            dot={({ cx, cy, index }) => <TrendMark key={index} measure={measure} x={cx} y={cy} />}
            isAnimationActive={false}
            connectNulls
          >
            <ErrorBar
              dataKey="error"
              width={6}
              stroke={`var(--trend-${measure})`}
              strokeWidth={1.5}
              isAnimationActive={false}
            />
          </Line>
        </ComposedChart>
      )}
    </ChartFrame>
  )
}

interface TrendRow {
  readonly place: number
  readonly value: number | null
  readonly error: readonly [number, number]
}

function rowOf(place: number, figure: TrendStage['figures'][TrendMeasure]): TrendRow {
  if (!isFigure(figure)) return { place, value: null, error: [0, 0] }
  const { value, range } = figure
  return { place, value, error: [value - range[0], range[1] - value] }
}

/** The axis ends at a round share above all ranges. */
function topOf(rows: readonly TrendRow[]): number {
  const most = Math.max(0, ...rows.map(({ value, error }) => (value === null ? 0 : value + error[1])))
  return [0.2, 0.4, 1, 1.5, 2, 3].find((top) => most <= top) ?? Math.ceil(most)
}

function namesOf({ stage }: TrendStage['at'], figure: TrendStage['figures'][TrendMeasure]): StageNames {
  return { name: stage ? stageLabel(stage) : t('No stage'), gap: isFigure(figure) ? undefined : gapWord(figure.gap) }
}
