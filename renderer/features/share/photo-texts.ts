import { captionFault } from '../../../shared/domain/captions/caption-fault.ts'
import { resolveCaption } from '../../../shared/domain/captions/resolve-caption.ts'
import { captionOf, daysSinceSession, type PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { DetailKind, Naming } from '../../../shared/domain/export-look.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { isFresh, sessionNumberOf } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import type { PhotoText } from './caption-painter.ts'

/** How the photos of a picture are described. */
export interface TextChoice {
  readonly naming: Naming
  /** The studio's own words, with placeholders; one that can't be used isn't written. */
  readonly photoText: string
  readonly detail: DetailKind
  readonly studio: string
  readonly isLightMatched: boolean
  /** Photos of other angles stand beside it. */
  readonly hasAngle: boolean
}

/**
 * What is written on a photo: what is known of it, in the words that were chosen; nothing can be written on it that it isn't. That it is fresh, or its light was matched, always is.
 * `isFirst`: no earlier stage stands beside it. `treatmentPhotos` tell the day of its session.
 */
export function photoTextOf(
  photo: Photo,
  treatmentPhotos: readonly Photo[],
  choice: TextChoice,
  isFirst: boolean,
): PhotoText {
  const { isLightMatched, hasAngle } = choice
  const caption = captionOf(photo, treatmentPhotos, { isLightMatched })
  const detailed = (kind: DetailKind) => detailOf(photo, treatmentPhotos, caption, kind)
  const name = nameOf(photo, caption, choice, isFirst, detailed)
  const notes = [
    caption.isRed ? t('Fresh, skin red') : caption.isSettling ? t('Still settling') : null,
    isLightMatched ? t('Light matched') : null,
  ].filter((note) => note !== null)
  const isAngleTold = choice.naming === 'own' && choice.photoText.includes('{angle}')
  return {
    title: hasAngle && caption.angle && !isAngleTold ? `${caption.angle} · ${name}` : name,
    detail: detailed(choice.detail),
    ...(notes.length > 0 && { note: notes.join(' · ') }),
  }
}

function nameOf(
  photo: Photo,
  caption: PhotoCaption,
  { naming, photoText, studio }: TextChoice,
  isFirst: boolean,
  detailed: (kind: DetailKind) => string | null,
): string {
  const asBeforeOrAfter = beforeOrAfter(photo, caption, isFirst)
  if (naming === 'before-after') return asBeforeOrAfter
  if (naming === 'stage' || captionFault(photoText, 'photo')) return caption.stage
  return resolveCaption(photoText, {
    stage: caption.stage,
    'before-after': asBeforeOrAfter,
    angle: caption.angle,
    date: detailed('date'),
    days: detailed('day'),
    weeks: detailed('weeks'),
    studio,
  })
}

function beforeOrAfter({ stage }: Photo, caption: PhotoCaption, isFirst: boolean): string {
  const number = stage ? sessionNumberOf(stage) : undefined
  if (!stage || number === undefined) return isFirst ? t('Before') : caption.stage
  return isFresh(stage)
    ? t('After session {{number}}, fresh', { number })
    : t('After session {{number}}, healed', { number })
}

function detailOf(
  photo: Photo,
  treatmentPhotos: readonly Photo[],
  caption: PhotoCaption,
  kind: DetailKind,
): string | null {
  switch (kind) {
    case 'date':
      return caption.isDateKnown ? caption.date : null
    case 'day':
      return caption.day && capitalised(caption.day)
    case 'weeks': {
      const days = daysSinceSession(photo, treatmentPhotos)
      // less than two weeks are told in days
      if (days === undefined || days < 14) return caption.day && capitalised(caption.day)
      return t('{{weeks}} weeks after session {{session}}', {
        weeks: Math.round(days / 7),
        session: (photo.stage && sessionNumberOf(photo.stage)) ?? '',
      })
    }
    case 'nothing':
      return null
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
