import { Checkbox, Select } from '@mantine/core'
import { ChartSpline } from 'lucide-react'
import { useMemo, useState } from 'react'
import { settlingCurvesOf } from '../../../shared/domain/assessing/settling-curve.ts'
import { trendOf } from '../../../shared/domain/assessing/zone-trend.ts'
import { sessionNumberOf } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './assess.module.css'
import own from './over-stages.module.css'
import { SettlingSection } from './settling-section.tsx'
import { TrendSection } from './trend-section.tsx'
import { useLightAlike } from './use-light-alike.ts'
import type { SeriesFindings } from './use-series-findings.ts'
import type { ZoneSeries } from './use-zone-series.ts'
import type { SeriesZone } from './zone-series.ts'

interface OverStagesProps {
  readonly findings: SeriesFindings
  readonly all: ZoneSeries
}

/** A zone over the stages of its angle: how each session settled, then evenness, match and coverage; as charts or as a table. */
export function OverStages({ findings, all: { zones } }: OverStagesProps) {
  const [chosen, setChosen] = useState<string>()
  const [isTable, setIsTable] = useState(false)
  const zone = zones.find(({ zoneId }) => zoneId === chosen) ?? zones[0]
  if (!zone)
    return (
      <EmptyState icon={ChartSpline} title={t('Nothing to follow yet')}>
        {t('Draw the treated zone on a stage with pigment: then it is followed over all of them.')}
      </EmptyState>
    )
  return (
    <>
      {zones.length > 1 && (
        <Select
          size="xs"
          aria-label={t('Zone')}
          allowDeselect={false}
          value={zone.zoneId}
          onChange={(zoneId) => zoneId && setChosen(zoneId)}
          data={zones.map(({ zoneId, name }) => ({ value: zoneId, label: name }))}
        />
      )}
      <div className={own.head}>
        <h2 className={own.zone}>{zone.name}</h2>
        <Checkbox
          size="xs"
          label={t('Show as table')}
          checked={isTable}
          onChange={(event) => setIsTable(event.currentTarget.checked)}
        />
      </div>
      {findings.toGo > 0 && (
        <p className={classes.quiet} role="status">
          {t('Looking at the other stages: {{count}} to go', { count: findings.toGo })}
        </p>
      )}
      <ZoneOverStages key={zone.zoneId} {...{ zone, findings, isTable }} />
    </>
  )
}

interface ZoneOverStagesProps {
  readonly zone: SeriesZone
  readonly findings: SeriesFindings
  readonly isTable: boolean
}

function ZoneOverStages({ zone: { stages }, findings: { shown, seen }, isTable }: ZoneOverStagesProps) {
  const [chosen, setChosen] = useState<number>()
  const isLightAlike = useLightAlike(stages)
  const curves = useMemo(() => settlingCurvesOf(stages, isLightAlike), [stages, isLightAlike])
  const trend = useMemo(() => trendOf(stages), [stages])
  const ofShown = shown.photo.stage ? sessionNumberOf(shown.photo.stage) : undefined
  const session = chosen ?? curves.find((curve) => curve.session === ofShown)?.session ?? curves.at(-1)?.session ?? 1
  return (
    <>
      <SettlingSection tracks={seen.tracks} onSession={setChosen} {...{ curves, session, stages, isTable }} />
      <TrendSection stages={trend} isTable={isTable} />
    </>
  )
}
