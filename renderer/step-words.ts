import { t } from '../shared/words/translate.ts'

/** What the machine says of its progress, and how it is said. The machine speaks English, whatever is spoken. */
const known: Readonly<Record<string, () => string>> = {
  'Comparing with the backup before': () => t('Comparing with the backup before'),
  'Drawing the pictures': () => t('Drawing the pictures'),
  Writing: () => t('Writing'),
  Reading: () => t('Reading'),
  'Reading it again': () => t('Reading it again'),
  'Reading and checking': () => t('Reading and checking'),
  'Read the photo': () => t('Read the photo'),
  'Made the working copy': () => t('Made the working copy'),
  'Reading the photos': () => t('Reading the photos'),
  'Looking for what both show': () => t('Looking for what both show'),
  Aligning: () => t('Aligning'),
  'Looking for other ways': () => t('Looking for other ways'),
}

/** A step of the machine's work in the language that is spoken; one that isn't known stays as it is. */
export function stepInWords(step: string): string {
  return known[step]?.() ?? step
}
