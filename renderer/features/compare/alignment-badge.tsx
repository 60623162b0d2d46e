import { Badge, List, Popover, UnstyledButton } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { reasonInWords } from '../../../shared/domain/registration/reason-words.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './compare.module.css'
import type { PairAlignmentState } from './use-pair-alignment.ts'

/** Says in a word how far the pair is aligned; where it must be checked, why. */
export function AlignmentBadge({ state }: { state: PairAlignmentState }) {
  const isByHand = state.kind === 'ready' && state.alignment.method === 'by-hand'
  return (
    <div role="status" aria-label={t('Alignment')} className={classes.badges}>
      <StateBadge state={state} />
      {isByHand && (
        <Badge variant="outline" color="gray" tt="none">
          {t('By hand')}
        </Badge>
      )}
    </div>
  )
}

function StateBadge({ state }: { state: PairAlignmentState }) {
  switch (state.kind) {
    case 'loading':
      return null
    case 'aligning':
      return <Plain color="gray">{t('Aligning…')}</Plain>
    case 'cancelled':
    case 'failed':
      return <Plain color="gray">{t('Not aligned')}</Plain>
    case 'ready':
      return <OutcomeBadge alignment={state.alignment} />
  }
}

function OutcomeBadge({ alignment: { outcome, quality } }: { alignment: Alignment }) {
  switch (outcome) {
    case 'aligned':
      return <Plain color="accent">{t('Aligned')}</Plain>
    case 'check':
      return <WithReasons color="yellow" text={t('Check the alignment')} reasons={quality.reasons} />
    case 'needs-landmarks':
      return <WithReasons color="red" text={t('Needs landmarks')} reasons={quality.reasons} />
  }
}

function Plain({ color, children }: { color: string; children: string }) {
  return (
    <Badge variant="light" color={color} tt="none">
      {children}
    </Badge>
  )
}

function WithReasons({ color, text, reasons }: { color: string; text: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return <Plain color={color}>{text}</Plain>
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.badgeButton} aria-label={t('{{text}}: show why', { text })}>
          <Badge variant="light" color={color} tt="none" rightSection={<ChevronDown size={12} aria-hidden />}>
            {text}
          </Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <List size="sm" spacing={4}>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reasonInWords(reason)}</List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  )
}
