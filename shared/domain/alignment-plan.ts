import { type Alignment, pairKeyOf } from './alignment.ts'
import { angleOrder } from './angle.ts'
import { findNextComparison, type PhotoPair } from './next-comparison.ts'
import type { Photo } from './photo.ts'
import { type ReferenceChoice, seriesKeyOf } from './reference-choice.ts'
import { stageOrder } from './stage.ts'
import { isVideo } from './video.ts'

/** The reference of a series (photos of one treatment and angle): the chosen photo while it is there, else the usual baseline. */
export function findReference(series: readonly Photo[], choices: readonly ReferenceChoice[]): Photo | undefined {
  const [first] = series
  if (!first?.angle) return undefined
  const seriesKey = seriesKeyOf(first.treatmentId, first.angle)
  const chosen = choices.find((choice) => choice.seriesKey === seriesKey)?.photoId
  const referenceId = findNextComparison(series, chosen)?.referenceId
  return series.find(({ photoId }) => photoId === referenceId)
}

/**
 * The pairs to align so that every filed photo can be compared with its series' reference, in the order of use: first the newest of every angle against its
 * reference, then the others. Before a photo is aligned with the reference it is aligned with its neighbour in time, where both are shaved and so look most
 * alike: that gives a second way, to start from and to check by.
 */
export function planAlignments(photos: readonly Photo[], choices: readonly ReferenceChoice[]): PhotoPair[] {
  const urgent: PhotoPair[] = []
  const later: PhotoPair[] = []
  for (const series of seriesOf(photos)) {
    const reference = findReference(series, choices)
    if (!reference) continue
    const inOrder = series.toSorted((a, b) => orderOf(a) - orderOf(b))
    const newest = inOrder.findLast((photo) => photo !== reference)
    for (const [index, photo] of inOrder.entries()) {
      if (photo === reference) continue
      const neighbour = inOrder[index - 1]
      const isChain = neighbour && neighbour !== reference && isShaved(neighbour) && isShaved(photo)
      const pair = { referenceId: reference.photoId, movingId: photo.photoId }
      if (photo === newest) urgent.push(pair)
      if (isChain) later.push({ referenceId: neighbour.photoId, movingId: photo.photoId })
      if (photo !== newest || isChain) later.push(pair)
    }
  }
  return [...urgent, ...later]
}

/** The pairs of a plan that no recorded alignment settles: not aligned yet, or not well. */
export function unsettledPairs(
  plan: readonly PhotoPair[],
  photos: readonly Photo[],
  alignments: readonly Alignment[],
): PhotoPair[] {
  const byId = new Map(photos.map((photo) => [photo.photoId, photo]))
  const settled = new Set(alignments.filter(({ outcome }) => outcome === 'aligned').map(({ pairKey }) => pairKey))
  return plan.filter(({ referenceId, movingId }) => {
    const [reference, moving] = [byId.get(referenceId), byId.get(movingId)]
    return reference && moving && !settled.has(pairKeyOf(reference, moving))
  })
}

function seriesOf(photos: readonly Photo[]): Photo[][] {
  const series = new Map<string, Photo[]>()
  for (const photo of photos) {
    if (!photo.angle || !photo.stage || isVideo(photo)) continue
    const key = seriesKeyOf(photo.treatmentId, photo.angle)
    series.set(key, [...(series.get(key) ?? []), photo])
  }
  return [...series.values()].toSorted((a, b) => angleOrder(a[0]!.angle!) - angleOrder(b[0]!.angle!))
}

function orderOf(photo: Photo): number {
  return photo.stage ? stageOrder(photo.stage) : 0
}

function isShaved(photo: Photo): boolean {
  return photo.stage !== null && photo.stage !== 'before'
}
