import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { indexClients, searchClients } from '../../../../renderer/features/clients/client-search.ts'
import type { ClientCard } from '../../../../shared/domain/client-card.ts'
import { termsOf } from '../../../../shared/domain/consent.ts'
import { clientIdSchema } from '../../../../shared/domain/ids.ts'
import type { RecordField } from '../../../../shared/domain/record-fields.ts'
import { speak } from '../../../../shared/words/translate.ts'
import { givenConsentOf } from '../../domain/consent/consent-samples.ts'

const note = (text: string): RecordField => ({ field: 'notes', values: [text] })

function cardOf(name: string, recordPhrases: RecordField[]): ClientCard {
  const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111')
  const client = { clientId, name, isSample: false, addedAt: '2026-01-01T00:00:00.000Z', isRemoved: false }
  return {
    client,
    photoCount: 0,
    cover: null,
    lastDay: null,
    pigments: [],
    needles: [],
    takeDownCount: 0,
    consent: null,
    showcase: [],
    recordPhrases,
  }
}
const found = (card: ClientCard, search: string) => searchClients(indexClients([card], '2026-06-01'), search)[0]

describe('searchClients', () => {
  it('finds a client by how the consent stands today, and by a channel that it names', () => {
    const consent = termsOf(givenConsentOf({ channels: ['instagram'], expiresOn: '2026-06-10' }))
    const card = { ...cardOf('Ada', []), consent }
    const on = (day: string, search: string) => searchClients(indexClients([card], day), search).length
    expect([on('2026-06-01', 'consent ends'), on('2026-06-01', 'instagram'), on('2026-06-01', 'website')]).toEqual([
      1, 1, 0,
    ])
    expect([on('2026-06-11', 'consent ends'), on('2026-06-11', 'consent ended')]).toEqual([0, 1])
  })

  it('doesn’t mind case and accents, and shows the text as it was written', () => {
    const card = cardOf('Tomás', [note('Résumé of the first visit')])
    expect(found(card, 'TOMAS')?.phrases).toEqual([])
    expect(found(card, 'resume')?.phrases[0]?.parts).toEqual([
      { text: 'Notes: ', isMatch: false },
      { text: 'Résumé', isMatch: true },
      { text: ' of the first visit', isMatch: false },
    ])
  })

  it('meets numbers whole, and never apart from the word that they belong to', () => {
    const card = cardOf('Dan', [
      { field: 'norwood', values: ['5'] },
      { field: 'skin-type', values: ['III'] },
      { field: 'dilution', values: ['1 : 20'] },
      { field: 'needle', values: ['3 RL'] },
    ])
    for (const search of ['norwood 5', 'fitz iii', '1:20', 'dilution 1 : 20', '3'])
      expect(found(card, search)).toBeDefined()
    for (const search of ['norwood 3', 'fitzpatrick ii', '1:2', '2']) expect(found(card, search)).toBeUndefined()
  })

  it('searches what is said in the language that is spoken', () => {
    const card = cardOf('Dan', [{ field: 'hairline-edge', values: ['faded'] }])
    expect(found(card, 'edge faded')).toBeDefined()
    speak('de')
    try {
      expect(found(card, 'edge faded')).toBeUndefined()
      expect(found(card, 'auslaufend')?.phrases[0]?.parts.at(-1)).toEqual({ text: 'auslaufend', isMatch: true })
    } finally {
      speak('en')
    }
  })

  it('cuts a long note to the part that was searched for', () => {
    const card = cardOf('Dan', [note(`${'before '.repeat(100)}needle ${'after '.repeat(100)}`)])
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
      for (const { parts } of found(cardOf('', phrases.map(note)), search)?.phrases ?? []) {
        expect(phrases.map((text) => `Notes: ${text}`)).toContain(parts.map(({ text }) => text).join(''))
        expect(parts.some(({ isMatch }) => isMatch)).toBe(true)
      }
    },
  )

  test.prop([fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat()])(
    'finds a client by every word of the records',
    (phrases, at, wordAt) => {
      const words = phrases[at % phrases.length]!.split(/[ :.,]+/).filter(Boolean)
      if (words.length === 0) return
      expect(found(cardOf('', phrases.map(note)), words[wordAt % words.length]!)).toBeDefined()
    },
  )

  it('answers within a key press for 2,000 clients with 30 phrases each', () => {
    const phrases = (client: number) =>
      Array.from({ length: 30 }, (_, index) => note(`session ${index} of client ${client}, healed evenly at the crown`))
    const index = indexClients(
      Array.from({ length: 2000 }, (_, client) => cardOf(`Client ${client}`, phrases(client))),
      '2026-06-01',
    )
    const start = performance.now()
    expect(searchClients(index, 'heal crown nothing')).toEqual([])
    expect(performance.now() - start).toBeLessThan(300)
  })
})
