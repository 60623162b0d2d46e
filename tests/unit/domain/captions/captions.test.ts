import { fc, test as property } from '@fast-check/vitest'
import { afterEach, describe, expect, test } from 'vitest'
import { captionFault } from '../../../../shared/domain/captions/caption-fault.ts'
import { asKept, asShown, placeholders, placeholdersOf } from '../../../../shared/domain/captions/placeholders.ts'
import { resolveCaption } from '../../../../shared/domain/captions/resolve-caption.ts'
import { speak } from '../../../../shared/words/translate.ts'

afterEach(() => speak('en'))

const values = { stage: 'Healed 2', date: '23 Mar 2026', studio: 'Studio Nörd', weeks: '5 weeks', angle: null }

describe('a caption as it is painted', () => {
  test.each([
    ['{stage}', 'Healed 2'],
    ['{stage} · {date}', 'Healed 2 · 23 Mar 2026'],
    ['{stage} ({weeks})', 'Healed 2 (5 weeks)'],
    ['  {stage}   at {studio} ', 'Healed 2 at Studio Nörd'],
    // what isn't known goes with the sign that parted it
    ['{stage} · {angle}', 'Healed 2'],
    ['{angle} · {stage}', 'Healed 2'],
    ['{stage} ({angle})', 'Healed 2'],
    ['{stage} · {angle} · {date}', 'Healed 2 · 23 Mar 2026'],
    ['{angle}', ''],
    // what means nothing
    ['{nobody knows}', ''],
    ['a } lone { bracket', 'a lone bracket'],
    ['No placeholder 😀 مرحبا', 'No placeholder 😀 مرحبا'],
  ])('%s', (text, painted) => {
    expect(resolveCaption(text, values)).toBe(painted)
  })

  test('values aren’t read again as captions', () => {
    expect(resolveCaption('{studio}', { studio: '{date} · ' })).toBe('{date} ·')
  })

  property.prop([fc.string({ maxLength: 60 }), fc.constantFrom(...placeholders)])(
    'any text gives one without brackets, double spaces or signs that nobody typed',
    (text, unknown) => {
      const painted = resolveCaption(`${text}{${unknown}}`, {})
      expect(painted).not.toMatch(/[{}\ue000\ue001]|\s\s|^\s|\s$/)
      for (const sign of painted.replace(/\s/g, '')) expect(text).toContain(sign)
    },
  )
})

describe('placeholders', () => {
  test.each(['en', 'de'] as const)('read in %s as they are shown, and are kept by the same names', (language) => {
    speak(language)
    for (const name of placeholders) expect(asKept(asShown(`before {${name}} after`))).toBe(`before {${name}} after`)
    expect(new Set(placeholders.map((name) => asShown(`{${name}}`))).size).toBe(placeholders.length)
  })

  test('a text that was kept in German reads in English', () => {
    speak('de')
    const kept = asKept('{Stadium} · {Datum}')
    speak('en')
    expect(asShown(kept)).toBe('{stage} · {date}')
  })
})

describe('a caption that can’t be used is told why', () => {
  test.each([
    ['photo', '{stage}', undefined],
    ['photo', '{before-after}, {weeks}', undefined],
    ['picture', 'Two sessions at {studio}', undefined],
    ['picture', '', undefined],
    ['photo', 'My best work', /It has to say what the photo is/],
    ['photo', '{stage} {stage}', /stands in it twice/],
    ['photo', '{stage} {period}', /speaks of the whole picture/],
    ['picture', '{stage}', /speaks of one photo/],
    ['picture', '{price}', /There is no placeholder “price”/],
    ['picture', 'a { lone one', /A curly bracket stands alone/],
  ] as const)('%s: %s', (place, text, fault) => {
    const told = captionFault(text, place)
    if (fault) expect(told).toMatch(fault)
    else expect(told).toBeUndefined()
  })

  test('every placeholder is known where it is offered', () => {
    for (const name of placeholdersOf.picture) expect(captionFault(`{${name}}`, 'picture')).toBeUndefined()
    for (const name of placeholdersOf.photo)
      expect(captionFault(`{stage} {${name}}`, 'photo') ?? '').not.toMatch(/no placeholder|whole/)
  })
})
