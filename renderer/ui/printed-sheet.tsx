import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './printed-sheet.module.css'

interface PrintedSheetProps {
  /** The pages bring their own margins. */
  readonly isBare?: boolean
  readonly children: ReactNode
}

/** What the printer gets instead of the window; nothing of it is seen on the screen. */
export function PrintedSheet({ isBare = false, children }: PrintedSheetProps) {
  return createPortal(
    <div className={styles.sheet} data-printed data-bare={isBare} aria-hidden>
      {children}
    </div>,
    document.body,
  )
}
