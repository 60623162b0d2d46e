import { angleLabel } from '../../../shared/domain/angle.ts'
import type { HandedAngle } from '../../../shared/domain/handed-angles.ts'
import type { PresentSlide } from '../../../shared/domain/present-scene.ts'
import { isFresh } from '../../../shared/domain/stage.ts'
import { dayInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import type { StudioSign } from '../../use-studio.ts'
import classes from './hand-over.module.css'
import { PrintedSlide } from './printed-slide.tsx'

/** As many photos stand on a page; larger where they are few. */
const [mostSlides, fewSlides] = [6, 4]

interface SeriesPagesProps {
  readonly angles: readonly HandedAngle[]
  readonly studio: StudioSign
}

/** A client's own series on A4: a cover page, then each angle from the first photo to the last. */
export function SeriesPages({ angles, studio }: SeriesPagesProps) {
  return (
    <>
      <Cover angles={angles} studio={studio} />
      {angles.flatMap(({ angle, slides }) =>
        pagesOf(slides).map((page) => (
          <section key={page[0]?.photoId} className={classes.page} data-page="a4">
            <h2 className={classes.angle}>{angleLabel(angle)}</h2>
            <div className={classes.slides} data-large={page.length <= fewSlides}>
              {page.map((slide) => (
                <PrintedSlide key={slide.photoId} slide={slide} />
              ))}
            </div>
            <Foot studio={studio} hasFresh={page.some(isFreshSlide)} />
          </section>
        )),
      )}
    </>
  )
}

function Cover({ angles, studio }: SeriesPagesProps) {
  const slides = angles.flatMap((angle) => angle.slides)
  const days = slides.flatMap(({ day }) => day ?? []).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const pair = angles.find((angle) => angle.pair)?.pair
  const shown = pair ? [pair.before, pair.after] : slides.slice(0, 1)
  return (
    <section className={classes.page} data-page="a4">
      <Studio studio={studio} />
      <h1 className={classes.title}>{t('Treatment in pictures')}</h1>
      {first && last && (
        <p className={classes.period}>
          {first === last
            ? dayInWords(first)
            : t('{{first}} to {{last}}', { first: dayInWords(first), last: dayInWords(last) })}
        </p>
      )}
      <div className={classes.slides} data-large>
        {shown.map((slide) => (
          <PrintedSlide key={slide.photoId} slide={slide} />
        ))}
      </div>
      <ul className={classes.contents}>
        {angles.map(({ angle, slides: own }) => (
          <li key={angle}>{t('{{angle}}: {{count}} photos', { angle: angleLabel(angle), count: own.length })}</li>
        ))}
      </ul>
      <Foot studio={studio} hasFresh={false} />
    </section>
  )
}

/** What stands for the studio, where there is something. */
export function Studio({ studio: { name, logo } }: { studio: StudioSign }) {
  if (!logo && name === '') return null
  return (
    <div className={classes.studio}>
      {logo && <img src={logo} alt={t('Logo of the studio')} />}
      {name && <span>{name}</span>}
    </div>
  )
}

/** Whether a photo was taken on the day of a session. */
export function isFreshSlide({ stage }: PresentSlide): boolean {
  return stage !== null && isFresh(stage)
}

/** What has to be told beside such a photo. */
export function freshNote(): string {
  return t('On the day of a session pigment is darker than it will stay.')
}

function Foot({ studio, hasFresh }: { studio: StudioSign; hasFresh: boolean }) {
  return (
    <footer className={classes.foot}>
      {[t('Light and skin as photographed; nothing was retouched.'), hasFresh && freshNote(), studio.name]
        .filter(Boolean)
        .join(' · ')}
    </footer>
  )
}

function pagesOf(slides: readonly PresentSlide[]): PresentSlide[][] {
  const count = Math.ceil(slides.length / mostSlides)
  const each = Math.ceil(slides.length / count)
  return Array.from({ length: count }, (_, page) => slides.slice(page * each, (page + 1) * each))
}
