import { t } from '../../words/translate.ts'

/** What alignments are kept with, and how it is said. What is kept is English, whatever is spoken. */
const known: Readonly<Record<string, () => string>> = {
  'One head would have to be much larger than it looks in its photo.': () =>
    t('One head would have to be much larger than it looks in its photo.'),
  'The photo would have to be turned a lot.': () => t('The photo would have to be turned a lot.'),
  'The photos agree too little to be sure that both show the same place.': () =>
    t('The photos agree too little to be sure that both show the same place.'),
  'Edges in the two photos agree hardly better here than a little to the side.': () =>
    t('Edges in the two photos agree hardly better here than a little to the side.'),
  'On most of the head the same spot wasn’t found again from the other photo.': () =>
    t('On most of the head the same spot wasn’t found again from the other photo.'),
  'Too little of the head shows detail that both photos have in common.': () =>
    t('Too little of the head shows detail that both photos have in common.'),
  'The marks contradict each other.': () => t('The marks contradict each other.'),
  'One mark says nothing about size and turn: place at least two.': () =>
    t('One mark says nothing about size and turn: place at least two.'),
  'The marks lie too close together: place them further apart.': () =>
    t('The marks lie too close together: place them further apart.'),
  'The marks lie on one spot of the second photo.': () => t('The marks lie on one spot of the second photo.'),
  'The marks lie on one spot.': () => t('The marks lie on one spot.'),
  'Nothing in the photos says where to begin.': () => t('Nothing in the photos says where to begin.'),
  'Going over another photo of the series leads to a different place.': () =>
    t('Going over another photo of the series leads to a different place.'),
  'These look like different angles.': () => t('These look like different angles.'),
}

/** A reason that is kept with an alignment, in the language that is spoken; one that isn't known stays as it is kept. */
export function reasonInWords(reason: string): string {
  const mark = /^Mark (\d+) doesn’t fit the other marks: look at it again\.$/.exec(reason)?.[1]
  if (mark) return t('Mark {{number}} doesn’t fit the other marks: look at it again.', { number: mark })
  return known[reason]?.() ?? reason
}
