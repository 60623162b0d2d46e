import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import { toReference } from '../../../shared/domain/geometry/compose-transforms.ts'
import type { MarkedPatch } from './patches-layer.tsx'
import type { SeenSeries } from './seen-series.ts'
import type { SeriesPhoto } from './series-view.ts'

/** The patches that a photo shows, in the frame in which it is shown. */
export function markedPatchesOf(
  shown: SeriesPhoto,
  seen: SeenSeries,
  decisions: readonly PatchDecision[],
): MarkedPatch[] {
  const { drawnIn } = shown.inputs
  return seen.tracks.flatMap(({ number, patchId, seen: byPhoto }): MarkedPatch[] => {
    const here = byPhoto.get(shown.photo.photoId)
    if (!here) return []
    const { outline } = here.patch
    return [
      {
        number,
        outline: drawnIn ? outline.map((point) => toReference(drawnIn.transform, point)) : outline,
        look: lookOf(decisions.find((decision) => decision.patchId === patchId)),
      },
    ]
  })
}

function lookOf(decision: PatchDecision | undefined): MarkedPatch['look'] {
  // what is merged into another is marked as a part of that one
  return decision && decision.decision !== 'merged' ? decision.decision : 'open'
}
