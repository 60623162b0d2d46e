import i18next from 'i18next'
import { english } from './english.ts'
import { german } from './german.ts'

/** The languages that Stipple speaks. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
/** What each language is called in itself. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' }

/** English sentences are the keys, so that code reads as the screen does; a catalogue of English holds only what has a singular of its own. */
const words = i18next.createInstance()
void words.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  contextSeparator: '\u0004',
  interpolation: { escapeValue: false },
  resources: { en: { translation: english }, de: { translation: german } },
})

/**
 * A sentence in the language that was chosen: `t('{{name}} is the baseline', { name })`. The English sentence is written out where it is said, never put
 * together from parts; `count` chooses between singular and plural, and is written as the
 * language writes numbers. Without a translation the English one stands.
 */
export function t(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { count } = values
  if (typeof count !== 'number') return words.t(sentence, values)
  return words.t(sentence, { count, replace: { ...values, count: count.toLocaleString(locale()) } })
}

/** Chooses the language of every sentence from now on. */
export function speak(language: Language): void {
  void words.changeLanguage(language)
}

/** The language that is spoken. */
export function spokenLanguage(): Language {
  return words.language === 'de' ? 'de' : 'en'
}

/** The language for a computer whose settings ask for `wanted` ("de-AT", "fr"): its own if Stipple speaks it, else English. */
export function languageFor(wanted: string): Language {
  return languages.find((language) => wanted.toLowerCase().startsWith(language)) ?? 'en'
}

/** Whose way of writing dates and numbers goes with the language that is spoken. */
export function locale(): 'en-GB' | 'de-DE' {
  return localeOf(spokenLanguage())
}

/** Whose way of writing dates and numbers goes with a language. */
export function localeOf(language: Language): 'en-GB' | 'de-DE' {
  return language === 'de' ? 'de-DE' : 'en-GB'
}
