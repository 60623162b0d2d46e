import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { indexClients, searchClients } from '../../../../renderer/features/clients/client-search.ts'
import type { ClientCard } from '../../../../shared/domain/client-card.ts'
import { clientIdSchema } from '../../../../shared/domain/ids.ts'

function cardOf(name: string, recordPhrases: string[]): ClientCard {
  const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111')
  const client = { clientId, name, isSample: false, addedAt: '2026-01-01T00:00:00.000Z', isRemoved: false }
  return { client, photoCount: 0, cover: null, lastDay: null, pigments: [], needles: [], recordPhrases }
}
const found = (card: ClientCard, search: string) => searchClients(indexClients([card]), search)[0]

describe('searchClients', () => {
  it('doesn’t mind case and accents, and shows the text as it was written', () => {
    const card = cardOf('Tomás', ['Notes: Résumé of the first visit'])
    expect(found(card, 'TOMAS')?.phrases).toEqual([])
    expect(found(card, 'resume')?.phrases[0]?.parts).toEqual([
      { text: 'Notes: ', isMatch: false },
      { text: 'Résumé', isMatch: true },
      { text: ' of the first visit', isMatch: false },
    ])
  })

  it('meets numbers whole, and never apart from the word that they belong to', () => {
    const card = cardOf('Dan', ['Norwood: 5', 'Fitzpatrick: III', 'Dilution: 1 : 20', 'Needle: 3 RL'])
    for (const search of ['norwood 5', 'fitz iii', '1:20', 'dilution 1 : 20', '3'])
      expect(found(card, search)).toBeDefined()
    for (const search of ['norwood 3', 'fitzpatrick ii', '1:2', '2']) expect(found(card, search)).toBeUndefined()
  })

  it('cuts a long note to the part that was searched for', () => {
    const card = cardOf('Dan', [`Notes: ${'before '.repeat(100)}needle ${'after '.repeat(100)}`])
    const text = found(card, 'needle')!
      .phrases[0]!.parts.map((part) => part.text)
      .join('')
    expect(text).toMatch(/^….*needle after.*…$/)
    expect(text.length).toBeLessThan(100)
  })

  const phrase = fc.stringMatching(/^[A-Za-zäöéß0-9 :.,]{0,80}$/)
  test.prop([fc.array(phrase, { maxLength: 6 }), phrase])(
    'shows nothing but pieces of the records, and marks what begins like the search',
    (phrases, search) => {
      for (const { parts } of found(cardOf('', phrases), search)?.phrases ?? []) {
        expect(phrases).toContain(parts.map(({ text }) => text).join(''))
        expect(parts.some(({ isMatch }) => isMatch)).toBe(true)
      }
    },
  )

  test.prop([fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat()])(
    'finds a client by every word of the records',
    (phrases, at, wordAt) => {
      const words = phrases[at % phrases.length]!.split(/[ :.,]+/).filter(Boolean)
      if (words.length === 0) return
      expect(found(cardOf('', phrases), words[wordAt % words.length]!)).toBeDefined()
    },
  )

  it('answers within a key press for 2,000 clients with 30 phrases each', () => {
    const phrases = (client: number) =>
      Array.from(
        { length: 30 },
        (_, index) => `Notes: session ${index} of client ${client}, healed evenly at the crown`,
      )
    const index = indexClients(Array.from({ length: 2000 }, (_, client) => cardOf(`Client ${client}`, phrases(client))))
    const start = performance.now()
    expect(searchClients(index, 'heal crown nothing')).toEqual([])
    expect(performance.now() - start).toBeLessThan(300)
  })
})
