import { numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import type { Patch, Ranged } from '../assessment/assessment.ts'
import type { Evenness } from '../assessment/evenness.ts'
import { type Noticeability, noticeabilityOf } from '../assessment/noticeability.ts'
import type { ZoneFindings } from './photo-assessment.ts'

/** From so large a share on a patch is as good as without pigment: "98 % lighter" would say no more. */
const bareShare = 0.9

/** How even a zone looks. The limits are proposed in assessment-measurements, step 7: 6 % and 12 % beyond chance. */
export type EvennessBand = 'even' | 'slightly-uneven' | 'uneven'

/** The band of an evenness. */
export function evennessBandOf({ coefficientOfVariation }: Evenness): EvennessBand {
  if (coefficientOfVariation < 0.06) return 'even'
  return coefficientOfVariation < 0.12 ? 'slightly-uneven' : 'uneven'
}

/** How even a zone is, in a word. */
export function evennessWord(band: EvennessBand): string {
  switch (band) {
    case 'even':
      return t('Even')
    case 'slightly-uneven':
      return t('Slightly uneven')
    case 'uneven':
      return t('Uneven')
  }
}

/**
 * By how much a patch differs from what is around it, and what people see of it: "27 % lighter than around it, most people would see this". Where the figure itself would tell more
 * than is sure, the range is told instead: "15 to 55 % lighter than around it, people may see this".
 */
export function patchWords({ lightened }: Pick<Patch, 'lightened'>): string {
  const { value } = lightened
  const isLighter = value >= 0
  const sure = noticeabilityOf(lightened)
  if (sure !== noticeabilityOf({ value, range: [value, value] })) return unsureWords(lightened, sure)
  const percent = percentOf(value)
  switch (sure) {
    case 'visible':
      if (value >= bareShare) return t('As good as without pigment, most people would see this')
      return isLighter
        ? t('{{percent}} % lighter than around it, most people would see this', { percent })
        : t('{{percent}} % darker than around it, most people would see this', { percent })
    case 'measurable':
      return isLighter
        ? t('{{percent}} % lighter than around it, measurable, probably not visible', { percent })
        : t('{{percent}} % darker than around it, measurable, probably not visible', { percent })
    case 'within-error':
      return isLighter
        ? t('{{percent}} % lighter than around it, within measuring error', { percent })
        : t('{{percent}} % darker than around it, within measuring error', { percent })
  }
}

function unsureWords({ value, range: [one, other] }: Ranged, sure: Noticeability): string {
  const [least, most] = [one, other].map(percentOf).toSorted((a, b) => Number(a) - Number(b)) as [string, string]
  const values = { least: one < 0 !== other < 0 ? '0' : least, most }
  if (value >= 0)
    return sure === 'within-error'
      ? t('{{least}} to {{most}} % lighter than around it, may be within measuring error', values)
      : t('{{least}} to {{most}} % lighter than around it, people may see this', values)
  return sure === 'within-error'
    ? t('{{least}} to {{most}} % darker than around it, may be within measuring error', values)
    : t('{{least}} to {{most}} % darker than around it, people may see this', values)
}

function percentOf(share: number): string {
  return numberInWords(Math.abs(100 * share))
}

/** The first sentence on a zone: how many patches people would see, or that none was found. Never that all is well. */
export function zoneHeadline({ patches }: Pick<ZoneFindings, 'patches'>): string {
  const bands = patches.map(({ lightened }) => noticeabilityOf(lightened))
  const visible = bands.filter((band) => band === 'visible').length
  const measurable = bands.filter((band) => band === 'measurable').length
  if (visible > 0) return t('{{count}} patches that most people would see', { count: visible })
  if (measurable > 0) return t('{{count}} patches that can be measured, probably not seen', { count: measurable })
  return bands.length > 0
    ? t('Differences within measuring error only')
    : t('No patch found that differs from its surroundings')
}

/** How a zone compares with the client's own shaved hair: "Reads 82 % of your own hair (75 to 90 %)". */
export function matchWords(match: Ranged): string {
  return t('Reads {{percent}} % of the client’s own shaved hair', { percent: numberInWords(100 * match.value) })
}

/** A share with its range: "12 % (9 to 15 %)". */
export function sharesInWords(value: number, [least, most]: readonly [number, number]): string {
  const percent = (share: number) => numberInWords(100 * share)
  return t('{{value}} % ({{least}} to {{most}} %)', {
    value: percent(value),
    least: percent(least),
    most: percent(most),
  })
}
