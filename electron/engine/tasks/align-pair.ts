import { basename } from 'node:path'
import type { AlignmentQuality, LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { Similarity } from '../../../shared/domain/geometry/transform.ts'
import { mergeCoinciding } from '../../../shared/domain/geometry/transform-from-landmarks.ts'
import { headWidthPx, scaledHead } from '../../../shared/domain/head.ts'
import { algorithmVersion } from '../../../shared/domain/registration/algorithm-version.ts'
import {
  alignHeads,
  alignHeadsByMarks,
  type HeadAlignment,
  type HeadPhoto,
  overallSimilarity,
} from '../../../shared/domain/registration/align-heads.ts'
import { decideAutomatic, decideByHand, type MeasuredAlignment } from '../../../shared/domain/registration/decision.ts'
import { ellipseMask } from '../../../shared/domain/registration/ellipse-mask.ts'
import { contradictionsIn, problemOfMarks } from '../../../shared/domain/registration/judge-marks.ts'
import { lumaOfRgb } from '../../../shared/domain/registration/plane.ts'
import type { Pause } from '../../../shared/domain/registration/refine-bent.ts'
import { startFromFaces, startFromFeatures } from '../../../shared/domain/registration/start-similarities.ts'
import { storedTransform } from '../../../shared/domain/registration/stored-transform.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, PairAlignment, PairPhoto, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { facePointsOf } from '../face-vision.ts'
import { naming } from '../name-file-in-error.ts'
import { equalised, matchedFeatures } from '../opencv-vision.ts'
import { personIn } from '../person-vision.ts'
import type { Pixels } from '../pixels.ts'
import { readUprightPixels } from '../sharp-images.ts'
import { headOf } from './find-head.ts'

type AlignPair = EngineTasks['align-pair']

const workingLongestSidePx = 1600

/** Finds the moving photo's place in the reference's frame, by itself or from marks placed by hand, and judges it. */
export async function alignPair(input: AlignPair['input'], context: TaskContext): Promise<AlignPair['output']> {
  const step = (fraction: number, name: string) => {
    if (context.signal.aborted) throw new AppError('cancelled')
    context.onProgress(fraction, name)
  }
  const pauses = (from: number, to: number, name: string) => async (share: number) => {
    // a cancel can only arrive while nothing runs
    await new Promise((resolve) => setImmediate(resolve))
    step(from + (to - from) * share, name)
  }
  step(0, 'Reading the photos')
  const reference = await readHead(input.reference)
  step(0.15, 'Reading the photos')
  const moving = await readHead(input.moving)
  const heads = { referenceHead: reference.ellipse, movingHead: moving.ellipse }
  step(0.3, 'Looking for what both show')
  const marks = mergeCoinciding(input.landmarks)
  if (marks.length > 0) {
    return { ...(await alignByMarks(reference, moving, marks, pauses(0.3, 1, 'Aligning'))), ...heads }
  }
  const starts = input.starts.map(({ similarity }) => similarity)
  const found = await alignHeads(reference, moving, starts, true, pauses(0.3, 0.7, 'Aligning'))
  const first = found && judgeAutomatic(found, reference, moving)
  if (first?.outcome === 'aligned') return { ...first, ...heads }
  step(0.7, 'Looking for other ways')
  const further = [await startByFaces(reference, moving), await startByFeatures(reference, moving)].filter(
    (start) => start !== undefined,
  )
  const other = await alignHeads(reference, moving, further, false, pauses(0.8, 1, 'Aligning'))
  const second = other && judgeAutomatic(other, reference, moving)
  const best = second && (!first || second.quality.peakScore > first.quality.peakScore) ? second : first
  return { ...(best ?? refused('automatic', 'Nothing in the photos says where to begin.')), ...heads }
}

interface DecodedHead extends HeadPhoto {
  readonly pixels: Pixels
}

/** A photo decoded for registration, contrast-equalised, with its head. */
async function readHead(photo: PairPhoto): Promise<DecodedHead> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, workingLongestSidePx))
  const ellipse = photo.head ?? (await headOf(pixels))
  const luma = await equalised(lumaOfRgb(pixels.data, pixels.widthPx, pixels.heightPx))
  const person = await personIn(pixels)
  return { pixels, luma, person, ellipse, fullWidthPx: pixels.fullWidthPx, fullHeightPx: pixels.fullHeightPx }
}

async function startByFaces(reference: DecodedHead, moving: DecodedHead): Promise<Similarity | undefined> {
  const face = await facePointsOf(reference.pixels)
  return face && startFromFaces(face, await facePointsOf(moving.pixels))
}

async function startByFeatures(reference: DecodedHead, moving: DecodedHead): Promise<Similarity | undefined> {
  const pairs = await matchedFeatures(reference.luma, moving.luma, {
    reference: headMaskOf(reference),
    moving: headMaskOf(moving),
  })
  const toFull = (photo: HeadPhoto, point: { x: number; y: number }) => ({
    x: ((point.x + 0.5) * photo.fullWidthPx) / photo.luma.widthPx - 0.5,
    y: ((point.y + 0.5) * photo.fullHeightPx) / photo.luma.heightPx - 0.5,
  })
  const inFull = pairs.map(({ from, to }) => ({ from: toFull(reference, from), to: toFull(moving, to) }))
  return startFromFeatures(inFull, reference.ellipse, moving.ellipse)
}

function headMaskOf({ luma, ellipse, fullWidthPx }: HeadPhoto) {
  return ellipseMask(scaledHead(ellipse, luma.widthPx / fullWidthPx), luma.widthPx, luma.heightPx)
}

type Judged = Omit<PairAlignment, 'referenceHead' | 'movingHead'>

function judgeAutomatic(alignment: HeadAlignment, reference: HeadPhoto, moving: HeadPhoto): Judged {
  const measured = measuresOf(alignment)
  const relativeScale = (measured.scale * headWidthPx(reference.ellipse)) / headWidthPx(moving.ellipse)
  const { outcome, reasons } = decideAutomatic(measured, relativeScale)
  return {
    outcome,
    method: 'automatic',
    transform: outcome === 'needs-landmarks' ? null : transformOf(alignment, reference),
    quality: { ...measured, reasons },
    algorithmVersion,
  }
}

async function alignByMarks(
  reference: HeadPhoto,
  moving: HeadPhoto,
  marks: readonly LandmarkPair[],
  pause: Pause,
): Promise<Judged> {
  const problem = problemOfMarks(marks, headWidthPx(reference.ellipse))
  const alignment = problem ? undefined : await alignHeadsByMarks(reference, moving, marks, pause)
  if (!alignment) return refused('by-hand', problem ?? 'The marks lie on one spot.')
  const measured = measuresOf(alignment)
  const contradictions = contradictionsIn(marks, headWidthPx(reference.ellipse))
  const { outcome, reasons } = decideByHand(measured, contradictions)
  return {
    outcome,
    method: 'by-hand',
    transform: transformOf(alignment, reference),
    quality: { ...measured, reasons },
    algorithmVersion,
  }
}

function refused(method: Judged['method'], reason: string): Judged {
  const quality: AlignmentQuality = {
    peakScore: 0,
    forwardBackwardShare: 0,
    coverage: 0,
    scale: 1,
    rotationDegrees: 0,
    reasons: [reason],
  }
  return { outcome: 'needs-landmarks', method, transform: null, quality, algorithmVersion }
}

function transformOf({ registration, reference: frame, moving }: HeadAlignment, reference: HeadPhoto) {
  const size = { widthPx: reference.fullWidthPx, heightPx: reference.fullHeightPx }
  return storedTransform(registration.map, frame, moving, size)
}

function measuresOf(alignment: HeadAlignment): MeasuredAlignment {
  const { finePeak, forwardBackwardShare, coverage } = alignment.registration
  return { peakScore: finePeak, forwardBackwardShare, coverage, ...overallSimilarity(alignment) }
}
