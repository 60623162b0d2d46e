import { Checkbox, Input, Radio, SegmentedControl, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TouchUpPlan } from '../../../../shared/domain/assessing/touch-up-plan.ts'
import { type Stage, stageLabel } from '../../../../shared/domain/stage.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { KeptNames, SheetKind } from './sheet-options.ts'
import type { SheetRefusals } from './sheet-refusals.ts'
import classes from './sheets-dialog.module.css'

interface SheetFormProps {
  readonly kind: SheetKind
  readonly refusals: SheetRefusals
  readonly plans: readonly TouchUpPlan[]
  readonly session: Stage | undefined
  readonly names: KeptNames
  readonly hasClient: boolean
  readonly studioFields: ReactNode
  readonly onKind: (kind: SheetKind) => void
  readonly onSession: (session: Stage) => void
  readonly onClient: (hasClient: boolean) => void
}

/** Which document, for which session, and whom and what it names. */
export function SheetForm(props: SheetFormProps) {
  const { kind, refusals, plans, session, names, hasClient, studioFields, onKind, onSession, onClient } = props
  const kinds: readonly { value: SheetKind; label: string; about: string }[] = [
    { value: 'touch-up', label: t('Touch-up sheet'), about: t('A4 for the tray: map and list to tick off') },
    { value: 'report', label: t('Report'), about: t('A4: verdicts in words, map, stages') },
    { value: 'phone', label: t('Phone card'), about: t('As tall as a phone: map and short list') },
  ]
  return (
    <Stack gap="md" className={classes.form}>
      <Radio.Group
        label={t('Document')}
        value={kind}
        onChange={(value) => onKind(kinds.find((each) => each.value === value)?.value ?? kind)}
      >
        <Stack gap={10} mt={8}>
          {kinds.map(({ value, label, about }) => (
            <Radio
              key={value}
              value={value}
              label={label}
              description={refusals[value] ?? about}
              disabled={refusals[value] !== undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind !== 'report' && plans.length > 1 && session && (
        <SegmentedControl
          fullWidth
          aria-label={t('Session')}
          value={session}
          onChange={(value) => onSession(value as Stage)}
          data={plans.map((plan) => ({ value: plan.session, label: stageLabel(plan.session) }))}
        />
      )}
      <Input.Wrapper label={t('What it names')} labelElement="div">
        <Stack gap={10} mt={8} role="group" aria-label={t('What it names')}>
          <Checkbox
            label={t('Client’s name')}
            checked={hasClient}
            onChange={(event) => onClient(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('Dates of the photos')}
            checked={names.hasDates}
            onChange={(event) => names.change({ hasDates: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('Studio’s name and logo')}
            checked={names.hasStudio}
            onChange={(event) => names.change({ hasStudio: event.currentTarget.checked })}
          />
        </Stack>
      </Input.Wrapper>
      {names.hasStudio && <div className={classes.studio}>{studioFields}</div>}
    </Stack>
  )
}
