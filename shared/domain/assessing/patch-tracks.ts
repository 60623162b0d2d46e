import type { Patch } from '../assessment/assessment.ts'
import { isSame } from '../assessment/patch-history.ts'
import type { Point } from '../geometry/points.ts'
import type { PhotoId } from '../ids.ts'

/** A patch as one photo shows it, with its outline in the frame that all photos of the series share. */
export interface SeenPatch {
  readonly patch: Patch
  readonly zone: string
  readonly outline: readonly Point[]
}

/** What one photo of the series tells, in the order of the treatment. `patches` null: nothing could be told. */
export interface SeenStage {
  readonly photoId: PhotoId
  readonly patches: readonly SeenPatch[] | null
  /** Whether skin at a point of the shared frame was judged. */
  readonly isJudgedAt: (point: Point) => boolean
  /** What its photo shows within an outline of the shared frame that a person drew, where these patches were found. */
  readonly drawnAs?: (outline: readonly Point[], parts: readonly SeenPatch[]) => SeenPatch
}

/** A patch that was numbered before, with its outline in the shared frame. */
export interface KnownPatch {
  readonly patchId: string
  readonly number: number
  readonly isDark: boolean
  readonly outline: readonly Point[]
  /** A person drew its outline: it stays as it is, and takes in all that is found there. */
  readonly isDrawn?: boolean
}

/** One patch of skin over all stages: it has the same number on all of them. */
export interface PatchTrack {
  /** Of one that was numbered before. */
  readonly patchId: string | null
  readonly number: number
  readonly isDark: boolean
  /** Where it is: as it was known, else as it was first seen. Shared frame. */
  readonly outline: readonly Point[]
  readonly isDrawn?: boolean
  readonly seen: ReadonlyMap<PhotoId, SeenPatch>
}

/**
 * Follows patches through the stages: what covers the same skin is the same patch, lighter and darker ones apart. Known patches keep their numbers; others get the
 * next free ones in the order in which they appear, so that a later stage never renumbers an earlier one's.
 */
export function trackPatches(stages: readonly SeenStage[], known: readonly KnownPatch[]): PatchTrack[] {
  const tracks: (PatchTrack & { seen: Map<PhotoId, SeenPatch> })[] = known.map((patch) => ({
    ...patch,
    seen: new Map<PhotoId, SeenPatch>(),
  }))
  const taken = new Set(known.map(({ number }) => number))
  const nextNumber = () => {
    let number = 1
    while (taken.has(number)) number++
    taken.add(number)
    return number
  }
  for (const { photoId, patches, drawnAs } of stages) {
    let found = patches ?? []
    for (const track of tracks.filter(({ isDrawn }) => isDrawn)) {
      // what was decided on by itself stays by itself
      const others = known.filter(({ patchId, isDrawn }) => patchId !== track.patchId && !isDrawn)
      const parts = found.filter(
        (patch) =>
          (patch.patch.kind === 'dark') === track.isDark &&
          isSame(patch.outline, track.outline) &&
          !others.some((other) => other.isDark === track.isDark && isSame(patch.outline, other.outline)),
      )
      const [first] = parts
      if (!first) continue
      found = found.filter((patch) => !parts.includes(patch))
      track.seen.set(photoId, drawnAs?.(track.outline, parts) ?? first)
    }
    for (const patch of found) {
      const isDark = patch.patch.kind === 'dark'
      const track = tracks.find(
        (one) =>
          one.isDark === isDark && !one.isDrawn && !one.seen.has(photoId) && outlinesOf(one).some(isSameAs(patch)),
      )
      if (track) track.seen.set(photoId, patch)
      else
        tracks.push({
          patchId: null,
          number: nextNumber(),
          isDark,
          outline: patch.outline,
          seen: new Map([[photoId, patch]]),
        })
    }
  }
  return tracks.toSorted((a, b) => a.number - b.number)
}

function outlinesOf({ outline, seen }: PatchTrack): (readonly Point[])[] {
  return [outline, ...[...seen.values()].map((patch) => patch.outline)]
}

function isSameAs({ outline }: SeenPatch): (other: readonly Point[]) => boolean {
  return (other) => isSame(outline, other)
}
