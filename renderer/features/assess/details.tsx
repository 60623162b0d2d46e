import type { PhotoAssessment, ZoneFindings } from '../../../shared/domain/assessing/photo-assessment.ts'
import { sharesInWords } from '../../../shared/domain/assessing/verdict-words.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './assess.module.css'
import type { SeriesPhoto } from './series-view.ts'

/** The figures behind the words, for whoever asks for them. */
export function Details({ assessment, shown }: { assessment: PhotoAssessment; shown: SeriesPhoto }) {
  const { scale, zones } = assessment
  return (
    <details className={classes.details}>
      <summary>{t('Numbers')}</summary>
      {zones.map(({ zoneId, findings }) => (
        <dl key={zoneId} className={classes.figures}>
          <dt className={classes.figuresOf}>{shown.inputs.zones.find((zone) => zone.zoneId === zoneId)?.name}</dt>
          <dd />
          {figuresOf(findings, scale?.source === 'head-width').map(({ name, figure }) => (
            <Figure key={name} name={name} figure={figure} />
          ))}
        </dl>
      ))}
      <dl className={classes.figures}>
        <Figure
          name={t('Scale')}
          figure={
            scale ? t('{{perMm}} pixels a millimetre', { perMm: numberInWords(scale.pixelsPerMm, 1) }) : t('unknown')
          }
        />
        <Figure
          name={t('Days since the session')}
          figure={shown.inputs.daysSinceSession === null ? t('unknown') : String(shown.inputs.daysSinceSession)}
        />
      </dl>
      <p className={classes.quiet}>
        {t('Ranges hold nineteen times out of twenty. Counts are marks: dots and hairs together.')}
        {shown.inputs.zones.some(({ zones }) => zones.reference.length > 0) &&
          ` ${t('Skin within 5 mm of the reference zone isn’t counted: own hairs stand between the dots there.')}`}
      </p>
    </details>
  )
}

function Figure({ name, figure }: { name: string; figure: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </>
  )
}

function figuresOf({ evenness, dotsPerCm2, matchToReference, notJudgedFraction }: ZoneFindings, isEstimate: boolean) {
  const figures: { name: string; figure: string }[] = []
  if (evenness) {
    const { count, ink } = evenness
    figures.push(
      { name: t('Variation of darkness'), figure: sharesInWords(ink.coefficientOfVariation, ink.range) },
      { name: t('Variation of the dots’ number'), figure: sharesInWords(count.coefficientOfVariation, count.range) },
      { name: t('Fields with less than 80 % of the usual'), figure: `${numberInWords(100 * ink.sparseShare)} %` },
    )
  }
  if (dotsPerCm2) {
    const values = {
      value: numberInWords(dotsPerCm2.value),
      least: numberInWords(dotsPerCm2.range[0]),
      most: numberInWords(dotsPerCm2.range[1]),
    }
    figures.push({
      name: t('Marks per cm²'),
      figure: isEstimate
        ? t('≈ {{value}} ({{least}} to {{most}}), an estimate', values)
        : t('{{value}} ({{least}} to {{most}})', values),
    })
  }
  if (matchToReference)
    figures.push({
      name: t('Match with own hair'),
      figure: sharesInWords(matchToReference.value, matchToReference.range),
    })
  figures.push({ name: t('Not judged'), figure: `${numberInWords(100 * notJudgedFraction)} %` })
  return figures
}
