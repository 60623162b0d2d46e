import { figureWords, measureHint, measureName } from '../../../shared/domain/assessing/over-stages-words.ts'
import { gapSentence, type ZoneAtStage } from '../../../shared/domain/assessing/zone-at-stage.ts'
import { isFigure, type TrendStage, trendMeasures } from '../../../shared/domain/assessing/zone-trend.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { listInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import { FigureCell } from './figure-cell.tsx'
import own from './over-stages.module.css'
import { TrendChart } from './trend-chart.tsx'

interface TrendSectionProps {
  readonly stages: readonly TrendStage[]
  readonly isTable: boolean
}

/** Evenness, match and coverage of a zone over the stages, as charts or as a table; why a stage has none. */
export function TrendSection({ stages, isTable }: TrendSectionProps) {
  const reasons = [...new Set(stages.flatMap(({ at }) => at.gap ?? []))]
  return (
    <>
      {isTable ? (
        <TrendTable stages={stages} />
      ) : (
        trendMeasures.map((measure) => (
          <section key={measure} className={own.card} aria-label={measureName(measure)}>
            <h2 className={own.title}>{measureName(measure)}</h2>
            <p className={classes.quiet}>{measureHint(measure)}</p>
            <TrendChart
              measure={measure}
              stages={stages}
              label={[
                t('{{measure}} over the stages', { measure: measureName(measure) }),
                ...stages.map(({ at, figures }) =>
                  t('{{stage}}: {{figure}}', { stage: stageName(at), figure: figureWords(figures[measure]) }),
                ),
              ].join('. ')}
            />
          </section>
        ))
      )}
      {reasons.length > 0 && (
        <section aria-label={t('Stages that can’t be compared')}>
          <h2 className={classes.sectionTitle}>{t('Stages that can’t be compared')}</h2>
          <dl className={own.reasons}>
            {reasons.map((gap) => (
              <div key={gap}>
                <dt>{listInWords(stages.filter(({ at }) => at.gap === gap).map(({ at }) => stageName(at)))}</dt>
                <dd>{gapSentence(gap)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function TrendTable({ stages }: { stages: readonly TrendStage[] }) {
  return (
    <table className={own.table}>
      <caption>{t('Over the stages, with ranges')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Stage')}</th>
          {trendMeasures.map((measure) => (
            <th key={measure} scope="col">
              {measure === 'match' ? t('Own hair') : measureName(measure)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map(({ at, figures }) => (
          <tr key={at.photoId}>
            <th scope="row">{stageName(at)}</th>
            {at.gap === null ? (
              trendMeasures.map((measure) => {
                const figure = figures[measure]
                return isFigure(figure) ? (
                  <FigureCell key={measure} figure={figure} />
                ) : (
                  <td key={measure} className={own.gap}>
                    {figureWords(figure)}
                  </td>
                )
              })
            ) : (
              <td colSpan={trendMeasures.length} className={own.gap}>
                {figureWords(figures.evenness)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stageName({ stage }: ZoneAtStage): string {
  return stage ? stageLabel(stage) : t('No stage')
}
