import type { PatchDecision, TouchUp } from '../../../shared/domain/assessing/patch-decision.ts'
import { storyOf, storyWords } from '../../../shared/domain/assessing/patch-story.ts'
import type { PatchTrack } from '../../../shared/domain/assessing/patch-tracks.ts'
import { lastTouchUpBy } from '../../../shared/domain/assessing/touch-up-plan.ts'
import type { Patch } from '../../../shared/domain/assessment/assessment.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { type Stage, stageOrder, stageWords } from '../../../shared/domain/stage.ts'
import { type PatchPlace, placeOfPatch } from './patch-place.ts'
import type { SeenSeries } from './seen-series.ts'
import type { SeriesPhoto, SeriesView } from './series-view.ts'

/** A patch as it is listed for the photo that is shown. */
export interface ListedPatch {
  readonly track: PatchTrack
  readonly place: PatchPlace | undefined
  /** Undefined: not seen in this photo any more. */
  readonly patch: Patch | undefined
  /** What became of it. */
  readonly story: string | undefined
  readonly decision: PatchDecision | undefined
  /** The touch-up that is planned, or that was done after this stage. */
  readonly touchUp: TouchUp | undefined
}

/** The patches that are told of with a photo: those that it shows, then those that it doesn't show any more; each in the order of their numbers. */
export function listedPatchesOf(
  series: SeriesView,
  shown: SeriesPhoto,
  seen: SeenSeries,
  decisions: readonly PatchDecision[],
): ListedPatch[] {
  const { photoId } = shown.photo
  const upTo = seen.stages.slice(0, seen.stages.findIndex((stage) => stage.photoId === photoId) + 1)
  const told = seen.tracks.filter((track) => upTo.some((stage) => track.seen.has(stage.photoId)))
  const listed = told.map((track): ListedPatch => {
    const decision = decisions.find(({ patchId }) => patchId === track.patchId)
    const story = storyOf(track, upTo, decision && lastTouchUpBy(shown.photo.stage, decision))
    return {
      track,
      place: placeOfPatch(track, shown),
      patch: track.seen.get(photoId)?.patch,
      story:
        story && storyWords(story, track.isDark, stageNameOf(series), (session) => stageWords(`session-${session}`)),
      decision,
      touchUp: decision && laterTouchUp(decision, shown.photo.stage),
    }
  })
  return [...listed.filter(({ patch }) => patch), ...listed.filter(({ patch }) => !patch)]
}

function laterTouchUp({ touchUps }: PatchDecision, stage: Stage | null): TouchUp | undefined {
  const isLater = ({ session }: TouchUp) => stage === null || stageOrder(session) > stageOrder(stage)
  return touchUps.find((touchUp) => !touchUp.isDone || isLater(touchUp))
}

function stageNameOf(series: SeriesView): (photoId: PhotoId) => string {
  return (photoId) => {
    const stage = series.photos.find(({ photo }) => photo.photoId === photoId)?.photo.stage
    return stage ? stageWords(stage) : ''
  }
}
