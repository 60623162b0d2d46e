import { useMemo } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import type { DrawingKind } from '../../../shared/domain/drawing-words.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { isShown, useDrawingDisplay } from '../../viewer/drawings/drawing-display.ts'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'
import { carriedDrawing } from '../../viewer/drawings/painted-drawing.ts'
import { rigidCarrier } from '../../viewer/drawings/rigid-carrier.ts'
import { useCarriedDrawings, useTreatmentDrawings } from '../../viewer/drawings/use-carried-drawings.ts'
import type { ShownDrawings } from '../../viewer/shown-comparison.ts'

/** The drawings of a comparison: what is seen over each photo now, and which kinds there are at all. */
export interface ComparedDrawings {
  readonly shown: ShownDrawings
  readonly kinds: ReadonlySet<DrawingKind>
}

/**
 * What is drawn, in the frames in which the two photos of a comparison are shown. Over a moving photo that isn't aligned only its own frame's drawings are seen; over one
 * that is drawn without bending the drawings keep to the skin.
 */
export function useShownDrawings(
  reference: Photo,
  moving: Photo,
  photos: readonly Photo[],
  alignment: Alignment | null,
  isRigid: boolean,
): ComparedDrawings {
  const display = useDrawingDisplay()
  const drawn = useTreatmentDrawings(reference.treatmentId)
  const inReference = useCarriedDrawings(reference, photos, drawn)
  const inMoving = useCarriedDrawings(moving, photos, drawn)
  return useMemo(() => {
    const seen = (drawings: readonly PaintedDrawing[]) => drawings.filter((drawing) => isShown(display, drawing))
    const transform = alignment?.transform
    const overMoving = () => {
      if (!transform) return seen(inMoving)
      if (!isRigid || !transform.field) return seen(inReference)
      const carry = rigidCarrier(transform)
      return seen(inReference).map((drawing) => carriedDrawing(drawing, carry))
    }
    return {
      shown: { reference: seen(inReference), moving: overMoving() },
      kinds: new Set([...inReference, ...(transform ? [] : inMoving)].map(({ kind }) => kind)),
    }
  }, [display, inReference, inMoving, alignment, isRigid])
}
