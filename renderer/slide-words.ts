import type { PresentSlide } from '../shared/domain/present-scene.ts'
import { isFresh, sessionNumberOf, stageLabel } from '../shared/domain/stage.ts'
import { dayInWords } from '../shared/words/formats.ts'
import { t } from '../shared/words/translate.ts'

type SaidOfSlide = Pick<PresentSlide, 'stage' | 'day' | 'daysSinceSession'>

/** From here on weeks are counted: nobody says "37 days". */
const weeksFromDays = 14

/** The stage as it is written on the picture. */
export function slideTitle({ stage }: SaidOfSlide): string {
  return stage ? stageLabel(stage) : t('Photo')
}

/** Date, and how long after its session: "14 Mar 2026 · 5 weeks after session 2". */
export function slideDetail({ stage, day, daysSinceSession }: SaidOfSlide): string {
  return [day && dayInWords(day), stage && !isFresh(stage) && sinceSession(daysSinceSession, sessionNumberOf(stage))]
    .filter(Boolean)
    .join(' · ')
}

/** Stage and date, in one line, for buttons and screen readers. */
export function slideName(slide: SaidOfSlide): string {
  return [slideTitle(slide), slideDetail(slide)].filter(Boolean).join(' · ')
}

function sinceSession(days: number | null, session: number | undefined): string | null {
  if (days === null || session === undefined) return null
  return days < weeksFromDays
    ? t('{{count}} days after session {{session}}', { count: days, session })
    : t('{{count}} weeks after session {{session}}', { count: Math.round(days / 7), session })
}
