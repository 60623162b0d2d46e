import { t } from '../shared/words/translate.ts'

/** "1 photo", "24 photos". */
export function photosInWords(count: number): string {
  return t('{{count}} photos', { count })
}

/** "1 video", "3 videos". */
export function videosInWords(count: number): string {
  return t('{{count}} videos', { count })
}
