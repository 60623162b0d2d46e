import { type ReactNode, useId } from 'react'
import styles from './field-group.module.css'

interface FieldGroupProps {
  readonly legend: string
  /** What is wrong with the choice. */
  readonly error?: string | undefined
  /** `chips`: in a row that wraps. */
  readonly layout?: 'chips' | 'plain'
  readonly children: ReactNode
}

/** Fields that answer one question together. */
export function FieldGroup({ legend, error, layout = 'plain', children }: FieldGroupProps) {
  const errorId = useId()
  return (
    <fieldset className={styles.group} data-error={error !== undefined} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={layout === 'chips' ? styles.chips : undefined}>{children}</div>
      {error && (
        <p className={styles.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
