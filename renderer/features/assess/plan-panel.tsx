import { Button, Checkbox } from '@mantine/core'
import { ClipboardList, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { notedDilution } from '../../../shared/domain/assessing/noted-dilution.ts'
import { type PatchDecision, placeOfDecision, sessionAfter } from '../../../shared/domain/assessing/patch-decision.ts'
import { dotsToAdd, plansAt, type TouchUpPlan } from '../../../shared/domain/assessing/touch-up-plan.ts'
import type { TreatmentId } from '../../../shared/domain/ids.ts'
import { type Stage, stageWords } from '../../../shared/domain/stage.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import classes from './assess.module.css'

interface PlanPanelProps {
  readonly treatmentId: TreatmentId
  readonly stage: Stage | null
  readonly decisions: readonly PatchDecision[]
  readonly onTick: (patch: PatchDecision, session: Stage, isDone: boolean) => void
  /** Makes a sheet of a session's plan. */
  readonly onSheet: (session: Stage) => void
}

/** The touch-ups of the session after the stage that is shown, and those of the session before it, to be ticked off. */
export function PlanPanel({ treatmentId, stage, decisions, onTick, onSheet }: PlanPanelProps) {
  const { library } = usePorts()
  const records = useWatched(useMemo(() => library.watchSessionRecords(treatmentId), [library, treatmentId])) ?? []
  const plans = plansAt(stage, decisions)
  if (plans.length === 0)
    return (
      <EmptyState icon={ClipboardList} title={t('Nothing is planned yet')}>
        {t('Accept a patch to plan its touch-up in {{session}}.', { session: stageWords(sessionAfter(stage)) })}
      </EmptyState>
    )
  return plans.map((plan) => (
    <Plan
      key={plan.session}
      plan={plan}
      dilution={notedDilution(plan.session, records)}
      onTick={onTick}
      onSheet={() => onSheet(plan.session)}
    />
  ))
}

interface PlanProps {
  readonly plan: TouchUpPlan
  readonly dilution: string | undefined
  readonly onTick: PlanPanelProps['onTick']
  readonly onSheet: () => void
}

function Plan({ plan, dilution, onTick, onSheet }: PlanProps) {
  const { session, items, areaMm2, dots } = plan
  const title = t('Touch-up in {{session}}', { session: stageWords(session) })
  const done = items.filter(({ isDone }) => isDone).length
  return (
    <section className={classes.plan} aria-label={title}>
      <div className={classes.planHead}>
        <h2 className={classes.planTitle}>{title}</h2>
        <span className={classes.band}>{t('{{done}} of {{total}} done', { done, total: items.length })}</span>
      </div>
      <p className={classes.sentence}>
        {dots > 0
          ? t('{{area}} mm² in all, about {{dots}} dots to add', {
              area: numberInWords(areaMm2),
              dots: numberInWords(dots),
            })
          : t('{{area}} mm² in all', { area: numberInWords(areaMm2) })}
      </p>
      <ul className={classes.patchList}>
        {items.map(({ patch, isDone }) => (
          <li key={patch.patchId} className={classes.planItem} data-done={isDone || undefined}>
            <Checkbox
              checked={isDone}
              onChange={(event) => onTick(patch, session, event.currentTarget.checked)}
              label={
                <span className={classes.patchText}>
                  <span className={classes.patchPlace}>{planName(patch)}</span>
                  <span>{amountWords(patch)}</span>
                  {patch.note !== '' && <span className={classes.note}>{patch.note}</span>}
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {dilution && <p className={classes.quiet}>{dilution}</p>}
      <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={onSheet}>
        {t('Touch-up sheet…')}
      </Button>
      {items.some(({ patch }) => patch.isScaleEstimated) && (
        <p className={classes.quiet}>{t('≈: sizes are estimated from the width of the head.')}</p>
      )}
    </section>
  )
}

function planName(patch: PatchDecision): string {
  const { number, angle, zone } = patch
  const named = { number, place: placeOfDecision(patch) }
  return angle && zone !== ''
    ? t('{{number}} · {{place}} ({{angle}})', { ...named, angle: angleLabel(angle) })
    : t('{{number}} · {{place}}', named)
}

/** How much there is to do: "≈ 230 mm², about 45 dots to add". */
function amountWords(patch: PatchDecision): string {
  const area = `${patch.isScaleEstimated ? '≈ ' : ''}${numberInWords(patch.areaMm2)}`
  const dots = dotsToAdd(patch)
  if (patch.kind === 'dark') return t('{{area}} mm², darker than around it: no dots to add', { area })
  return dots > 0
    ? t('{{area}} mm², about {{dots}} dots to add', { area, dots: numberInWords(dots) })
    : t('{{area}} mm²', { area })
}
