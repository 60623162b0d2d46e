import { TriangleAlert } from 'lucide-react'
import type { LibraryDamage } from '../../shared/ipc/contract.ts'
import { RestoreButton } from '../features/health/restore-button.tsx'
import type { Care } from '../ports.ts'
import { instantLabel } from '../ui/instant-label.ts'
import styles from './app.module.css'

const count = new Intl.NumberFormat('en-GB')

/** Says on every screen that the library's record is damaged: what is shown, what isn't, what can be done. */
export function DamageBanner({ damage, care }: { damage: LibraryDamage; care: Care }) {
  return (
    <section className={styles.damage} aria-label="The library is damaged">
      <TriangleAlert className={styles.damageSign} size={20} aria-hidden />
      <p className={styles.damageText}>
        <strong>This library’s record is damaged: you can look, but not change anything.</strong>{' '}
        {damageSentence(damage)} Nothing on the disk was changed. To go on working, restore the library from a backup.
      </p>
      <RestoreButton care={care} variant="filled" />
    </section>
  )
}

function damageSentence({ shownUpTo, missingCount }: LibraryDamage): string {
  const shown = `You see everything up to ${instantLabel(shownUpTo)}`
  if (missingCount === 0) return `${shown}; what came after it can’t be read.`
  return `${shown}; at least ${missingCount === 1 ? '1 later change' : `${count.format(missingCount)} later changes`} can’t be read.`
}
