import type { AlignmentOutcome } from '../../../shared/domain/alignment.ts'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import { isFresh, type Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'

interface NotedPhoto {
  readonly stage: Stage | null
  readonly caption: PhotoCaption
}

/** What has to be known of a pair before a change between its photos is read. */
export interface NotedPair {
  readonly outcome: AlignmentOutcome | undefined
  readonly isLightMatched: boolean
  readonly reference: NotedPhoto
  readonly moving: NotedPhoto
}

/** What speaks against reading a change as one of the skin; the most misleading first. No verdicts. */
export function changeNotes({ outcome, isLightMatched, reference, moving }: NotedPair): string[] {
  return [
    ...(outcome === 'aligned' ? [] : [t('The alignment must be checked: colours along edges may come from it.')]),
    ...healingNotes(reference),
    ...healingNotes(moving),
    ...(isLightMatched ? [] : [t('The light isn’t matched: other light looks like a change of the skin.')]),
  ]
}

function healingNotes({ stage, caption }: NotedPhoto): string[] {
  if (!caption.isSettling) return []
  const photo = caption.stage
  return stage && isFresh(stage)
    ? [t('{{photo}} is fresh: redness and fresh pigment are darker than what will stay.', { photo })]
    : [t('{{photo}} is still settling: until day 28 darker and patchy places are usual.', { photo })]
}
