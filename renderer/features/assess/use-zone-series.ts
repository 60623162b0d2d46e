import { useMemo } from 'react'
import type { SeriesFindings } from './use-series-findings.ts'
import type { TreatmentNow } from './use-treatment.ts'
import { type AssessmentOf, type SeriesZone, scaleOfFrame, seriesZonesOf } from './zone-series.ts'

/** The zones of a series over its stages, and the scale of the frame that they share. */
export interface ZoneSeries {
  readonly zones: readonly SeriesZone[]
  readonly pixelsPerMm: number | null
}

/** What is found in a series, zone by zone. */
export function useZoneSeries({ series, stateOf }: SeriesFindings, treatment: TreatmentNow): ZoneSeries {
  return useMemo(() => {
    const assessmentOf: AssessmentOf = ({ wanted }) => {
      const state = stateOf(wanted)
      return state.kind === 'known' ? state.assessment : undefined
    }
    return { zones: seriesZonesOf(series, treatment, assessmentOf), pixelsPerMm: scaleOfFrame(series, assessmentOf) }
  }, [series, stateOf, treatment])
}
