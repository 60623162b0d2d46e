import { angleLabel } from '../../../shared/domain/angle.ts'
import { captionFault } from '../../../shared/domain/captions/caption-fault.ts'
import { resolveCaption } from '../../../shared/domain/captions/resolve-caption.ts'
import { captureDay, daysBetween } from '../../../shared/domain/capture-date.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { dayInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'

/** The line over the whole picture, of all photos that stand in it; empty where it can't be used. */
export function pictureTextOf(
  ownText: string,
  photos: readonly Pick<Photo, 'angle' | 'capture'>[],
  studio: string,
): string {
  if (captionFault(ownText, 'picture')) return ''
  const [angle, ...otherAngles] = new Set(photos.map((photo) => photo.angle))
  const days = photos.flatMap(({ capture }) => (capture ? [captureDay(capture)] : [])).toSorted()
  // a time that not all photos tell of isn't known
  const [first, last] = days.length === photos.length ? [days[0], days.at(-1)] : []
  return resolveCaption(ownText, {
    studio,
    angle: angle && otherAngles.length === 0 ? angleLabel(angle) : null,
    period: first && last ? periodOf(first, last) : null,
    apart: first && last && first !== last ? apartBy(daysBetween(first, last)) : null,
  })
}

function periodOf(first: string, last: string): string {
  if (first === last) return dayInWords(first)
  return t('{{first}} – {{last}}', { first: dayInWords(first), last: dayInWords(last) })
}

function apartBy(days: number): string {
  return days < 14
    ? t('{{count}} days apart', { count: days })
    : t('{{count}} weeks apart', { count: Math.round(days / 7) })
}
