import { useMemo } from 'react'
import { likelyHeadWidthPx } from '../../../shared/domain/comparison-pictures/head-scale.ts'
import { rigidPart } from '../../../shared/domain/geometry/transform.ts'
import { shownHead, shownSize } from '../../../shared/domain/photo.ts'
import type { ChangeRequest } from '../../viewer/change/change-request.ts'
import { useChangePicture } from '../../viewer/change/use-change-picture.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import type { ExportLayout } from './export-layout.ts'
import type { ExportPanes } from './use-export-panes.ts'

/** The panes of a pair, with the change between them where the comparison shows it: painted from the drawn panes by what paints it on the screen. */
export function useExportChange(
  comparison: ShownComparison,
  layout: ExportLayout | undefined,
  panes: ExportPanes,
): ExportPanes {
  const files = panes.kind === 'ready' ? panes.files : undefined
  const { reference, moving, alignment, isRigid, change } = comparison
  const view = JSON.stringify(layout?.panes[0]?.view ?? null)
  const request = useMemo((): ChangeRequest | undefined => {
    const [first, second] = files ?? []
    if (!first || !second || !change || !alignment?.transform) return undefined
    const frame = shownSize(reference)
    const key = crypto.randomUUID()
    return {
      reference: { file: first, key: `${key} reference`, correction: change.corrections.reference },
      moving: { file: second, key: `${key} moving`, correction: change.corrections.moving },
      frame,
      movingSize: shownSize(moving),
      transform: isRigid ? rigidPart(alignment.transform) : alignment.transform,
      view: JSON.parse(view),
      headWidthPx: likelyHeadWidthPx(shownHead(reference), frame),
      head: shownHead(reference),
      look: change.look,
    }
  }, [files, reference, moving, alignment, isRigid, change, view])
  const { picture, isPainting, failure } = useChangePicture(request)
  if (!request || panes.kind !== 'ready') return panes
  if (failure) return { kind: 'failed', error: failure.error, retry: failure.retry }
  return picture && !isPainting ? { ...panes, change: picture } : { kind: 'rendering', fraction: 1 }
}
