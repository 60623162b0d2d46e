import { t } from '../../shared/words/translate.ts'

const printed: Readonly<Record<string, () => string>> = {
  ArrowLeft: () => '←',
  ArrowRight: () => '→',
  ArrowUp: () => '↑',
  ArrowDown: () => '↓',
  ' ': () => t('Space'),
  Escape: () => t('Esc'),
  Delete: () => t('Del'),
  '-': () => '−',
  Ctrl: () => t('Ctrl'),
  Shift: () => t('Shift'),
}

/** A key hint ("Ctrl Z") as it is printed on keyboards. */
export function keyHintInWords(hint: string): string {
  const named: Readonly<Record<string, string>> = {
    Ctrl: t('Ctrl'),
    Shift: t('Shift'),
    Space: t('Space'),
    Delete: t('Delete'),
  }
  return hint
    .split(' ')
    .map((part) => named[part] ?? part)
    .join(' ')
}

/** A command's key as it is printed on keyboards, part by part: "Ctrl+z" gives Ctrl and Z. */
export function keyNames(key: string): string[] {
  const parts = key.length > 1 ? key.split('+') : [key]
  return parts.map((part) => printed[part]?.() ?? (part.length === 1 ? part.toUpperCase() : part))
}
