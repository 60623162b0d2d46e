import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { useRecord } from '../../use-record.ts'
import { acceptPatch, type DecidedPatch, leavePatch, notePatch, type PatchChange, tickTouchUp } from './decide-patch.ts'
import type { ListedPatch } from './listed-patches.ts'
import type { PatchActions } from './patch-card.tsx'
import type { PatchShapeActions } from './shape-buttons.tsx'
import { isAround, mergePatches, neighboursOf, redrawPatch } from './shape-patch.ts'
import type { SeriesFindings } from './use-series-findings.ts'

/** What a person can do with the patches of a series. */
export interface PatchDeciding {
  readonly actionsOf: (patch: ListedPatch) => PatchActions
  /** Gives a patch the outline that was drawn around it, in the frame that all stages share; false where that lies elsewhere. */
  readonly onRing: (patch: ListedPatch, outline: readonly Point[]) => boolean
  readonly onTick: (patch: PatchDecision, session: Stage, isDone: boolean) => void
}

interface PatchChoosing {
  readonly onChoose: (number: number) => void
  /** Its outline is to be drawn on the photo. */
  readonly onRedraw: (number: number) => void
}

/** Records what is decided on patches; each decision can be taken back. Nothing is decided before the numbers stay. */
export function usePatchActions(
  { series, shown, stateOf, seen, patches, isNumbered }: SeriesFindings,
  { onChoose, onRedraw }: PatchChoosing,
): PatchDeciding {
  const record = useRecord()
  const apply = (change: PatchChange | undefined) => {
    if (change) void record(change.events, change.undo)
  }
  const state = stateOf(shown.wanted)
  const isScaleEstimated = state.kind === 'known' && state.assessment.scale?.source === 'head-width'
  const aboutOf = ({ track, place, decision }: ListedPatch): DecidedPatch => ({
    track,
    before: decision,
    reference: series.reference,
    shown: shown.photo,
    place,
    isScaleEstimated,
  })
  const stage = seen.stages.find(({ photoId }) => photoId === shown.photo.photoId)
  const shapeOf = (listed: ListedPatch): PatchShapeActions => {
    const about = aboutOf(listed)
    if (!stage?.drawnAs || !isNumbered || !listed.patch) return { neighbours: [], onRedraw: undefined }
    return {
      neighbours: neighboursOf(about, patches.map(aboutOf)).map((other) => ({
        number: other.track.number,
        onMerge: () => {
          apply(mergePatches(about, other, stage))
          onChoose(Math.min(about.track.number, other.track.number))
        },
      })),
      onRedraw: () => onRedraw(listed.track.number),
    }
  }
  const onRing = (listed: ListedPatch, outline: readonly Point[]) => {
    if (!stage || !isAround(outline, aboutOf(listed))) return false
    apply(redrawPatch(aboutOf(listed), outline, patches.map(aboutOf), stage))
    return true
  }
  const actionsOf = (listed: ListedPatch): PatchActions => {
    const { patch, decision } = listed
    const about = aboutOf(listed)
    const canDecide = isNumbered && patch !== undefined
    const kind = decision?.decision ?? 'open'
    const hasPlan = decision?.touchUps.some(({ isDone }) => !isDone) ?? false
    return {
      onAccept: canDecide && !(kind === 'accepted' && hasPlan) ? () => apply(acceptPatch(about)) : undefined,
      onDismiss: canDecide && kind !== 'dismissed' ? () => apply(leavePatch(about, 'dismissed')) : undefined,
      onReopen: kind === 'dismissed' || hasPlan ? () => apply(leavePatch(about, 'open')) : undefined,
      onNote: canDecide || decision ? (note) => apply(notePatch(about, note)) : undefined,
      shape: shapeOf(listed),
    }
  }
  return { actionsOf, onRing, onTick: (patch, session, isDone) => apply(tickTouchUp(patch, session, isDone)) }
}
