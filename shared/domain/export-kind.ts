import { t } from '../words/translate.ts'

/** What can be made of a comparison: pictures, films and a blinking picture. */
export const exportKinds = [
  'picture',
  'stages',
  'angles',
  'slider-video',
  'wipe-video',
  'stages-video',
  'blink',
] as const
export type ExportKind = (typeof exportKinds)[number]

/** What is shown: the compared pair, stages of its angle, or two stages of all angles. */
export type ExportContent = 'pair' | 'stages' | 'angles'

/** The files that are made. */
export const stillFormats = ['jpeg', 'png'] as const
export const filmFormats = ['mp4', 'webm'] as const
export type StillFormat = (typeof stillFormats)[number]
export type FilmFormat = (typeof filmFormats)[number]
export const exportFormats = [...stillFormats, ...filmFormats, 'gif'] as const
/** A film or a blinking picture: what moves. */
export type MovingFormat = FilmFormat | 'gif'
export type ExportFormat = (typeof exportFormats)[number]

interface KindEntry {
  readonly content: ExportContent
  readonly moves: 'still' | 'film' | 'blink'
}

const entries: Record<ExportKind, KindEntry> = {
  picture: { content: 'pair', moves: 'still' },
  stages: { content: 'stages', moves: 'still' },
  angles: { content: 'angles', moves: 'still' },
  'slider-video': { content: 'pair', moves: 'film' },
  'wipe-video': { content: 'pair', moves: 'film' },
  'stages-video': { content: 'stages', moves: 'film' },
  blink: { content: 'pair', moves: 'blink' },
}

/** What a kind shows. */
export function contentOf(kind: ExportKind): ExportContent {
  return entries[kind].content
}

/** Whether a kind stands still, is a film, or blinks. */
export function movementOf(kind: ExportKind): KindEntry['moves'] {
  return entries[kind].moves
}

/** A kind's name. */
export function kindLabel(kind: ExportKind): string {
  switch (kind) {
    case 'picture':
      return t('Picture')
    case 'stages':
      return t('Strip of stages')
    case 'angles':
      return t('All angles')
    case 'slider-video':
      return t('Slider video')
    case 'wipe-video':
      return t('Wipe video')
    case 'stages-video':
      return t('Stages video')
    case 'blink':
      return t('Blinking picture')
  }
}
