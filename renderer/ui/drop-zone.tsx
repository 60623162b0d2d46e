import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './drop-zone.module.css'
import { useFileDrop } from './file-drop.ts'

interface DropZoneProps {
  /** What a drop does, shown while files are held over the zone: "Drop to import". */
  readonly label: string
  readonly onFiles: (files: File[]) => void
  readonly className?: string
  readonly children: ReactNode
}

/** An area that takes dropped files and folders; zones inside it come first. Offer a button that does the same. */
export function DropZone({ label, onFiles, className, children }: DropZoneProps) {
  const { isOver, handlers } = useFileDrop(onFiles)
  return (
    <section className={`${styles.zone} ${className ?? ''}`} data-over={isOver || undefined} {...handlers}>
      {children}
      {isOver && (
        <div className={styles.veil} aria-hidden>
          <span className={styles.label}>
            <Upload size={20} aria-hidden /> {label}
          </span>
        </div>
      )}
    </section>
  )
}
