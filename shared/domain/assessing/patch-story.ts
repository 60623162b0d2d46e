import { t } from '../../words/translate.ts'
import { fateOf } from '../assessment/patch-history.ts'
import type { Point } from '../geometry/points.ts'
import type { PhotoId } from '../ids.ts'
import type { PatchTrack, SeenStage } from './patch-tracks.ts'

/** What became of a patch by a stage. `photoId`: the photo since, or at, which it is so. `isThere`: it is seen at that stage. */
export type PatchStory =
  | { readonly kind: 'first-look' | 'new' | 'never-took' }
  | { readonly kind: 'faded-since' | 'evened-out'; readonly photoId: PhotoId }
  | { readonly kind: 'touched-up'; readonly session: number; readonly isThere: boolean }

/**
 * What became of a patch by the last of these stages, which are those up to the one that is looked at. `touchedUpIn`: the last session in which it was touched up
 * before. Undefined where the last stage doesn't tell of this skin.
 */
export function storyOf(
  track: PatchTrack,
  stages: readonly SeenStage[],
  touchedUpIn: number | undefined,
): PatchStory | undefined {
  const last = stages.at(-1)
  if (!last || !tellsOf(last, track)) return undefined
  const isThere = track.seen.has(last.photoId)
  if (touchedUpIn !== undefined) return { kind: 'touched-up', session: touchedUpIn, isThere }
  const told = stages.filter((stage) => tellsOf(stage, track))
  if (isThere && told.length === 1) return { kind: 'first-look' }
  // what a stage showed of this patch stands for itself: whether it was there is known already
  const shown = told.map(({ photoId }) => (track.seen.has(photoId) ? [track] : []))
  const fate = fateOf(track, shown)
  switch (fate.kind) {
    case 'never-took':
      return { kind: 'never-took' }
    case 'faded-since':
      return told.slice(0, -1).some(({ photoId }) => track.seen.has(photoId))
        ? { kind: 'faded-since', photoId: told[fate.stage]!.photoId }
        : { kind: 'new' }
    case 'holds':
      return { kind: 'evened-out', photoId: told[fate.since]!.photoId }
    case 'unknown':
      return undefined
  }
}

function tellsOf({ photoId, patches, isJudgedAt }: SeenStage, track: PatchTrack): boolean {
  return patches !== null && (track.seen.has(photoId) || isJudgedAt(middleOf(track.outline)))
}

function middleOf(outline: readonly Point[]): Point {
  const sum = outline.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / outline.length, y: sum.y / outline.length }
}

/** A story in words: "Faded since session 2". `stageOf` names a photo's stage within a sentence. */
export function storyWords(
  story: PatchStory,
  isDark: boolean,
  stageOf: (photoId: PhotoId) => string,
  sessionWords: (session: number) => string,
): string {
  switch (story.kind) {
    case 'first-look':
      return t('No earlier stage tells of it')
    case 'new':
      return t('New: the stage before didn’t show it')
    case 'never-took':
      return isDark ? t('Darker at every stage so far') : t('Never took: lighter at every stage so far')
    case 'faded-since':
      return isDark
        ? t('Darker since {{stage}}', { stage: stageOf(story.photoId) })
        : t('Faded since {{stage}}', { stage: stageOf(story.photoId) })
    case 'evened-out':
      return t('Evened out: not seen since {{stage}}', { stage: stageOf(story.photoId) })
    case 'touched-up': {
      const session = sessionWords(story.session)
      return story.isThere
        ? t('Touched up in {{session}}, still there', { session })
        : t('Touched up in {{session}}, holds', { session })
    }
  }
}
