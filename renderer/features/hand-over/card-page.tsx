import { angleLabel } from '../../../shared/domain/angle.ts'
import type { PageFormat } from '../../../shared/domain/hand-over.ts'
import type { HandedAngle } from '../../../shared/domain/handed-angles.ts'
import type { StudioSign } from '../../use-studio.ts'
import classes from './hand-over.module.css'
import { PrintedSlide } from './printed-slide.tsx'
import { freshNote, isFreshSlide, Studio } from './series-pages.tsx'

interface CardPageProps {
  readonly angle: HandedAngle
  readonly page: Exclude<PageFormat, 'a4'>
  readonly studio: StudioSign
}

/** Before and after of an angle on a card: beside each other on a postcard, above each other on A6. */
export function CardPage({ angle: { angle, pair }, page, studio }: CardPageProps) {
  if (!pair) return null
  return (
    <section className={classes.page} data-page={page}>
      <div className={classes.pair}>
        <PrintedSlide slide={pair.before} />
        <PrintedSlide slide={pair.after} />
      </div>
      <footer className={classes.cardFoot}>
        <span>
          {[angleLabel(angle), [pair.before, pair.after].some(isFreshSlide) && freshNote()].filter(Boolean).join(' · ')}
        </span>
        <Studio studio={studio} />
      </footer>
    </section>
  )
}
