import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './notice-bar.module.css'

interface NoticeBarProps {
  readonly label: string
  readonly icon: LucideIcon
  /** What is said, also aloud, whenever it changes; null: there is nothing to say, and nothing is seen. */
  readonly sentence: string | null
  /** Buttons. */
  readonly children?: ReactNode
}

/** A calm line above a screen's content that may come and change at any time. It takes no focus; keep it mounted, so that it is heard. */
export function NoticeBar({ label, icon: Icon, sentence, children }: NoticeBarProps) {
  const isSilent = sentence === null
  return (
    <section className={styles.bar} data-silent={isSilent || undefined} aria-label={isSilent ? undefined : label}>
      {!isSilent && <Icon className={styles.icon} size={18} aria-hidden />}
      <p className={styles.sentence} role="status">
        {sentence}
      </p>
      {!isSilent && <div className={styles.actions}>{children}</div>}
    </section>
  )
}
