import type { Photo } from '../../../shared/domain/photo.ts'
import { type Picture, pictureOfAlignment, pictureOfPhoto } from '../../viewer/picture.ts'
import type { PairAlignmentState } from './use-pair-alignment.ts'

/** What is drawn of a photo: in the baseline's frame where the pair is aligned, else in its own. Without a pair, the baseline itself. */
export function pictureOfPair(
  reference: Photo,
  moving: Photo = reference,
  state: PairAlignmentState = { kind: 'loading' },
  isRigid = false,
): Picture {
  return state.kind === 'ready' && state.alignment.transform
    ? pictureOfAlignment(state.alignment.alignmentId, reference, isRigid)
    : pictureOfPhoto(moving)
}
