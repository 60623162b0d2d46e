import { angleLabel } from '../../../shared/domain/angle.ts'
import { choiceLabel, choiceWord } from '../../../shared/domain/choice-words.ts'
import type { ShowcasePair, ShowcaseTreatment } from '../../../shared/domain/showcase.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { slideTitle } from '../../slide-words.ts'

/** What one looks for in a model, in a line: "Norwood 4 · Fitzpatrick III · Rounded, faded". */
export function traitsLine({ norwoodStage, skinType, hairlineShape, hairlineEdge }: ShowcaseTreatment): string {
  const hairline = [hairlineShape && choiceLabel(hairlineShape), hairlineEdge && choiceWord(hairlineEdge)]
  return [
    norwoodStage && t('Norwood {{stage}}', { stage: norwoodStage }),
    skinType && t('Fitzpatrick {{type}}', { type: skinType }),
    hairline.filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How far a treatment is: "Reached: Healed 3". */
export function reachedLine({ reached }: ShowcaseTreatment): string {
  return reached ? t('Reached: {{stage}}', { stage: stageLabel(reached) }) : t('No photos yet')
}

/** A pair in words: "Crown: Post-cut and Healed 3". */
export function pairName({ angle, before, after }: ShowcasePair): string {
  return t('{{angle}}: {{before}} and {{after}}', {
    angle: angleLabel(angle),
    before: slideTitle(before),
    after: slideTitle(after),
  })
}
