import type { ClientCard } from '../../../shared/domain/client-card.ts'
import { channelsInWords } from '../../../shared/domain/consent-words.ts'
import { phraseInWords } from '../../../shared/domain/record-words.ts'
import { spokenLanguage } from '../../../shared/words/translate.ts'
import { consentStandingWords } from '../../consent-badge.tsx'

/** A phrase of a client's records that was found, in parts: those that were searched for and the text between. */
export interface FoundPhrase {
  readonly parts: readonly { readonly text: string; readonly isMatch: boolean }[]
}

/** A client who was found, with the phrases of the records that were searched for. */
export interface FoundClient {
  readonly card: ClientCard
  readonly phrases: readonly FoundPhrase[]
}

/** Clients made ready to be searched as one types. */
export type ClientIndex = readonly IndexedClient[]

interface IndexedClient {
  readonly card: ClientCard
  readonly name: string
  readonly phrases: readonly IndexedPhrase[]
}

interface IndexedPhrase {
  readonly text: string
  /** The text without case and accents, each character at its place. */
  readonly plain: string
}

/** A word without case and accents, and where it begins in its text. */
interface Word {
  readonly word: string
  readonly start: number
}

/** What is shown of a long text: this many characters, a few of them before the first match. */
const excerptLength = 90
const beforeMatch = 20

/** A number or a Roman one (I to VI) says little by itself and is met only whole: "II" isn't the beginning of "III". */
const bareNumber = /^(?:\d+|[iv]+)$/

const isAscii = /^[ -~\s]*$/

/** Phrases are searched as they are said, of a consent as it stands today. */
let indexed = { as: '', clients: new WeakMap<ClientCard, IndexedClient>() }

/** Prepares clients for searching: each once, not for each key, and not for a change of another. */
export function indexClients(cards: readonly ClientCard[], today: string): ClientIndex {
  const as = `${spokenLanguage()} ${today}`
  if (indexed.as !== as) indexed = { as, clients: new WeakMap() }
  const { clients } = indexed
  return cards.map((card) => {
    const known = clients.get(card) ?? indexClient(card, today)
    clients.set(card, known)
    return known
  })
}

function indexClient(card: ClientCard, today: string): IndexedClient {
  const { consent } = card
  const said = [
    ...card.recordPhrases.map(phraseInWords),
    ...(consent ? [`${consentStandingWords(consent, today)}: ${channelsInWords(consent.channels)}`] : []),
  ]
  const phrases = said.map((phrase) => {
    const text = phrase.normalize('NFC')
    return { text, plain: folded(text) }
  })
  return { card, name: folded(card.client.name.normalize('NFC')), phrases }
}

/** The clients of whom every word of the search stands in the name or begins a word of the records; words that belong together ("Norwood 3") in one phrase. */
export function searchClients(index: ClientIndex, search: string): FoundClient[] {
  const words = wordsOf(folded(search.normalize('NFC'))).map(({ word }) => word)
  return index.flatMap(({ card, name, phrases }) => {
    const found = cover(words, name, phrases, words.length === 1)
    return found ? [{ card, phrases: [...new Set(found)].map((phrase) => shown(phrase, words)) }] : []
  })
}

/** The phrases that, with the name, hold all words; undefined when a word is nowhere. */
function cover(
  words: readonly string[],
  name: string,
  phrases: readonly IndexedPhrase[],
  isSingle: boolean,
): IndexedPhrase[] | undefined {
  const [word] = words
  if (word === undefined) return []
  if (name.includes(word)) {
    const rest = cover(words.slice(1), name, phrases, isSingle)
    if (rest) return rest
  }
  const shortest = bareNumber.test(word) && !isSingle ? 2 : 1
  for (let count = words.length; count >= shortest; count--) {
    const run = words.slice(0, count)
    const phrase = phrases.find((candidate) => holdsAll(candidate, run))
    const rest = phrase && cover(words.slice(count), name, phrases, isSingle)
    if (rest) return [phrase, ...rest]
  }
  return undefined
}

/** True when each word begins a word of the phrase. Most phrases lack the letters altogether, which is seen at once. */
function holdsAll({ plain }: IndexedPhrase, wanted: readonly string[]): boolean {
  if (!wanted.every((word) => plain.includes(word))) return false
  const words = wordsOf(plain)
  return wanted.every((word) => words.some((given) => meets(given, word)))
}

function meets({ word }: Word, wanted: string): boolean {
  return bareNumber.test(wanted) ? word === wanted : word.startsWith(wanted)
}

/** A phrase with its matches apart, a long one cut to the part around the first. */
function shown({ text, plain }: IndexedPhrase, wanted: readonly string[]): FoundPhrase {
  const matches = wordsOf(plain).flatMap((given) => {
    const lengths = wanted.filter((word) => meets(given, word)).map((word) => word.length)
    return lengths.length === 0 ? [] : [{ start: given.start, end: given.start + Math.max(...lengths) }]
  })
  const isLong = text.length > excerptLength
  const from = isLong ? Math.max(0, (matches[0]?.start ?? 0) - beforeMatch) : 0
  const until = isLong ? Math.min(text.length, from + excerptLength) : text.length
  const parts = [{ text: from > 0 ? '…' : '', isMatch: false }]
  let at = from
  for (const { start, end } of matches) {
    if (start < from || end > until) continue
    parts.push({ text: text.slice(at, start), isMatch: false }, { text: text.slice(start, end), isMatch: true })
    at = end
  }
  parts.push({ text: text.slice(at, until) + (until < text.length ? '…' : ''), isMatch: false })
  return { parts: parts.filter((part) => part.text !== '') }
}

function wordsOf(plain: string): Word[] {
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], start: match.index }))
}

/** A composed text (NFC) without case and accents, each character at its place. */
function folded(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  return Array.from(text, (character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === character.length ? plain : character
  }).join('')
}
