import { useEffect, useMemo, useState } from 'react'
import type { AngleMatch } from '../../../shared/domain/angle-by-matching.ts'
import type { PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import { usePorts } from '../../use-ports.tsx'
import { type MatchableReview, photosToMatch, sortedInReview, sortedPhotos } from './angle-matching.ts'

interface Matched {
  readonly quarterTurns: number
  /** What it was compared with. */
  readonly sortedKey: string
  readonly match: AngleMatch | null
}

/**
 * Looks in the background, one photo at a time, which sorted photos the others look like, and again when more were sorted. Gives what was found so far.
 */
export function useAngleMatches(
  treatmentId: TreatmentId,
  review: MatchableReview,
  isPaused: boolean,
): ReadonlyMap<PhotoId, AngleMatch> {
  const { engine } = usePorts()
  const [matched, setMatched] = useState<ReadonlyMap<PhotoId, Matched>>(new Map())
  const [isMatching, setIsMatching] = useState(false)
  const toMatch = useMemo(() => photosToMatch(review), [review])
  const sortedKey = useMemo(() => JSON.stringify(sortedPhotos(review)), [review])
  const next = toMatch.find(({ photoId, quarterTurns }) => {
    const known = matched.get(photoId)
    return known?.sortedKey !== sortedKey || known.quarterTurns !== quarterTurns
  })

  useEffect(() => {
    if (isPaused || isMatching || !next) return
    const { photoId, quarterTurns } = next
    const keep = (match: AngleMatch | null) => {
      setMatched((before) => new Map(before).set(photoId, { quarterTurns, sortedKey, match }))
      setIsMatching(false)
    }
    setIsMatching(true)
    // a photo that can't be matched goes without a guess
    engine.matchAngle(next, treatmentId, sortedInReview(review)).then(keep, () => keep(null))
  }, [engine, treatmentId, review, sortedKey, next, isMatching, isPaused])

  return useMemo(() => {
    const found = toMatch.flatMap(({ photoId, quarterTurns }): [PhotoId, AngleMatch][] => {
      const known = matched.get(photoId)
      return known?.match && known.quarterTurns === quarterTurns ? [[photoId, known.match]] : []
    })
    return new Map(found)
  }, [toMatch, matched])
}
