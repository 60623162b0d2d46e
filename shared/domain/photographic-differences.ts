import { numberInWords } from '../words/formats.ts'
import { t } from '../words/translate.ts'
import type { Alignment } from './alignment.ts'
import { longestBendingPercent } from './geometry/bending.ts'
import { scaleOf } from './geometry/similarity.ts'
import type { PhotoMeasurements } from './measurement/photo-measurements.ts'
import { type Photo, shownHead, shownSize } from './photo.ts'
import { isFresh, type Stage } from './stage.ts'

/** A photo as it was taken. */
export interface TakenPhoto {
  readonly stage: Stage | null
  readonly measured: PhotoMeasurements
}

/** What a trusted alignment says about where the camera stood. */
export interface Placement {
  /** Distance to the head in the moving photo over that in the reference, if both were taken with the same lens. */
  readonly distanceRatio: number
  readonly rotationDegrees: number
  /** Longest local displacement in per cent of the head's width; null where the head isn't known. */
  readonly bendingPercent: number | null
}

/** One way in which two photos were taken differently. `severity` 1 is where it begins to matter. */
export interface Difference {
  readonly of: 'reference' | 'moving'
  readonly verb: 'is' | 'has' | 'cuts off' | 'shows'
  /** In words, with the verb: "is" "12 % closer". */
  readonly what: string
  /** In words: "step back a little". */
  readonly fix: string
  readonly severity: number
}

/**
 * From here on a difference is named: well above what two photos of one sitting differ by (up to 0.1 stop, 3 % of red to blue and 12 % of edge width
 * on eight pairs of portraits), and where a comparison by eye begins to suffer. Heads that are whole in their photo had 3 % of room or more.
 */
const limits = {
  distance: 1.1,
  rotationDegrees: 5,
  bendingPercent: 4,
  stops: 0.4,
  redToBlue: 1.25,
  edgeWidth: 1.35,
  headRoomPercent: 2.5,
}
/** A head cut off hides what nothing can bring back. */
const cutOffSeverity = 3

/** Where the camera stood by an alignment; null unless it was confirmed or its marks were placed by hand. */
export function placementOf(alignment: Alignment | null, reference: Photo, moving: Photo): Placement | null {
  if (!alignment?.transform) return null
  if (alignment.outcome !== 'aligned' && alignment.method !== 'by-hand') return null
  const diagonal = (photo: Photo) => Math.hypot(shownSize(photo).widthPx, shownSize(photo).heightPx)
  const head = shownHead(reference)
  return {
    distanceRatio: diagonal(moving) / diagonal(reference) / scaleOf(alignment.transform.similarity),
    rotationDegrees: alignment.quality.rotationDegrees,
    bendingPercent: head && longestBendingPercent(alignment.transform, head),
  }
}

/** Every difference that was measured, however small. */
export function photographicDifferences(
  reference: TakenPhoto,
  moving: TakenPhoto,
  placement: Placement | null,
): Difference[] {
  return [
    ...(placement ? placementDifferences(placement) : []),
    ...brightnessDifference(reference, moving),
    ...colourDifference(reference, moving),
    ...sharpnessDifference(reference.measured, moving.measured),
    ...cutOff('moving', moving.measured, reference.measured),
    ...cutOff('reference', reference.measured, moving.measured),
  ]
}

/** What differs in where the camera stood. */
export function placementDifferences({ distanceRatio, rotationDegrees, bendingPercent }: Placement): Difference[] {
  const percent = Math.round(100 * Math.abs(distanceRatio - 1))
  const isCloser = distanceRatio < 1
  const degrees = Math.round(Math.abs(rotationDegrees))
  return [
    {
      of: 'moving',
      verb: 'is',
      what: isCloser ? t('{{percent}} % closer', { percent }) : t('{{percent}} % farther away', { percent }),
      fix: isCloser ? t('step back a little') : t('step closer a little'),
      severity: Math.abs(Math.log(distanceRatio)) / Math.log(limits.distance),
    },
    {
      of: 'moving',
      verb: 'is',
      what: t('turned by {{degrees}}°', { degrees }),
      fix: t('hold the camera level'),
      severity: Math.abs(rotationDegrees) / limits.rotationDegrees,
    },
    {
      of: 'moving',
      verb: 'shows',
      what: t('the head from a slightly different side'),
      fix: t('stand where the baseline was taken from'),
      severity: (bendingPercent ?? 0) / limits.bendingPercent,
    },
  ]
}

function brightnessDifference(reference: TakenPhoto, moving: TakenPhoto): Difference[] {
  const [before, after] = [reference.measured.skinLuminance, moving.measured.skinLuminance]
  if (before === null || after === null) return []
  const stops = Math.log2(after / before)
  const size = Number(Math.abs(stops).toFixed(1))
  return [
    {
      of: 'moving',
      verb: 'is',
      ...(size > 1 ? inStops(numberInWords(size, 1), stops > 0) : inOneStop(numberInWords(size, 1), stops > 0)),
      severity: Math.abs(stops) / limits.stops,
    },
  ]
}

function inStops(amount: string, isBrighter: boolean): Pick<Difference, 'what' | 'fix'> {
  return isBrighter
    ? { what: t('{{amount}} stops brighter', { amount }), fix: t('use less light or −{{amount}} stops', { amount }) }
    : { what: t('{{amount}} stops darker', { amount }), fix: t('use more light or +{{amount}} stops', { amount }) }
}

/** Of one stop and less: "0.6 stop". */
function inOneStop(amount: string, isBrighter: boolean): Pick<Difference, 'what' | 'fix'> {
  return isBrighter
    ? { what: t('{{amount}} stop brighter', { amount }), fix: t('use less light or −{{amount}} stop', { amount }) }
    : { what: t('{{amount}} stop darker', { amount }), fix: t('use more light or +{{amount}} stop', { amount }) }
}

/** On the day of a session the skin itself is red: then its colour says nothing about the light. */
function colourDifference(reference: TakenPhoto, moving: TakenPhoto): Difference[] {
  const [before, after] = [reference.measured.skinRedToBlue, moving.measured.skinRedToBlue]
  if (before === null || after === null) return []
  if ([reference, moving].some(({ stage }) => stage !== null && isFresh(stage))) return []
  return [
    {
      of: 'moving',
      verb: 'has',
      what: after > before ? t('warmer colours') : t('cooler colours'),
      fix: t('use the same lamps and white balance'),
      severity: Math.abs(Math.log(after / before)) / Math.log(limits.redToBlue),
    },
  ]
}

function sharpnessDifference(reference: PhotoMeasurements, moving: PhotoMeasurements): Difference[] {
  const [before, after] = [reference.edgeWidthPercent, moving.edgeWidthPercent]
  if (before === null || after === null) return []
  const isMoving = after > before
  return [
    {
      of: isMoving ? 'moving' : 'reference',
      verb: 'is',
      what: t('less sharp'),
      fix: isMoving ? t('focus on the hair') : t('choose a sharper baseline if there is one'),
      severity: Math.abs(Math.log(after / before)) / Math.log(limits.edgeWidth),
    },
  ]
}

const sides = [
  { side: 'above', what: () => t('the top of the head'), fix: () => t('leave room above the head') },
  { side: 'left', what: () => t('the left of the head'), fix: () => t('leave room on the left') },
  { side: 'right', what: () => t('the right of the head'), fix: () => t('leave room on the right') },
] as const

/** A side that both photos cut off is framed so on purpose. Below the head nothing is told: the neck goes on there. */
function cutOff(of: Difference['of'], measured: PhotoMeasurements, other: PhotoMeasurements): Difference[] {
  const cut = sides.filter(
    ({ side }) =>
      measured.headRoomPercent[side] < limits.headRoomPercent && other.headRoomPercent[side] >= limits.headRoomPercent,
  )
  return cut.slice(0, 1).map(({ what, fix }) => ({
    of,
    verb: 'cuts off',
    what: what(),
    fix: of === 'moving' ? fix() : t('choose a baseline that shows the whole head'),
    severity: cutOffSeverity,
  }))
}
