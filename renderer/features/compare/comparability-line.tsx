import { CircleCheck, CircleHelp, Lightbulb } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import classes from './compare.module.css'
import type { ComparabilityState } from './use-comparability.ts'

const icons = { alike: CircleCheck, different: Lightbulb, unmeasured: CircleHelp }

/** One quiet line: how alike the two photos were taken, and what to do next time. */
export function ComparabilityLine({ state }: { state: ComparabilityState }) {
  return (
    <div className={classes.comparability} role="status" aria-label={t('How alike the photos were taken')}>
      <Content state={state} />
    </div>
  )
}

function Content({ state }: { state: ComparabilityState }) {
  switch (state.kind) {
    case 'waiting':
      return null
    case 'failed':
      return <span>{t('How alike the photos were taken couldn’t be measured.')}</span>
    case 'known': {
      const Icon = icons[state.comparability.kind]
      return (
        <>
          <Icon size={16} aria-hidden data-kind={state.comparability.kind} />
          <span>{state.comparability.sentence}</span>
        </>
      )
    }
  }
}
