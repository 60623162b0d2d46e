import { sharesInWords } from '../../../shared/domain/assessing/verdict-words.ts'
import type { Ranged } from '../../../shared/domain/assessment/assessment.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import own from './over-stages.module.css'

/** A share in a table, its range below it; a dash where there is none. */
export function FigureCell({ figure }: { figure: Ranged | null }) {
  if (!figure) return <td>–</td>
  const [least, most] = figure.range.map((share) => numberInWords(100 * share)) as [string, string]
  return (
    <td aria-label={sharesInWords(figure.value, figure.range)}>
      {numberInWords(100 * figure.value)} %
      <span className={own.range}>{t('{{least}} to {{most}} %', { least, most })}</span>
    </td>
  )
}
