import { Button, SegmentedControl, Text } from '@mantine/core'
import { Hourglass, PenTool, ScanSearch, WandSparkles } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import classes from './assess.module.css'
import { Findings } from './findings.tsx'
import type { ListedPatch } from './listed-patches.ts'
import type { PatchActions } from './patch-card.tsx'
import { PlanPanel } from './plan-panel.tsx'
import type { SeriesPhoto } from './series-view.ts'
import type { AssessmentState } from './use-assessments.ts'

interface AssessPanelProps {
  readonly shown: SeriesPhoto
  readonly state: AssessmentState
  readonly decisions: readonly PatchDecision[]
  readonly tab: PanelTab
  readonly onTab: (tab: PanelTab) => void
  readonly patches: readonly ListedPatch[]
  readonly toGo: number
  readonly isNumbered: boolean
  readonly isAligning: boolean
  /** A treated zone is drawn on another stage of this angle. */
  readonly hasZonesElsewhere: boolean
  readonly chosen: number | null
  readonly onChoose: (number: number | null) => void
  readonly actionsOf: (patch: ListedPatch) => PatchActions
  readonly onTick: (patch: PatchDecision, session: Stage, isDone: boolean) => void
  readonly onSheet: (session: Stage) => void
  readonly onDraw: () => void
  /** Undefined where no post-cut photo without zones is there. */
  readonly onPropose: (() => void) | undefined
  /** What changed since another stage. */
  readonly change: ReactNode
  readonly overStages: ReactNode
}

const panelTabs = ['findings', 'stages', 'plan'] as const
export type PanelTab = (typeof panelTabs)[number]

/** What the photo tells, in words; or what is to be done so that it can tell something; and the plan of what is to be touched up. */
export function AssessPanel(props: AssessPanelProps) {
  const { shown, decisions, tab, onTab, onTick, onSheet } = props
  const { treatmentId, stage } = shown.photo
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (tab) panel.current?.scrollTo?.(0, 0)
  }, [tab])
  const planned = decisions.filter(({ touchUps }) => touchUps.some(({ isDone }) => !isDone)).length
  return (
    <aside ref={panel} className={classes.panel} aria-label={t('What the photo tells')}>
      <SegmentedControl
        fullWidth
        size="sm"
        className={classes.tabs!}
        aria-label={t('Findings or plan')}
        value={tab}
        onChange={(value) => onTab(panelTabs.find((each) => each === value) ?? 'findings')}
        data={[
          { value: 'findings', label: t('Findings') },
          { value: 'stages', label: t('Over time') },
          { value: 'plan', label: planned > 0 ? t('Touch-up plan ({{planned}})', { planned }) : t('Touch-up plan') },
        ]}
      />
      {tab === 'findings' && <PanelContent {...props} />}
      {tab === 'stages' && props.overStages}
      {tab === 'plan' && <PlanPanel {...{ treatmentId, stage, decisions, onTick, onSheet }} />}
    </aside>
  )
}

function PanelContent(props: AssessPanelProps) {
  const { shown, state, onDraw } = props
  if (!shown.hasPigment)
    return (
      <EmptyState icon={Hourglass} title={t('Nothing to judge before the first session')}>
        {t('There is no pigment in the skin yet. Step to a later stage with the arrow keys.')}
      </EmptyState>
    )
  if (shown.inputs.zones.length === 0 && props.hasZonesElsewhere && props.isAligning)
    return (
      <EmptyState icon={Hourglass} title={t('Aligning this photo…')}>
        {t('The zone is drawn on another stage. It is carried here as soon as both are aligned.')}
      </EmptyState>
    )
  if (shown.inputs.zones.length === 0 && props.hasZonesElsewhere)
    return (
      <EmptyState
        icon={PenTool}
        title={t('The zone can’t be carried here')}
        actions={
          <Button leftSection={<PenTool size={16} aria-hidden />} onClick={onDraw}>
            {t('Draw zones…')}
          </Button>
        }
      >
        {t(
          'This photo isn’t aligned with the stage on which it was drawn. Place landmarks when comparing both, or draw it here, too.',
        )}
      </EmptyState>
    )
  if (shown.inputs.zones.length === 0)
    return (
      <EmptyState
        icon={PenTool}
        title={t('Draw the treated zone first')}
        actions={
          <>
            {props.onPropose && (
              <Button leftSection={<WandSparkles size={16} aria-hidden />} onClick={props.onPropose}>
                {t('Propose zones…')}
              </Button>
            )}
            <Button
              variant={props.onPropose ? 'default' : 'filled'}
              leftSection={<PenTool size={16} aria-hidden />}
              onClick={onDraw}
            >
              {t('Draw zones…')}
            </Button>
          </>
        }
      >
        {t(
          'Draw it once, on any stage of this angle: it is carried to all others. A reference zone on the client’s own shaved hair tells how well both match.',
        )}
      </EmptyState>
    )
  switch (state.kind) {
    case 'waiting':
      return <Text className={classes.quiet}>{t('Waiting for another photo…')}</Text>
    case 'working':
      return (
        <div className={classes.working}>
          <WorkProgressBar label={t('Measuring the skin')} fraction={state.fraction} step="" onStop={state.cancel} />
        </div>
      )
    case 'cancelled':
      return (
        <EmptyState
          icon={ScanSearch}
          title={t('Not measured')}
          actions={<Button onClick={state.retry}>{t('Measure')}</Button>}
        >
          {t('Measuring was stopped.')}
        </EmptyState>
      )
    case 'failed':
      return (
        <div className={classes.working} role="alert">
          <Text size="sm">{errorSentence(state.error)}</Text>
          <Button size="compact-sm" onClick={state.retry}>
            {t('Try again')}
          </Button>
        </div>
      )
    case 'known':
      return <Findings {...props} assessment={state.assessment} />
  }
}
