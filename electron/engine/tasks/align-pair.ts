import { basename } from 'node:path'
import type { AlignmentQuality, LandmarkPair } from '../../../shared/domain/alignment.ts'
import { mergeCoinciding } from '../../../shared/domain/geometry/transform-from-landmarks.ts'
import { headWidthPx } from '../../../shared/domain/head.ts'
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
import { storedTransform } from '../../../shared/domain/registration/stored-transform.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, PairAlignment, PairPhoto, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import { equalised, matchedFeatures } from '../opencv-vision.ts'
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
  step(0, 'Reading the photos')
  const reference = await readHead(input.reference)
  step(0.15, 'Reading the photos')
  const moving = await readHead(input.moving)
  const heads = { referenceHead: reference.ellipse, movingHead: moving.ellipse }
  step(0.3, 'Looking for what both show')
  const marks = mergeCoinciding(input.landmarks)
  if (marks.length > 0) return { ...alignByMarks(reference, moving, marks), ...heads }
  const featurePairs = await matchFeatures(reference, moving)
  step(0.4, 'Looking for what both show')
  const alignment = alignHeads(reference, moving, featurePairs, (fraction) => step(0.4 + 0.6 * fraction, 'Aligning'))
  return { ...judgeAutomatic(alignment, reference, moving), ...heads }
}

/** A photo decoded for registration, contrast-equalised, with its head. */
async function readHead(photo: PairPhoto): Promise<HeadPhoto> {
  const pixels = await naming(basename(photo.path), () => readUprightPixels(photo, workingLongestSidePx))
  const ellipse = photo.head ?? (await headOf(pixels))
  const luma = await equalised(lumaOfRgb(pixels.data, pixels.widthPx, pixels.heightPx))
  return { luma, ellipse, fullWidthPx: pixels.fullWidthPx, fullHeightPx: pixels.fullHeightPx }
}

/** Look-alike points of the two heads, in full-size pixels. */
async function matchFeatures(reference: HeadPhoto, moving: HeadPhoto) {
  const pairs = await matchedFeatures(reference.luma, moving.luma, {
    reference: headMaskOf(reference),
    moving: headMaskOf(moving),
  })
  const toFull = (photo: HeadPhoto, point: { x: number; y: number }) => ({
    x: ((point.x + 0.5) * photo.fullWidthPx) / photo.luma.widthPx - 0.5,
    y: ((point.y + 0.5) * photo.fullHeightPx) / photo.luma.heightPx - 0.5,
  })
  return pairs.map(({ from, to }) => ({ from: toFull(reference, from), to: toFull(moving, to) }))
}

function headMaskOf({ luma, ellipse, fullWidthPx }: HeadPhoto) {
  const factor = luma.widthPx / fullWidthPx
  const reduced = {
    centreX: (ellipse.centreX + 0.5) * factor - 0.5,
    centreY: (ellipse.centreY + 0.5) * factor - 0.5,
    radiusX: ellipse.radiusX * factor,
    radiusY: ellipse.radiusY * factor,
    angleDegrees: ellipse.angleDegrees,
  }
  return ellipseMask(reduced, luma.widthPx, luma.heightPx)
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

function alignByMarks(reference: HeadPhoto, moving: HeadPhoto, marks: readonly LandmarkPair[]): Judged {
  const problem = problemOfMarks(marks, headWidthPx(reference.ellipse))
  const alignment = problem ? undefined : alignHeadsByMarks(reference, moving, marks)
  if (!alignment) return refused(problem ?? 'The marks lie on one spot.')
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

function refused(reason: string): Judged {
  const quality: AlignmentQuality = {
    peakScore: 0,
    forwardBackwardShare: 0,
    coverage: 0,
    scale: 1,
    rotationDegrees: 0,
    reasons: [reason],
  }
  return { outcome: 'needs-landmarks', method: 'by-hand', transform: null, quality, algorithmVersion }
}

function transformOf({ registration, reference: frame, moving }: HeadAlignment, reference: HeadPhoto) {
  const size = { widthPx: reference.fullWidthPx, heightPx: reference.fullHeightPx }
  return storedTransform(registration.map, frame, moving, size)
}

function measuresOf(alignment: HeadAlignment): MeasuredAlignment {
  const { finePeak, forwardBackwardShare, coverage } = alignment.registration
  return { peakScore: finePeak, forwardBackwardShare, coverage, ...overallSimilarity(alignment) }
}
