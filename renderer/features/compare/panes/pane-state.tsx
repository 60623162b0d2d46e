import { Check, Hand, LoaderCircle, type LucideIcon, Pin, TriangleAlert, Unlink } from 'lucide-react'
import { t } from '../../../../shared/words/translate.ts'
import type { PairAlignmentState } from '../use-pair-alignment.ts'
import classes from './panes.module.css'

interface PaneStateProps {
  readonly state: PairAlignmentState | 'baseline'
  readonly isInHand: boolean
}

/** What a pane is: the baseline, or how far its photo is aligned with it. */
export function PaneState({ state, isInHand }: PaneStateProps) {
  const said = sayingOf(state)
  if (!said) return null
  const { icon: Icon, text, kind } = said
  return (
    <div className={classes.state} data-kind={kind} data-in-hand={isInHand}>
      <Icon size={13} aria-hidden />
      <span>{text}</span>
    </div>
  )
}

interface Saying {
  readonly icon: LucideIcon
  readonly text: string
  readonly kind: 'quiet' | 'doubt'
}

function sayingOf(state: PairAlignmentState | 'baseline'): Saying | null {
  if (state === 'baseline') return { icon: Pin, text: t('Baseline'), kind: 'quiet' }
  switch (state.kind) {
    case 'loading':
      return null
    case 'aligning':
      return { icon: LoaderCircle, text: t('Aligning… own frame'), kind: 'doubt' }
    case 'cancelled':
    case 'failed':
      return { icon: Unlink, text: t('Not aligned: own frame'), kind: 'doubt' }
    case 'ready': {
      const { outcome, method, transform } = state.alignment
      if (!transform) return { icon: Unlink, text: t('Not aligned: own frame'), kind: 'doubt' }
      if (outcome !== 'aligned') return { icon: TriangleAlert, text: t('Check the alignment'), kind: 'doubt' }
      return method === 'by-hand'
        ? { icon: Hand, text: t('Aligned by hand'), kind: 'quiet' }
        : { icon: Check, text: t('Aligned'), kind: 'quiet' }
    }
  }
}
