import { t } from '../../words/translate.ts'
import { type ChangeMap, changeBetween } from '../assessment/change-between.ts'
import { mapInFrame } from '../assessment/skin-map.ts'
import { identityTransform } from '../geometry/transform.ts'
import { gapSentence, type ZoneAtStage } from './zone-at-stage.ts'

/** What changed in a zone between two stages, or why that can't be told. */
export type StageChange = ChangeMap | { readonly refusal: string }

/** How far off a confirmed alignment is (mm): 0.43 % of the head's width, in the median (docs/alignment.md). The frame's own photo isn't off at all; of two others both errors count. */
const alignedErrorMm = 0.7

/** Compares a zone of two stages in the frame that they share; `pixelsPerMm` of that frame, null where it isn't known. `isOwnFrame`: it is that stage's own. */
export function stageChangeOf(
  earlier: ZoneAtStage,
  later: ZoneAtStage,
  pixelsPerMm: number | null,
  isOwnFrame: (stage: ZoneAtStage) => boolean,
): StageChange {
  const untold = [earlier, later].find(({ findings }) => !findings?.darkness)
  if (untold) return { refusal: gapSentence(untold.gap ?? 'not-measured') }
  const unaligned = [earlier, later].find(({ isAligned, map }) => !isAligned || !map)
  if (unaligned || !earlier.map || !later.map)
    return { refusal: t('Both stages must be aligned, and the alignment confirmed: look at it when comparing them.') }
  if (pixelsPerMm === null) return { refusal: gapSentence('scale-unknown') }
  // the coarser grid tells all that both know
  const { values: _, ...frame } = earlier.map.stepX > later.map.stepX ? earlier.map : later.map
  const drawn = ({ map }: ZoneAtStage) => mapInFrame(map!, identityTransform, frame)
  const moved = [earlier, later].filter((stage) => !isOwnFrame(stage)).length
  const change = changeBetween(drawn(earlier), drawn(later), pixelsPerMm, alignedErrorMm * Math.sqrt(moved))
  return change ?? { refusal: t('Both stages show too little of the same skin.') }
}

/** How many places changed, in words: "3 places lighter, 1 darker". */
export function changeWords({ changes }: Pick<ChangeMap, 'changes'>): string {
  const lighter = changes.filter(({ kind }) => kind === 'lightened').length
  const darker = changes.length - lighter
  if (lighter > 0 && darker > 0) return t('{{count}} places lighter, {{darker}} darker', { count: lighter, darker })
  if (lighter > 0) return t('{{count}} places lighter', { count: lighter })
  if (darker > 0) return t('{{count}} places darker', { count: darker })
  return t('No place changed beyond the rest of the zone')
}
