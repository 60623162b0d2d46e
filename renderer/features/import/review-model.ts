import type { Angle } from '../../../shared/domain/angle.ts'
import type { AngleMatch } from '../../../shared/domain/angle-by-matching.ts'
import { type ProposedAngle, proposedAngle } from '../../../shared/domain/angle-guess.ts'
import { type CaptureDate, captureDay, doubtOfDay } from '../../../shared/domain/capture-date.ts'
import { findDateInFileName } from '../../../shared/domain/date-from-file-name.ts'
import type { ClientId, PhotoId } from '../../../shared/domain/ids.ts'
import { groupByDay, proposedStage } from '../../../shared/domain/import-grouping.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { FiledPhoto, StagedPhoto } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import type { PhotoEdits } from './review-state.ts'

/** A staged photo with what the review says of it so far. */
export interface ReviewedPhoto extends FiledPhoto {
  readonly photo: StagedPhoto
  readonly isLeftOut: boolean
  /** Why the date can hardly be true; null when nothing speaks against it. */
  readonly dateDoubt: ReturnType<typeof doubtOfDay>
  /** What the angle was guessed from, where it is a guess that nobody has confirmed or changed yet. */
  readonly guessedFrom: ProposedAngle['from'] | null
}

/** The photos of one day under review. `proposed` is the stage that the day plainly has, if any. */
export interface ReviewedDay {
  readonly day: string | null
  readonly proposed: Stage | null
  readonly photos: readonly ReviewedPhoto[]
}

/** A file that is not imported because its picture is here already. */
export interface Duplicate {
  readonly photo: StagedPhoto
  readonly reason: string
}

/** What is known before anybody edits: the place of the drop, and the stages that days of this treatment have already. */
export interface ReviewContext {
  readonly clientId: ClientId
  readonly stage: Stage | null
  readonly angle: Angle | null
  readonly knownStages: ReadonlyMap<string, readonly Stage[]>
  /** The calendar day of the review: "2026-03-14". */
  readonly today: string
  /** Angles found by likeness to sorted photos. */
  readonly matches: ReadonlyMap<PhotoId, AngleMatch>
}

/** Everything that is under review. */
export interface Review {
  readonly days: readonly ReviewedDay[]
  readonly duplicates: readonly Duplicate[]
}

/** Puts staged photos and the user's edits together: what is saved is exactly what stands here. */
export function reviewOf(
  staged: readonly StagedPhoto[],
  edits: ReadonlyMap<PhotoId, PhotoEdits>,
  context: ReviewContext,
): Review {
  const [fresh, duplicates] = separateDuplicates(staged, context.clientId)
  const dated = fresh.map((photo) => ({ photoId: photo.photoId, photo, capture: captureOf(photo, edits) }))
  const days = groupByDay(dated).map(({ day, photos }) => {
    const proposed = proposedStage(day, context.knownStages)
    const preset = { stage: context.stage ?? proposed, angle: context.angle }
    return {
      day,
      proposed,
      photos: photos.map(({ photo, capture }) => {
        const guess = proposedAngle(photo.angleGuess, context.matches.get(photo.photoId) ?? null)
        const dateDoubt = capture && doubtOfDay(captureDay(capture), context.today)
        return { ...reviewed(photo, capture, preset, guess, edits.get(photo.photoId)), dateDoubt }
      }),
    }
  })
  return { days, duplicates }
}

/** The photos that would be saved now. */
export function photosToSave(review: Review): FiledPhoto[] {
  return review.days
    .flatMap(({ photos }) => photos)
    .filter(({ isLeftOut }) => !isLeftOut)
    .map(({ photoId, stage, angle, capture, quarterTurns }) => ({ photoId, stage, angle, capture, quarterTurns }))
}

/** The value that all have, or undefined when they differ or there are none. */
export function sharedValue<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

function captureOf(photo: StagedPhoto, edits: ReadonlyMap<PhotoId, PhotoEdits>): CaptureDate | null {
  const given = edits.get(photo.photoId)?.capture
  return given === undefined ? (photo.capture ?? findDateInFileName(photo.fileName)) : given
}

function reviewed(
  photo: StagedPhoto,
  capture: CaptureDate | null,
  preset: { stage: Stage | null; angle: Angle | null },
  guess: ProposedAngle | null,
  edits: PhotoEdits = {},
): Omit<ReviewedPhoto, 'dateDoubt'> {
  const isUnsaid = edits.angle === undefined && preset.angle === null
  return {
    photo,
    photoId: photo.photoId,
    capture,
    stage: edits.stage === undefined ? preset.stage : edits.stage,
    angle: edits.angle === undefined ? (preset.angle ?? guess?.angle ?? null) : edits.angle,
    guessedFrom: isUnsaid && guess ? guess.from : null,
    quarterTurns: edits.quarterTurns ?? 0,
    isLeftOut: edits.isLeftOut ?? false,
  }
}

function separateDuplicates(staged: readonly StagedPhoto[], clientId: ClientId): [StagedPhoto[], Duplicate[]] {
  const first = new Map<PhotoId, StagedPhoto>()
  const duplicates: Duplicate[] = []
  for (const photo of staged) {
    const twin = first.get(photo.photoId)
    if (photo.alreadyOf !== null)
      duplicates.push({
        photo,
        reason: duplicateReason(photo, clientId),
      })
    else if (twin)
      duplicates.push({ photo, reason: t('The same picture as {{fileName}}', { fileName: twin.fileName }) })
    else first.set(photo.photoId, photo)
  }
  return [[...first.values()], duplicates]
}

function duplicateReason({ alreadyOf, isPutBack }: StagedPhoto, clientId: ClientId): string {
  const isOwn = alreadyOf === clientId
  if (isPutBack)
    return isOwn
      ? t('Put back: the library’s own file was missing or damaged (this client)')
      : t('Put back: the library’s own file was missing or damaged (another client)')
  return isOwn ? t('Already in the library (this client)') : t('Already in the library (another client)')
}
