import type { PhotoAssessment } from '../../../../shared/domain/assessing/photo-assessment.ts'
import { placeWords } from '../../../../shared/domain/assessing/place-in-zone.ts'
import { areaWords, dash, patchFinding } from '../../../../shared/domain/assessing/sheet-rows.ts'
import { photoWords } from '../../../../shared/domain/assessing/sheet-settings.ts'
import { type TrendStage, trendRows } from '../../../../shared/domain/assessing/trend-rows.ts'
import { zoneWords } from '../../../../shared/domain/assessing/zone-words.ts'
import { captionOf } from '../../../../shared/domain/comparison-caption.ts'
import { zonesInFrame } from '../shown-zones.ts'
import type { SeriesFindings } from '../use-series-findings.ts'
import type { TreatmentNow } from '../use-treatment.ts'
import type { ZoneDarkness } from './patch-map.tsx'
import type { ReportedPatch, ReportedZone } from './report-blocks.tsx'

/** The zones of the photo that is looked at, each with its stages. */
export function reportedZones(
  { series, shown, stateOf }: SeriesFindings,
  treatment: TreatmentNow,
  assessment: PhotoAssessment | undefined,
  hasDates: boolean,
): ReportedZone[] {
  const stages = series.photos
    .filter(({ hasPigment }) => hasPigment)
    .map(({ photo, wanted }): TrendStage => {
      const state = stateOf(wanted)
      return {
        name: photoWords({ ...captionOf(photo, treatment.photos), day: null }, hasDates),
        assessment: state.kind === 'known' ? state.assessment : undefined,
      }
    })
  return shown.inputs.zones.flatMap(({ zoneId, name }): ReportedZone[] => {
    const findings = assessment?.zones.find((zone) => zone.zoneId === zoneId)?.findings
    return findings ? [{ zoneId, name, words: zoneWords(findings), trend: trendRows(zoneId, stages) }] : []
  })
}

/** The patches that the photo shows, but for those that were dismissed. */
export function reportedPatches({ patches }: SeriesFindings, assessment: PhotoAssessment | undefined): ReportedPatch[] {
  const isEstimated = assessment?.scale?.source === 'head-width'
  return patches.flatMap(({ track, place, patch, story, decision }): ReportedPatch[] => {
    if (!patch || decision?.decision === 'dismissed') return []
    return [
      {
        number: track.number,
        place: place ? placeWords(place.name, place.place) : dash,
        finding: patchFinding(patch),
        story,
        area: areaWords(Math.round(patch.areaMm2), isEstimated),
      },
    ]
  })
}

/** The zones' maps of darkness in the frame in which the photo is shown. */
export function darknessOf({ shown }: SeriesFindings, assessment: PhotoAssessment | undefined): ZoneDarkness[] {
  const zones = zonesInFrame(shown)
  return (assessment?.zones ?? []).flatMap(({ zoneId, findings, inReference }) => {
    const map = shown.inputs.drawnIn ? inReference : findings.darkness
    const zone = zones.find((each) => each.zoneId === zoneId)
    return map && zone ? [{ zoneId, map, outlines: zone.judged }] : []
  })
}
