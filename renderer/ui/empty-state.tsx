import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  /** What to do now, in one or two sentences. */
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing yet: says so, and says what to do. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <section className={styles.state} aria-label={title}>
      <Icon className={styles.icon} size={36} strokeWidth={1.25} aria-hidden />
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
