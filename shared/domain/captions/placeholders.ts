import { t } from '../../words/translate.ts'

/** What a caption can speak of by a placeholder in curly brackets; a template keeps these names, the screen shows them in the language that is spoken. */
export const placeholders = [
  'stage',
  'before-after',
  'angle',
  'date',
  'days',
  'weeks',
  'studio',
  'period',
  'apart',
] as const
export type Placeholder = (typeof placeholders)[number]

/** Where a caption stands: on each photo, or once on the whole picture. */
export type CaptionPlace = 'photo' | 'picture'

/** What can be told there: nothing that holds for one photo alone stands over all of them. */
export const placeholdersOf: Readonly<Record<CaptionPlace, readonly Placeholder[]>> = {
  photo: ['stage', 'before-after', 'angle', 'date', 'days', 'weeks', 'studio'],
  picture: ['studio', 'angle', 'period', 'apart'],
}

/** What a placeholder is called. */
export function placeholderWord(placeholder: Placeholder): string {
  switch (placeholder) {
    case 'stage':
      return t('stage')
    case 'before-after':
      return t('before-after')
    case 'angle':
      return t('angle')
    case 'date':
      return t('date')
    case 'days':
      return t('days')
    case 'weeks':
      return t('weeks')
    case 'studio':
      return t('studio')
    case 'period':
      return t('period')
    case 'apart':
      return t('apart')
  }
}

const inBrackets = /\{([^{}]*)\}/g

/** What stands in a text's brackets, in their order, as it is kept. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(inBrackets)].map(([, name = '']) => name)
}

/** A text with something in the place of all its brackets. */
export function withBrackets(text: string, write: (name: string) => string): string {
  return text.replace(inBrackets, (_, name: string) => write(name))
}

/** The placeholder that is meant by a name as it is kept; undefined for none. */
export function placeholderNamed(name: string): Placeholder | undefined {
  return placeholders.find((placeholder) => placeholder === name)
}

/** A kept text as the screen shows it: "{stage}" is "{Stadium}" in German. */
export function asShown(kept: string): string {
  return withBrackets(kept, (name) => `{${shownName(name)}}`)
}

/** A text as somebody typed it, as it is kept: placeholders are known by their names in the language that is spoken, and by those that are kept. */
export function asKept(shown: string): string {
  return withBrackets(shown, (name) => {
    const typed = name.trim().toLocaleLowerCase()
    const isMeant = (placeholder: Placeholder) => placeholderWord(placeholder).toLocaleLowerCase() === typed
    return `{${placeholders.find(isMeant) ?? placeholders.find((placeholder) => placeholder === typed) ?? name}}`
  })
}

/** A name in brackets as the screen shows it. */
export function shownName(name: string): string {
  const placeholder = placeholderNamed(name)
  return placeholder ? placeholderWord(placeholder) : name
}
