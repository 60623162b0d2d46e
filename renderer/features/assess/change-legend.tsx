import { Diff } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import classes from './assess.module.css'
import type { ChangeLook } from './change-look.ts'
import { inkGradient } from './skin-map-painter.ts'

interface ChangeLegendProps {
  readonly look: ChangeLook
  /** "Healed 2". */
  readonly since: string
}

/** What the colours of the change mean; the button leads back to the map. */
export function ChangeLegend({ look, since }: ChangeLegendProps) {
  return (
    <section className={classes.legend} aria-label={t('What the colours of the change mean')}>
      <IconButton icon={Diff} label={t('Hide the change')} keyHint="C" aria-pressed size={30} onClick={look.toggle} />
      <span>{t('Lighter')}</span>
      <span className={classes.ramp} style={{ background: inkGradient() }} aria-hidden />
      <span>{t('Darker than at {{stage}}', { stage: since })}</span>
      <span className={classes.hatch} aria-hidden />
      <span>{t('Not compared')}</span>
    </section>
  )
}
