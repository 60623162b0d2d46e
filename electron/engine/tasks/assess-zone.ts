import { basename } from 'node:path'
import { assessSkin } from '../../../shared/domain/assessment/assess-skin.ts'
import { type Assessment, unjudged } from '../../../shared/domain/assessment/assessment.ts'
import { dotSigmaPx } from '../../../shared/domain/assessment/dot-peaks.ts'
import { opticalDensityOf } from '../../../shared/domain/assessment/optical-density.ts'
import { brightestOfFour, closingDiscPx, closingReduction } from '../../../shared/domain/assessment/skin-envelope.ts'
import { mapInFrame } from '../../../shared/domain/assessment/skin-map.ts'
import { type WorkPart, workFrameOf, workPartAround } from '../../../shared/domain/assessment/work-scale.ts'
import { maskOf } from '../../../shared/domain/assessment/zone-mask.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { blobResponse, closedBy } from '../opencv-vision.ts'
import { type Pixels, readUprightPixels, resizedPart } from '../sharp-images.ts'

type AssessZone = EngineTasks['assess-zone']

/** Coarser photos than this (px/mm) show no dots: 4 px/mm is the last that does (assessment-measurements, 3.2). */
const leastPixelsPerMm = 4

/** Measures one zone of a photo: dots, density, evenness, patches and the match with the client's own hair; says what can't be judged and why. */
export async function assessZone(input: AssessZone['input'], context: TaskContext): Promise<AssessZone['output']> {
  const assessment = await assessOnPhoto(input, context)
  const { reference } = input
  if (!reference) return { assessment, inReference: null }
  const drawn = (map: Assessment['density']) => map && mapInFrame(map, reference.transform, reference.frame)
  return { assessment, inReference: { density: drawn(assessment.density), darkness: drawn(assessment.darkness) } }
}

async function assessOnPhoto(
  { photo, head, zones, scale, daysSinceSession, cameraDistanceMm }: AssessZone['input'],
  { signal, onProgress }: TaskContext,
): Promise<Assessment> {
  const goOn = (fraction: number, step: string) => {
    if (signal.aborted) throw new AppError('cancelled')
    onProgress(fraction, step)
  }
  if (!scale) return unjudged('scale-unknown')
  if (scale.pixelsPerMm < leastPixelsPerMm) return unjudged('too-small')
  goOn(0, 'Reading the photo')
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, null))
  const polygons = [...zones.treated, ...zones.blend, ...zones.reference]
  const part = workPartAround(polygons, pixels, scale.pixelsPerMm)
  if (part === 'too-large') return unjudged('scale-wrong')
  if (part === 'too-small') return unjudged('too-little-skin')
  goOn(0.2, 'Finding the dots')
  const work = await workPicture(pixels, part)
  const frame = workFrameOf(part)
  const mask = maskOf(zones, frame, work.widthPx, work.heightPx)
  goOn(0.3, 'Finding the dots')
  const density = opticalDensityOf(work.data, work.widthPx, work.heightPx)
  const { smooth, response } = await blobResponse(density, dotSigmaPx)
  goOn(0.5, 'Finding the skin between the dots')
  const brightest = brightestOfFour(work.data, work.widthPx, work.heightPx)
  const [halfWidthPx, halfHeightPx] = [work.widthPx / closingReduction, work.heightPx / closingReduction]
  const closed = await closedBy(brightest, halfWidthPx, halfHeightPx, closingDiscPx)
  goOn(0.7, 'Measuring the skin')
  return assessSkin(
    { density, smooth, response, closed, mask, frame },
    { pixelsPerMm: scale.pixelsPerMm, scaleSource: scale.source, head, daysSinceSession, cameraDistanceMm },
  )
}

function workPicture(pixels: Pixels, part: WorkPart) {
  return resizedPart(pixels, part, { widthPx: part.workWidthPx, heightPx: part.workHeightPx })
}
