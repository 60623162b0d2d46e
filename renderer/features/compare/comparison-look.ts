import type { Photo } from '../../../shared/domain/photo.ts'
import type { ComparisonLook } from '../../../shared/domain/saved-comparison.ts'
import { useComparisonView } from './comparison-view.ts'
import { modeNamed } from './modes/mode-table.ts'

/** What a comparison of these photos is a look at: a treatment's angle. */
export function subjectOf({ treatmentId, angle }: Pick<Photo, 'treatmentId' | 'angle'>): string {
  return `${treatmentId} ${angle}`
}

/** How the comparison is looked at now, as it can be saved. */
export function presentLook(): ComparisonLook {
  const { mode, viewport, opacity, split, isRigid } = useComparisonView.getState()
  return { mode, viewport, opacity, split, isRigid }
}

/** Looks at the comparison that comes next as it was saved; what isn't said stays as it is. */
export function lookAs(look: Partial<ComparisonLook>, reference: Pick<Photo, 'treatmentId' | 'angle'>): void {
  const { mode, ...place } = look
  useComparisonView.getState().lookAt(subjectOf(reference))
  useComparisonView.setState({ ...place, ...(mode !== undefined && { mode: modeNamed(mode).mode }) })
}
