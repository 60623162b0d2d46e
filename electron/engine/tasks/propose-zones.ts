import { basename } from 'node:path'
import { dotSigmaPx } from '../../../shared/domain/assessment/dot-peaks.ts'
import { opticalDensityOf } from '../../../shared/domain/assessment/optical-density.ts'
import { proposeZones } from '../../../shared/domain/assessment/propose-zones.ts'
import { headOutline } from '../../../shared/domain/assessment/view-angle.ts'
import { pixelsPerMmOfHead, workFrameOf, workPartAround } from '../../../shared/domain/assessment/work-scale.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { blobResponse } from '../opencv-vision.ts'
import { readUprightPixels, resizedPart } from '../sharp-images.ts'

type Task = EngineTasks['propose-zones']

/** Proposes where a shaved head without pigment will be treated, and where the client's own stubble grows. */
export async function proposeZonesOf(
  { photo, head, pixelsPerMm }: Task['input'],
  { signal, onProgress }: TaskContext,
): Promise<Task['output']> {
  const scale = pixelsPerMm ?? pixelsPerMmOfHead(head)
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, null))
  const part = workPartAround([headOutline(head)], pixels, scale)
  if (part === 'too-small' || part === 'too-large') return { refusal: 'head-unclear' }
  if (signal.aborted) throw new AppError('cancelled')
  onProgress(0.3, 'Looking for stubble')
  const work = await resizedPart(pixels, part, { widthPx: part.workWidthPx, heightPx: part.workHeightPx })
  const density = opticalDensityOf(work.data, work.widthPx, work.heightPx)
  const { response } = await blobResponse(density, dotSigmaPx)
  if (signal.aborted) throw new AppError('cancelled')
  onProgress(0.7, 'Looking for stubble')
  const proposed = proposeZones(response, workFrameOf(part), head, scale)
  return typeof proposed === 'string' ? { refusal: proposed } : { zones: proposed }
}
