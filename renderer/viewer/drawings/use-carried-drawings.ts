import { useMemo } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { carriersInto } from '../../../shared/domain/carry-drawing.ts'
import type { Drawing } from '../../../shared/domain/drawing.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { PaintedDrawing } from './paint-drawing.ts'
import { paintedDrawing } from './painted-drawing.ts'
import { rulerOf } from './photo-rulers.ts'

const none: readonly never[] = []

/** What was drawn on a treatment's photos, and the alignments that carry it from one to another. */
export interface TreatmentDrawings {
  readonly drawings: readonly Drawing[]
  readonly alignments: readonly Alignment[]
}

/** What was drawn on a treatment's photos; empty until it has been read. */
export function useTreatmentDrawings(treatmentId: Photo['treatmentId']): TreatmentDrawings {
  const { library } = usePorts()
  const drawings = useWatched(useMemo(() => library.watchDrawings(treatmentId), [library, treatmentId])) ?? none
  const alignments = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId])) ?? none
  return { drawings, alignments }
}

/** Everything that was drawn on the treatment's photos, in the frame of one of them, as far as alignments lead there. Hidden drawings too. */
export function useCarriedDrawings(
  target: Photo,
  photos: readonly Photo[],
  { drawings, alignments }: TreatmentDrawings,
): readonly PaintedDrawing[] {
  return useMemo(() => {
    if (drawings.length === 0) return none
    const carriers = carriersInto(target, photos, alignments)
    return drawings.flatMap((drawing) => {
      const photo = photos.find(({ photoId }) => photoId === drawing.photoId)
      const carry = carriers.get(drawing.photoId)
      if (!photo || !carry) return []
      return [paintedDrawing(drawing, photo, rulerOf(photo, photos, alignments), carry)]
    })
  }, [target, photos, drawings, alignments])
}
