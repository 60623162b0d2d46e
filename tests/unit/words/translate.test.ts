import { afterEach, expect, test } from 'vitest'
import { dayInWords, numberInWords } from '../../../shared/words/formats.ts'
import { languageFor, locale, speak, spokenLanguage, t } from '../../../shared/words/translate.ts'

afterEach(() => speak('en'))

test('says the sentence itself in English, and its translation in German', () => {
  expect(t('Slider')).toBe('Slider')
  speak('de')
  expect(spokenLanguage()).toBe('de')
  expect(t('Slider')).toBe('Schieber')
})

test('fills values in as they are, and leaves colons and dots alone', () => {
  expect(t('Note: {{name}} … <b>', { name: 'Öz & Sons' })).toBe('Note: Öz & Sons … <b>')
})

test('writes dates and numbers as the language does', () => {
  expect([dayInWords('2026-03-14'), numberInWords(12500), numberInWords(0.5, 1)]).toEqual([
    '14 Mar 2026',
    '12,500',
    '0.5',
  ])
  speak('de')
  expect(locale()).toBe('de-DE')
  expect([dayInWords('2026-03-14'), numberInWords(12500), numberInWords(0.5, 1)]).toEqual([
    '14. März 2026',
    '12.500',
    '0,5',
  ])
})

test('takes the computer’s language where Stipple speaks it', () => {
  expect(['de-AT', 'de', 'en-US', 'fr-FR', ''].map(languageFor)).toEqual(['de', 'de', 'en', 'en', 'en'])
})
