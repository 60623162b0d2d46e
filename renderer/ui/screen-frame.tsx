import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../../shared/words/translate.ts'
import { IconButton } from './icon-button.tsx'
import styles from './screen-frame.module.css'

interface ScreenFrameProps {
  readonly title: string
  /** Stands right of the title, such as a badge. */
  readonly badge?: ReactNode
  /** One quiet line under the title. */
  readonly subtitle?: ReactNode
  readonly back?: { readonly label: string; readonly onBack: () => void }
  readonly actions?: ReactNode
  /** Stands below the main region and never scrolls away. */
  readonly footer?: ReactNode
  /** `scroll`: padded, scrolls as a page. `fill`: takes exactly the height that is left, without padding. */
  readonly layout?: 'scroll' | 'fill'
  readonly children: ReactNode
}

/** A screen: header with the way back, title and actions; one main region; the focus starts at the title. */
export function ScreenFrame({ title, badge, subtitle, back, actions, footer, layout, children }: ScreenFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.title = `${title} – Stipple`
  }, [title])

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('Skip to content')}
      </a>
      <header className={styles.header}>
        {back && <IconButton icon={ArrowLeft} label={back.label} onClick={back.onBack} />}
        <div className={styles.titles}>
          <div className={styles.titleLine}>
            <h1 className={styles.title} ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {badge}
          </div>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <main id="content" className={styles.main} data-layout={layout ?? 'scroll'} tabIndex={-1}>
        {children}
      </main>
      {footer}
    </div>
  )
}
