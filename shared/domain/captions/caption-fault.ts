import { t } from '../../words/translate.ts'
import {
  type CaptionPlace,
  namesIn,
  placeholderNamed,
  placeholdersOf,
  placeholderWord,
  shownName,
  withBrackets,
} from './placeholders.ts'

/** A photo's caption says what the photo is, by one of these. */
const namesPhoto = ['stage', 'before-after'] as const

/** Why a caption can't be used at a place, in plain words; undefined when it can. */
export function captionFault(text: string, place: CaptionPlace): string | undefined {
  const names = namesIn(text)
  const known = placeholdersOf[place]
  for (const name of names) {
    const placeholder = placeholderNamed(name)
    if (!placeholder)
      return t('There is no placeholder “{{name}}”. There are: {{names}}.', {
        name,
        names: known.map((one) => placeholderWord(one)).join(', '),
      })
    if (!known.includes(placeholder))
      return place === 'picture'
        ? t('“{{name}}” speaks of one photo and can’t stand over all of them.', { name: shownName(name) })
        : t('“{{name}}” speaks of the whole picture and can’t stand on one photo.', { name: shownName(name) })
  }
  if (/[{}]/.test(withBrackets(text, () => '')))
    return t('A curly bracket stands alone. A placeholder looks like this: {{example}}', {
      example: `{${placeholderWord(known[0]!)}}`,
    })
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return t('“{{name}}” stands in it twice.', { name: shownName(twice) })
  if (place === 'photo' && !namesPhoto.some((name) => names.includes(name)))
    return t('It has to say what the photo is, by {{stage}} or {{beforeAfter}}.', {
      stage: `{${placeholderWord('stage')}}`,
      beforeAfter: `{${placeholderWord('before-after')}}`,
    })
  return undefined
}
