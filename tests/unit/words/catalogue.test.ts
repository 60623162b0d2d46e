import { describe, expect, test } from 'vitest'
import { english } from '../../../shared/words/english.ts'
import { german, germanCatalogues } from '../../../shared/words/german.ts'
import { saidSentences, sourceFiles } from './said-sentences.ts'

const said = saidSentences(sourceFiles())
const sentences = [...new Set(said.flatMap(({ sentence }) => sentence ?? []))]
const isCounted = (sentence: string) => sentence.includes('{{count}}')
const valuesOf = (sentence: string) => [...new Set(sentence.match(/{{\w+}}/g) ?? [])].toSorted()

describe('what is said', () => {
  test('is written out where it is said', () => {
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter(({ sentence }) => sentence === null).map(({ place }) => place)).toEqual([])
  })

  test('has a German sentence, with a count one for each number', () => {
    const wanted = sentences.flatMap((sentence) =>
      isCounted(sentence) ? [`${sentence}_one`, `${sentence}_other`] : [sentence],
    )
    expect(wanted.filter((key) => !german[key])).toEqual([])
  })

  test('has an English singular where it counts', () => {
    expect(sentences.filter((sentence) => isCounted(sentence) && !english[`${sentence}_one`])).toEqual([])
  })

  test('says the same values in German', () => {
    const wrong = Object.entries(german).filter(([key, value]) => {
      const source = key.replace(/_(one|other)$/, '')
      const mayLeaveOut = key.endsWith('_one') ? ['{{count}}'] : []
      const wanted = valuesOf(source).filter((name) => !mayLeaveOut.includes(name))
      const given = valuesOf(value)
      return wanted.some((name) => !given.includes(name)) || given.some((name) => !valuesOf(source).includes(name))
    })
    expect(wrong).toEqual([])
  })
})

describe('the catalogues', () => {
  test('hold nothing that nobody says', () => {
    const known = new Set(sentences.flatMap((sentence) => [sentence, `${sentence}_one`, `${sentence}_other`]))
    expect(Object.keys({ ...english, ...german }).filter((key) => !known.has(key))).toEqual([])
  })

  test('translate a sentence in one way', () => {
    const entries = Object.values(germanCatalogues).flatMap((catalogue) => Object.entries(catalogue))
    const differing = entries.filter(([key, value]) => german[key] !== value)
    expect(differing).toEqual([])
  })
})
