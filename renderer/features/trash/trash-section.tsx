import { type ReactNode, useId } from 'react'
import styles from './trash.module.css'

interface TrashSectionProps {
  readonly title: string
  readonly count: number
  /** The class of the list. */
  readonly list: string
  /** What can be done with all of them. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One kind of things in the trash; nothing where there are none. */
export function TrashSection({ title, count, list, actions, children }: TrashSectionProps) {
  const titleId = useId()
  if (count === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.sectionHead}>
        <h2 id={titleId} className={styles.sectionTitle}>
          {title}
        </h2>
        {actions}
      </div>
      <ul className={list}>{children}</ul>
    </section>
  )
}
