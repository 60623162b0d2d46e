import { TriangleAlert } from 'lucide-react'
import type { LibraryDamage } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import { RestoreButton } from '../features/health/restore-button.tsx'
import type { Care } from '../ports.ts'
import { instantLabel } from '../ui/instant-label.ts'
import styles from './app.module.css'

/** Says on every screen that the library's record is damaged: what is shown, what isn't, what can be done. */
export function DamageBanner({ damage, care }: { damage: LibraryDamage; care: Care }) {
  return (
    <section className={styles.damage} aria-label={t('The library is damaged')}>
      <TriangleAlert className={styles.damageSign} size={20} aria-hidden />
      <p className={styles.damageText}>
        <strong>{t('This library’s record is damaged: you can look, but not change anything.')}</strong>{' '}
        {damageSentence(damage)}{' '}
        {t('Nothing on the disk was changed. To go on working, restore the library from a backup.')}
      </p>
      <RestoreButton care={care} variant="filled" />
    </section>
  )
}

function damageSentence({ shownUpTo, missingCount }: LibraryDamage): string {
  const moment = instantLabel(shownUpTo)
  if (missingCount === 0) return t('You see everything up to {{moment}}; what came after it can’t be read.', { moment })
  return t('You see everything up to {{moment}}; at least {{count}} later changes can’t be read.', {
    moment,
    count: missingCount,
  })
}
