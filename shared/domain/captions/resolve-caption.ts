import { type Placeholder, placeholderNamed, withBrackets } from './placeholders.ts'

/** What placeholders stand for; what isn't known is absent or null. */
export type CaptionValues = { readonly [Name in Placeholder]?: string | null }

/** Stands where something isn't known, until the text around it is tidied; no keyboard writes it. */
const gap = '\ue000'
/** Stands for a value that isn't read as a caption. */
const slot = '\ue001'
/** What is not known goes, with the brackets around it and what parted it from what stands before. */
const gapAndLink = new RegExp(`[\\s·•,;:|/–—-]*(\\(\\s*${gap}[\\s${gap}]*\\)|${gap})`, 'g')
const beginsWithGap = new RegExp(`^[\\s(]*${gap}`)
const linkAtStart = /^[\s·•,;:|/–—-]+/

/**
 * A caption as it is painted. Any text gives one without placeholders: what isn't known is left out with the sign that parted it from the rest, and so are brackets that mean nothing. Values
 * are never read again as captions.
 */
export function resolveCaption(text: string, values: CaptionValues): string {
  const kept: string[] = []
  const marked = withBrackets(text.replaceAll(gap, '').replaceAll(slot, ''), (name) => {
    const placeholder = placeholderNamed(name)
    const value = placeholder && values[placeholder]?.trim()
    if (!value) return gap
    kept.push(value)
    return slot
  }).replace(/[{}]/g, '')
  const begins = beginsWithGap.test(marked)
  const tidied = marked.replace(gapAndLink, '')
  const whole = (begins ? tidied.replace(linkAtStart, '') : tidied).replace(/\s+/g, ' ').trim()
  return whole.replaceAll(slot, () => kept.shift() ?? '')
}
