import { AppError } from '../../../shared/errors.ts'
import type { Engine } from '../../ports.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { type ExportOptions, suggestedNameOf } from './export-options.ts'

/** Saves what the canvas shows; the file's name, or null when the user cancels. */
export async function saveComparison(
  engine: Engine,
  canvas: HTMLCanvasElement,
  { reference, moving }: ShownComparison,
  format: ExportOptions['format'],
): Promise<string | null> {
  // always without loss: main encodes the file in its final format, once
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!picture) throw new AppError('bug')
  return engine.savePicture(picture, {
    photoIds: [reference.photoId, moving.photoId],
    format,
    suggestedName: suggestedNameOf(moving, format),
  })
}
