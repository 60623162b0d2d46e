import { t } from '../words/translate.ts'
import type { workedZoneIds } from './session-record.ts'
import type { hairlineEdgeIds, hairlineShapeIds, skinTraitIds } from './treatment-record.ts'

/** What can be chosen in records. */
export type Choice =
  | (typeof skinTraitIds)[number]
  | (typeof hairlineShapeIds)[number]
  | (typeof hairlineEdgeIds)[number]
  | (typeof workedZoneIds)[number]

const words: Record<Choice, () => string> = {
  dry: () => t('dry'),
  oily: () => t('oily'),
  rubbery: () => t('rubbery'),
  stretchy: () => t('stretchy'),
  tight: () => t('tight'),
  loose: () => t('loose'),
  sensitive: () => t('sensitive'),
  rounded: () => t('rounded'),
  boxed: () => t('boxed'),
  peaked: () => t('peaked'),
  receded: () => t('receded'),
  natural: () => t('natural'),
  sharp: () => t('sharp'),
  faded: () => t('faded'),
  scattered: () => t('scattered'),
  hairline: () => t('hairline'),
  temples: () => t('temples'),
  front: () => t('front'),
  top: () => t('top'),
  crown: () => t('crown'),
  'left side': () => t('left side'),
  'right side': () => t('right side'),
  back: () => t('back'),
  scar: () => t('scar'),
}

/** A choice as it stands in a sentence: "oily". */
export function choiceWord(choice: Choice): string {
  return words[choice]()
}

/** A choice as it stands on a button: "Oily". */
export function choiceLabel(choice: Choice): string {
  const word = choiceWord(choice)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** True for what is a choice, and not something typed. */
export function isChoice(value: string): value is Choice {
  return Object.hasOwn(words, value)
}
