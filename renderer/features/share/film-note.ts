import { type FilmFormat, movementOf } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import type { ExportOptions } from './export-options.ts'

/** The options with a video format that this computer can make, where it can make any; `formats` null: not known yet. */
export function withPossibleFormat(options: ExportOptions, formats: readonly FilmFormat[] | null): ExportOptions {
  const [possible] = formats ?? []
  if (!possible || formats?.includes(options.filmFormat)) return options
  return { ...options, filmFormat: possible }
}

/** Why no video can be made here, with the way out; null when one can, or none is wanted. */
export function filmHindrance({ kind }: ExportOptions, formats: readonly FilmFormat[] | null): string | null {
  if (movementOf(kind) !== 'film' || formats === null || formats.length > 0) return null
  return t('This computer can’t make videos of this size. Choose a smaller shape, or “Blinking picture”, a GIF.')
}

/** Says that another video is made than was chosen; null when it is the one, or none is. */
export function filmNote({ kind, filmFormat }: ExportOptions, formats: readonly FilmFormat[] | null): string | null {
  if (movementOf(kind) !== 'film' || !formats?.length || formats.includes(filmFormat)) return null
  return filmFormat === 'mp4'
    ? t('This computer can’t make MP4 videos of this size: a WebM is made instead.')
    : t('This computer can’t make WebM videos of this size: an MP4 is made instead.')
}
