import { useMemo } from 'react'
import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { knownPatchesOf } from './known-patches.ts'
import { type ListedPatch, listedPatchesOf } from './listed-patches.ts'
import { type SeenSeries, seenSeriesOf } from './seen-series.ts'
import { type SeriesPhoto, type SeriesView, seriesViewOf } from './series-view.ts'
import { type AssessmentState, useAssessments, type WantedAssessment } from './use-assessments.ts'
import { useSeriesAlignment } from './use-series-alignment.ts'
import type { TreatmentNow } from './use-treatment.ts'

/** What is found in a series, as the photo that is shown tells it. */
export interface SeriesFindings {
  readonly series: SeriesView
  readonly shown: SeriesPhoto
  readonly stateOf: (wanted: WantedAssessment | null) => AssessmentState
  readonly seen: SeenSeries
  readonly decisions: readonly PatchDecision[]
  readonly patches: readonly ListedPatch[]
  /** How many stages haven't been looked at yet. */
  readonly toGo: number
  /** All stages were looked at, and this one is aligned with them: the numbers stay. */
  readonly isNumbered: boolean
  /** The photo that is shown is being aligned with the others. */
  readonly isAligning: boolean
}

const none: readonly never[] = []

/** Assesses the series of a photo, and follows its patches through the stages. */
export function useSeriesFindings(photo: Photo, treatment: TreatmentNow): SeriesFindings {
  const { library } = usePorts()
  const { treatmentId } = photo
  const watched = useMemo(() => library.watchPatchDecisions(treatmentId), [library, treatmentId])
  const decisions = useWatched(watched) ?? none
  const series = useMemo(() => seriesViewOf(photo, treatment), [photo, treatment])
  const shown = series.photos.find((each) => each.photo.photoId === photo.photoId)!
  const wanted = useMemo(() => series.photos.flatMap((each) => each.wanted ?? []), [series])
  const stateOf = useAssessments(shown.wanted, wanted, series.reference.photoId)
  const isBusy = (each: SeriesPhoto) => each.wanted !== null && isUnderWay(stateOf(each.wanted))
  const toAlign = useSeriesAlignment(series, shown, treatment, isBusy(shown))
  const known = useMemo(() => knownPatchesOf(series, treatment, decisions), [series, treatment, decisions])
  const seen = useMemo(
    () =>
      seenSeriesOf(
        series,
        shown,
        (each) => {
          const state = stateOf(each.wanted)
          return state.kind === 'known' ? state.assessment : undefined
        },
        known,
      ),
    [series, shown, stateOf, known],
  )
  const patches = useMemo(() => listedPatchesOf(series, shown, seen, decisions), [series, shown, seen, decisions])
  const toGo = series.photos.filter((each) => isBusy(each) || toAlign.includes(each.photo)).length
  const isAligning = toAlign.includes(photo)
  const isNumbered = toGo === 0 && shown.toReference !== undefined
  return { series, shown, stateOf, seen, decisions, patches, toGo, isNumbered, isAligning }
}

function isUnderWay({ kind }: AssessmentState): boolean {
  return kind === 'waiting' || kind === 'working'
}
