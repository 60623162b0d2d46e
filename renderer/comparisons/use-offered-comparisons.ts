import { useMemo } from 'react'
import type { HangingProtocol } from '../../shared/domain/hanging-protocol.ts'
import type { TreatmentId } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { type Proposal, proposalsOf } from '../../shared/domain/proposals.ts'
import type { SavedComparison } from '../../shared/domain/saved-comparison.ts'
import { usePorts, useWatched } from '../use-ports.tsx'

/** What can be compared of a treatment without choosing photos one by one. */
export interface OfferedComparisons {
  /** Best first. */
  readonly proposals: readonly Proposal[]
  readonly saved: readonly SavedComparison[]
  readonly own: readonly HangingProtocol[]
}

/** The proposals for a treatment's photos and the comparisons that were saved of them; undefined until all is read. */
export function useOfferedComparisons(
  treatmentId: TreatmentId,
  photos: readonly Photo[],
): OfferedComparisons | undefined {
  const { library } = usePorts()
  const references = useWatched(useMemo(() => library.watchReferences(treatmentId), [library, treatmentId]))
  const alignments = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId]))
  const saved = useWatched(useMemo(() => library.watchComparisons(treatmentId), [library, treatmentId]))
  const own = useWatched(useMemo(() => library.watchProtocols(), [library]))
  return useMemo(() => {
    if (!references || !alignments || !saved || !own) return undefined
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
    return {
      proposals: proposalsOf({ photos, references, alignments }, own),
      saved: saved.toSorted(byName),
      own: own.toSorted(byName),
    }
  }, [photos, references, alignments, saved, own])
}
