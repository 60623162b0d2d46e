import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import type { KnownPatch } from '../../../shared/domain/assessing/patch-tracks.ts'
import { carriersInto } from '../../../shared/domain/carry-drawing.ts'
import { shownShape } from '../../../shared/domain/drawing-on-photo.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { SeriesView } from './series-view.ts'
import type { TreatmentNow } from './use-treatment.ts'

/** The patches of a series on which something was decided, in its reference's frame. One that can't be carried there keeps its number and lies nowhere. */
export function knownPatchesOf(
  { reference }: SeriesView,
  { photos, alignments }: TreatmentNow,
  decisions: readonly PatchDecision[],
): KnownPatch[] {
  const ofSeries = decisions.filter(({ angle }) => angle === reference.angle)
  if (ofSeries.length === 0) return []
  const carriers = carriersInto(reference, photos, alignments)
  return ofSeries.map(({ patchId, number, kind, photoId, quarterTurns, outline, decision, isDrawn = false }) => {
    const photo = photos.find((each) => each.photoId === photoId)
    const carry = carriers.get(photoId)
    const isDark = kind === 'dark'
    if (!photo || !carry || decision === 'merged') return { patchId, number, isDark, outline: [] }
    const shown = shownShape({ shape: { kind: 'zone', zone: 'treated', outline }, quarterTurns }, photo)
    const points: readonly Point[] = shown.kind === 'zone' ? shown.outline : []
    return { patchId, number, isDark, outline: points.map(carry), isDrawn }
  })
}
