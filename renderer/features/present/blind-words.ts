import { verdictOf } from '../../../shared/domain/blind-check.ts'
import { t } from '../../../shared/words/translate.ts'

/** What a tally means, in one sentence. */
export function tallyInWords(right: number, rounds: number): string {
  const values = { right, rounds }
  switch (verdictOf(right, rounds)) {
    case 'seen':
      return t('{{right}} of {{rounds}} right: the difference can be seen.', values)
    case 'unsure':
      return t('{{right}} of {{rounds}} right: that could be luck.', values)
    case 'unseen':
      return t('{{right}} of {{rounds}} right: the difference can’t be told by eye.', values)
  }
}
