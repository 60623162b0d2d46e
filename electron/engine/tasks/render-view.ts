import { basename } from 'node:path'
import { scaleOf } from '../../../shared/domain/geometry/similarity.ts'
import { identityTransform, type Transform, toMoving } from '../../../shared/domain/geometry/transform.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, PhotoFile, ReferenceView, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { remapped } from '../opencv-vision.ts'
import type { Pixels } from '../pixels.ts'
import { decodeStored, readPictureHeader, uprightPixels, writePicture } from '../sharp-images.ts'

type RenderView = EngineTasks['render-view']

/** What is drawn where the view goes beyond the photo: a grey that favours neither picture. */
const beyondPhotoGrey = 118

/** Draws a photo into a view of the reference frame and writes the picture. */
export async function renderView(input: RenderView['input'], context: TaskContext): Promise<RenderView['output']> {
  const { photo, transform, view } = input
  const pixels = await naming(basename(photo.path), () => drawView(photo, transform, view))
  if (context.signal.aborted) throw new AppError('cancelled')
  await writePicture(pixels, input.output, input.format)
  return {}
}

/**
 * The view as pixels: one interpolation (Lanczos) of the photo. Where the view shows the photo smaller than it is, the photo is first reduced
 * while it is decoded, to the smallest size that still has a pixel for each pixel of the view; otherwise the original's own pixels are used.
 */
async function drawView(photo: PhotoFile, transform: Transform | null, view: ReferenceView): Promise<Pixels> {
  const map = transform ?? identityTransform
  const viewPixelsPerPhotoPixel = view.scale / scaleOf(map.similarity)
  const source = await readForReduction(photo, viewPixelsPerPhotoPixel)
  return drawPixels(source, map, view)
}

async function readForReduction(photo: PhotoFile, viewPixelsPerPhotoPixel: number): Promise<Pixels> {
  const header = await readPictureHeader(photo)
  const fullLongest = Math.max(header.storedWidthPx, header.storedHeightPx)
  const wantedLongest = Math.min(fullLongest, Math.ceil(fullLongest * viewPixelsPerPhotoPixel))
  const stored = await decodeStored(header, wantedLongest < fullLongest ? wantedLongest : null, 'lenient')
  return await uprightPixels(stored, header, photo.quarterTurns)
}

/** The view drawn from a photo that may have been reduced; `transform` speaks of its full size. */
async function drawPixels(source: Pixels, transform: Transform, view: ReferenceView): Promise<Pixels> {
  const { widthPx, heightPx } = view
  const scaleX = source.widthPx / source.fullWidthPx
  const scaleY = source.heightPx / source.fullHeightPx
  const x = new Float32Array(widthPx * heightPx)
  const y = new Float32Array(widthPx * heightPx)
  for (let j = 0, k = 0; j < heightPx; j++) {
    for (let i = 0; i < widthPx; i++, k++) {
      const at = toMoving(transform, {
        x: view.centreX + (i - (widthPx - 1) / 2) / view.scale,
        y: view.centreY + (j - (heightPx - 1) / 2) / view.scale,
      })
      x[k] = (at.x + 0.5) * scaleX - 0.5
      y[k] = (at.y + 0.5) * scaleY - 0.5
    }
  }
  const data = await remapped(source, { x, y, widthPx, heightPx }, beyondPhotoGrey)
  return { data, widthPx, heightPx, fullWidthPx: widthPx, fullHeightPx: heightPx }
}
