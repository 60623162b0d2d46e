import type { ColourCorrection } from '../shared/domain/light/colour-correction.ts'
import { type MatchedLight, stopsOf, type UnmatchedReason, warmthOf } from '../shared/domain/light/match-light.ts'
import type { LightSource } from '../shared/domain/light/pair-light.ts'
import { numberInWords } from '../shared/words/formats.ts'
import { t } from '../shared/words/translate.ts'

/** Smaller changes than these can't be told from the measuring error. */
const leastStops = 0.05
const leastWarmth = 0.02

/** Why the light of a pair can't be matched. */
export function unmatchedWords(reason: UnmatchedReason): string {
  switch (reason) {
    case 'too-little-skin':
      return t('Light can’t be matched: too little untreated skin is seen in both photos.')
    case 'uneven':
      return t('Light can’t be matched: it falls on the head from different sides.')
    case 'too-different':
      return t('Light can’t be matched: the photos differ too much to be made alike honestly.')
  }
}

/** What was done to the photos of a pair, line by line; `stages` name them. */
export function matchedWords(light: MatchedLight, stages: { reference: string; moving: string }): string[] {
  return [
    correctionWords(stages.reference, light.reference),
    correctionWords(stages.moving, light.moving),
    sourceWords(light.source),
    ...(light.isColourMatched ? [] : [t('Exposure only: skin that is red from a session is no colour of the light.')]),
    ...(light.isUneven
      ? [t('The light falls from different sides: the photos agree on average, not everywhere.')]
      : []),
  ]
}

/** What a photo's correction does, in plain words: "Healed 1: 0.3 stops darker, warmer". */
function correctionWords(stage: string, correction: ColourCorrection): string {
  const [stops, warmth] = [stopsOf(correction), warmthOf(correction)]
  const values = { stage, stops: numberInWords(Math.abs(stops), 1) }
  const isWarmer = warmth >= leastWarmth
  const isCooler = warmth <= -leastWarmth
  if (stops >= leastStops) {
    if (isWarmer) return t('{{stage}}: {{stops}} stops brighter, warmer', values)
    return isCooler
      ? t('{{stage}}: {{stops}} stops brighter, cooler', values)
      : t('{{stage}}: {{stops}} stops brighter', values)
  }
  if (stops <= -leastStops) {
    if (isWarmer) return t('{{stage}}: {{stops}} stops darker, warmer', values)
    return isCooler
      ? t('{{stage}}: {{stops}} stops darker, cooler', values)
      : t('{{stage}}: {{stops}} stops darker', values)
  }
  if (isWarmer) return t('{{stage}}: warmer', { stage })
  return isCooler ? t('{{stage}}: cooler', { stage }) : t('{{stage}}: hardly changed', { stage })
}

/** What was done to the light of an exported comparison, for the record. */
export function exportedLightWords({ reference, moving, isColourMatched }: MatchedLight): string {
  const values = { first: signedStops(reference), second: signedStops(moving) }
  return isColourMatched
    ? t('Light matched: exposure {{first}} and {{second}} stops, and colour', values)
    : t('Light matched: exposure {{first}} and {{second}} stops, colour as shot', values)
}

function signedStops(correction: ColourCorrection): string {
  const stops = Math.round(100 * stopsOf(correction)) / 100
  return `${stops < 0 ? '−' : '+'}${numberInWords(Math.abs(stops), 2)}`
}

function sourceWords(source: LightSource): string {
  switch (source) {
    case 'drawn':
      return t('Measured on the untreated skin that was drawn.')
    case 'face':
      return t('Measured on the face, where nothing is treated.')
    case 'face-and-neck':
      return t('Measured on face, ears and neck, where nothing is treated.')
    case 'ears-and-neck':
      return t('Measured on ears and neck, where nothing is treated.')
    case 'between-dots':
      return t('Measured on the skin between the dots: no other skin is seen in both photos.')
  }
}
