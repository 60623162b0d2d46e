import { t } from '../words/translate.ts'
import { captureDay } from './capture-date.ts'
import type { PhotoId } from './ids.ts'
import { type PhotoPair, pairOf } from './next-comparison.ts'
import type { Photo } from './photo.ts'
import { isFresh, stageOrder } from './stage.ts'

/**
 * Which photos of an angle are compared: the pinned baseline (`referenceId`) and the photo that the hand is on (`movingId`). Modes of two photos show those;
 * side by side there may be more of them.
 */
export interface ComparedPhotos extends PhotoPair {
  /** The photos beside the baseline by their panes, the moving one among them; `all`: every photo of the angle. Absent: the moving one alone. */
  readonly panes?: readonly PhotoId[] | 'all'
}

/** How many photos stand side by side, the baseline counted. */
export type PaneCount = number | 'all'

/** The photos that show what this photo shows, in the order of the treatment; photos without a stage stand last. */
export function photosOfSameAngle(photo: Photo, treatmentPhotos: readonly Photo[]): Photo[] {
  return treatmentPhotos.filter((other) => other.angle === photo.angle).toSorted(byStageThenDay)
}

/** The comparison of freely chosen photos (at least two), the earliest as baseline and the latest in the hand; or in plain words why they make none. */
export function comparisonOfChosen(photos: readonly Photo[]): ComparedPhotos | { readonly refusal: string } {
  const refused = photos.map((photo) => pairOf(photos[0]!, photo)).find((pair) => 'refusal' in pair)
  if (refused) return refused
  const [first, ...others] = photos.toSorted(byStageThenDay)
  if (!first || others.length === 0) return { refusal: t('Select two photos or more to compare them.') }
  const panes = others.map(({ photoId }) => photoId)
  const pair = { referenceId: first.photoId, movingId: panes.at(-1)! }
  return panes.length > 1 ? { ...pair, panes } : pair
}

/** The photos that stand side by side, in the order of their panes: the baseline first, all of an angle in the order of the treatment. */
export function photosSideBySide(compared: ComparedPhotos, row: readonly Photo[]): Photo[] {
  if (compared.panes === 'all') return [...row]
  const shown = [compared.referenceId, ...idsBeside(compared)]
  return shown.flatMap((photoId) => row.find((photo) => photo.photoId === photoId) ?? [])
}

/** How many photos stand side by side. */
export function paneCountOf({ panes }: ComparedPhotos): PaneCount {
  if (panes === undefined) return 2
  return panes === 'all' ? 'all' : panes.length + 1
}

/** With a photo in the hand: one that is shown already is taken there, another comes into the pane of the moving one. The baseline stays the baseline. */
export function withPhoto(compared: ComparedPhotos, photoId: PhotoId): ComparedPhotos {
  const { referenceId, movingId, panes } = compared
  if (photoId === referenceId) return compared
  if (panes === undefined) return { referenceId, movingId: photoId }
  if (panes === 'all' || panes.includes(photoId)) return { ...compared, movingId: photoId }
  return { referenceId, movingId: photoId, panes: panes.map((id) => (id === movingId ? photoId : id)) }
}

/** With another baseline; the old one takes its place when it was shown beside it. */
export function withBaseline(compared: ComparedPhotos, photoId: PhotoId): ComparedPhotos {
  const { referenceId, movingId, panes } = compared
  const swapped = (id: PhotoId) => (id === photoId ? referenceId : id)
  return {
    referenceId: photoId,
    movingId: swapped(movingId),
    ...(panes && { panes: panes === 'all' ? panes : panes.map(swapped) }),
  }
}

/**
 * With so many photos side by side, as far as the row has them. The one in the hand stays; new ones are settled rather than fresh, and those farthest in the treatment from what
 * is shown already.
 */
export function withPaneCount(compared: ComparedPhotos, row: readonly Photo[], count: PaneCount): ComparedPhotos {
  const { referenceId, movingId } = compared
  if (count === 'all') return { referenceId, movingId, panes: 'all' }
  const kept = new Set([movingId, ...(compared.panes === 'all' ? [] : idsBeside(compared))].slice(0, count - 1))
  const indexOf = (photoId: PhotoId) => row.findIndex((photo) => photo.photoId === photoId)
  while (kept.size < count - 1) {
    const shown = [referenceId, ...kept].map(indexOf)
    const distanceTo = ({ photoId }: Photo) => Math.min(...shown.map((place) => Math.abs(place - indexOf(photoId))))
    const left = row.filter((photo) => distanceTo(photo) > 0)
    const [next] = left.toSorted((a, b) => Number(isRed(a)) - Number(isRed(b)) || distanceTo(b) - distanceTo(a))
    if (!next) break
    kept.add(next.photoId)
  }
  if (kept.size < 2) return { referenceId, movingId }
  return { referenceId, movingId, panes: [...kept].toSorted((a, b) => indexOf(a) - indexOf(b)) }
}

/**
 * The photo that a step through the treatment brings into the hand, past the baseline and past what other panes show; where all of an angle are shown, the neighbour.
 * Undefined at the row's end.
 */
export function neighbourOf(row: readonly Photo[], compared: ComparedPhotos, direction: -1 | 1): Photo | undefined {
  const { referenceId, movingId, panes } = compared
  const elsewhere = new Set(panes === 'all' ? [] : idsBeside(compared).filter((id) => id !== movingId))
  const choices = row.filter(({ photoId }) => photoId !== referenceId && !elsewhere.has(photoId))
  const place = choices.findIndex((photo) => photo.photoId === movingId)
  return place < 0 ? undefined : choices[place + direction]
}

/** With the next pane's photo in the hand; after the last one the first. */
export function withNextPane(compared: ComparedPhotos, row: readonly Photo[]): ComparedPhotos {
  const beside = photosSideBySide(compared, row).filter(({ photoId }) => photoId !== compared.referenceId)
  const place = beside.findIndex(({ photoId }) => photoId === compared.movingId)
  const next = beside[(place + 1) % beside.length]
  return next ? { ...compared, movingId: next.photoId } : compared
}

/** Without the photos that are gone; undefined where the baseline or all others are. */
export function withoutGone(
  compared: ComparedPhotos,
  isThere: (photoId: PhotoId) => boolean,
): ComparedPhotos | undefined {
  const { referenceId, panes } = compared
  const beside = idsBeside(compared).filter(isThere)
  const movingId = isThere(compared.movingId) ? compared.movingId : beside[0]
  if (!isThere(referenceId) || !movingId) return undefined
  if (panes === 'all') return { referenceId, movingId, panes }
  return beside.length > 1 ? { referenceId, movingId, panes: beside } : { referenceId, movingId }
}

/** Every photo that is named, the baseline first. */
export function namedPhotos(compared: ComparedPhotos): PhotoId[] {
  return [compared.referenceId, ...idsBeside(compared)]
}

function idsBeside({ movingId, panes }: ComparedPhotos): readonly PhotoId[] {
  return panes === undefined || panes === 'all' ? [movingId] : panes
}

function isRed({ stage }: Photo): boolean {
  return stage !== null && isFresh(stage)
}

function byStageThenDay(a: Photo, b: Photo): number {
  const order = (photo: Photo) => (photo.stage ? stageOrder(photo.stage) : Number.MAX_SAFE_INTEGER)
  const day = (photo: Photo) => (photo.capture ? captureDay(photo.capture) : '')
  return order(a) - order(b) || day(a).localeCompare(day(b)) || a.fileName.localeCompare(b.fileName)
}
