import { numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import { assessmentVersion } from '../assessment/assessment.ts'
import type { PhotoCaption } from '../comparison-caption.ts'
import type { AssessedScale } from './assessment-inputs.ts'
import type { PhotoAssessment } from './photo-assessment.ts'
import type { PhotoZone } from './photo-zones.ts'
import { notJudgedWords } from './zone-words.ts'

/** A setting that a sheet was made with: "Scale", "8.2 pixels a millimetre, …". */
export interface UsedSetting {
  readonly name: string
  readonly lines: readonly string[]
}

/** What a sheet says of one photo that it rests on. */
export interface SheetSource {
  readonly judged: PhotoCaption
  /** Null: the judged photo is the baseline itself. */
  readonly before: PhotoCaption | null
  readonly zones: readonly PhotoZone[]
  /** Undefined: it couldn't be had. */
  readonly assessment: PhotoAssessment | undefined
}

/** What a sheet's figures rest on: scale, light, photos, skin that wasn't judged, and the version of what measured. */
export function usedSettings(source: SheetSource, hasDates: boolean): UsedSetting[] {
  const { judged, before, zones, assessment } = source
  return [
    { name: t('Photos'), lines: photoLines(judged, before, hasDates) },
    { name: t('Scale'), lines: [scaleWords(assessment?.scale ?? null)] },
    {
      name: t('Lighting'),
      lines: [t('As photographed, nothing was matched. Each place is compared with the skin around it.')],
    },
    { name: t('Not judged'), lines: notJudgedLines(zones, assessment) },
    { name: t('Method'), lines: [t('Stipple’s assessment, version {{version}}', { version: assessmentVersion })] },
  ]
}

/** How large things are in a photo, and how that is known. */
export function scaleWords(scale: AssessedScale | null): string {
  if (!scale) return t('Not known')
  const values = { perMm: numberInWords(scale.pixelsPerMm, 1) }
  switch (scale.source) {
    case 'known-length':
      return scale.isCarried
        ? t('{{perMm}} pixels a millimetre, from a length that was measured on another photo of this angle', values)
        : t('{{perMm}} pixels a millimetre, from a length that was measured on this photo', values)
    case 'known-thing':
      return scale.isCarried
        ? t('{{perMm}} pixels a millimetre, from a thing of known size on another photo of this angle', values)
        : t('{{perMm}} pixels a millimetre, from a thing of known size on this photo', values)
    case 'head-width':
      return t('{{perMm}} pixels a millimetre, an estimate from the width of the head (± 8 %)', values)
  }
}

/** A photo's stage, with its date where that is wanted, and how long ago its session was. */
export function photoWords({ stage, date, day }: PhotoCaption, hasDates: boolean): string {
  return [stage, hasDates ? date : null, day].filter((part) => part !== null).join(' · ')
}

function photoLines(judged: PhotoCaption, before: PhotoCaption | null, hasDates: boolean): string[] {
  return [
    t('After: {{photo}}', { photo: photoWords(judged, hasDates) }),
    ...(before ? [t('Before: {{photo}}', { photo: photoWords(before, hasDates) })] : []),
  ]
}

function notJudgedLines(zones: readonly PhotoZone[], assessment: PhotoAssessment | undefined): string[] {
  if (!assessment) return [t('Not known')]
  const lines = assessment.zones.flatMap(({ zoneId, findings }) => {
    const zone = zones.find((each) => each.zoneId === zoneId)
    const share = notJudgedWords(findings)
    return zone && share ? [t('{{zone}}: {{share}}', { zone: zone.name, share })] : []
  })
  return lines.length > 0 ? lines : [t('Less than 1 % of the skin')]
}
