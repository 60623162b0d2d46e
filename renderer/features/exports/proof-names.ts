import { isNeutralName } from '../../../shared/domain/neutral-name.ts'
import { t } from '../../../shared/words/translate.ts'

/** A short number that says nothing about whom or what it stands for, the same each time: the beginning of an id. */
export function neutralNumber(id: string): string {
  return id.replace(/-/g, '').slice(0, 8).toUpperCase()
}

/** A line that a person wrote, such as a file's name; what holds a word of the client's name is left out, unless the client is named. */
export function writtenLine(text: string, clientName: string, isNamed: boolean): string {
  return isNamed || isNeutralName(text, clientName) ? text : t('(left out here: it holds the client’s name)')
}

/** A longer text without the words of these names; other words of the language that are written alike stay as long as they are small. */
export function withoutNames(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/\P{L}+/u)).filter((word) => /^\p{Lu}.+/u.test(word))
  return words.reduce((rest, word) => rest.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), '…'), text)
}
