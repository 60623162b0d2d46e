import type { Angle } from '../../../shared/domain/angle.ts'
import { newestPerAngle, type SortedPlace } from '../../../shared/domain/angle-by-matching.ts'
import { isToldByFace } from '../../../shared/domain/angle-guess.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { StagedPhoto } from '../../../shared/ipc/contract.ts'
import type { PhotoEdits } from './review-state.ts'

/** A photo whose angle is to be found by its likeness to sorted ones. */
export type PhotoToMatch = Pick<Photo, 'photoId' | 'quarterTurns'>

/** What is known of the import when angles are to be matched. */
export interface MatchableReview {
  readonly staged: readonly StagedPhoto[]
  readonly edits: ReadonlyMap<PhotoId, PhotoEdits>
  /** The angle of the cell that the photos were dropped on. */
  readonly angle: Angle | null
  /** The treatment's photos before this import. */
  readonly filed: readonly Photo[]
}

/** What is to be matched: photos whose angle neither a person nor a face told. Nothing where sorted photos show one angle only. */
export function photosToMatch(review: MatchableReview): PhotoToMatch[] {
  const { staged, edits, angle } = review
  if (angle !== null || new Set(sortedPhotos(review).map((sorted) => sorted.angle)).size < 2) return []
  return staged
    .filter(({ photoId, alreadyOf, angleGuess }) => {
      const given = edits.get(photoId)
      return alreadyOf === null && given?.angle === undefined && !given?.isLeftOut && !isToldByFace(angleGuess)
    })
    .map(({ photoId }) => ({ photoId, quarterTurns: edits.get(photoId)?.quarterTurns ?? 0 }))
}

/** The photos of this import whose angle a person set, as far as they are compared with. */
export function sortedInReview({ staged, edits }: MatchableReview): SortedPlace[] {
  const fresh = new Set(staged.filter(({ alreadyOf }) => alreadyOf === null).map(({ photoId }) => photoId))
  const set = [...edits].flatMap(([photoId, { angle, quarterTurns = 0, isLeftOut }]) =>
    angle && !isLeftOut && fresh.has(photoId) ? [{ photoId, angle, quarterTurns }] : [],
  )
  return newestPerAngle(set, [])
}

/** All photos that are compared with: while they are the same, so is what comes of it. */
export function sortedPhotos(review: MatchableReview): SortedPlace[] {
  return newestPerAngle(sortedInReview(review), review.filed)
}
