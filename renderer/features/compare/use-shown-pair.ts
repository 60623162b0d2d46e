import { useMemo } from 'react'
import type { Alignment } from '../../../shared/domain/alignment.ts'
import { captionOf, type PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import { splitOnPicture } from '../../../shared/domain/geometry/split.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { MatchedLight } from '../../../shared/domain/light/match-light.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { inLight, type Picture } from '../../viewer/picture.ts'
import type { ComparisonMode, ShownChange, ShownComparison } from '../../viewer/shown-comparison.ts'
import { type Bending, bendingOf } from './bending.ts'
import { useComparisonView, useStillView, wantsMatchedLight } from './comparison-view.ts'
import { shownLook } from './modes/mode-settings.ts'
import type { ComparedPicture } from './modes/mode-view.tsx'
import { pictureOfPair } from './picture-of-pair.ts'
import { type PairLightState, usePairLight } from './use-pair-light.ts'
import { type ComparedDrawings, useShownDrawings } from './use-shown-drawings.ts'
import type { SteadyPair } from './use-steady-pair.ts'

/** Two photos as they are compared now: everything that is shown of them, and of what they can be shown in. */
export interface ShownPair extends SteadyPair {
  readonly photos: readonly Photo[]
  /** Null where the pair isn't aligned. */
  readonly alignment: Alignment | null
  readonly frame: Size
  readonly mode: ComparisonMode
  readonly pictures: { readonly reference: ComparedPicture; readonly moving: ComparedPicture }
  readonly captions: { readonly reference: PhotoCaption; readonly moving: PhotoCaption }
  readonly bending: Bending | { readonly reason: string }
  readonly drawings: ComparedDrawings
  readonly lightState: PairLightState
  readonly isLightWanted: boolean
  /** What the photos are matched by; null: as shot. */
  readonly light: MatchedLight | null
}

/** A pair as the present view shows it; `isGrid`: with more photos beside it, where every one is as shot. */
export function useShownPair(steady: SteadyPair, photos: readonly Photo[], isGrid: boolean): ShownPair {
  const { reference, moving, state } = steady
  const view = useStillView()
  const { isRigid, mode } = view
  const alignment = state.kind === 'ready' && state.alignment.transform ? state.alignment : null
  const bending = useMemo(() => bendingOf(alignment, reference), [alignment, reference])
  const drawings = useShownDrawings(reference, moving, photos, alignment, isRigid)
  const { state: lightState, isReferenceRed, isMovingRed } = usePairLight(reference, moving, photos, state)
  const match = lightState.kind === 'known' && lightState.match.kind === 'matched' ? lightState.match : null
  const isLightWanted = wantsMatchedLight({ ...view, mode: alignment ? mode : 'side-by-side' }) && !isGrid
  const light = isLightWanted ? match : null
  const said = { isLightMatched: light !== null }
  const captions = {
    reference: captionOf(reference, photos, { isRed: isReferenceRed, ...said }),
    moving: captionOf(moving, photos, { isRed: isMovingRed, ...said }),
  }
  const compared = (picture: Picture, of: 'reference' | 'moving'): ComparedPicture => ({
    picture: inLight(picture, light?.[of]),
    caption: captions[of],
  })
  return {
    ...steady,
    photos,
    alignment,
    frame: shownSize(reference),
    mode: alignment ? mode : 'side-by-side',
    pictures: {
      reference: compared(pictureOfPair(reference), 'reference'),
      moving: compared(pictureOfPair(reference, moving, state, isRigid), 'moving'),
    },
    captions,
    bending,
    drawings,
    lightState,
    isLightWanted,
    light,
  }
}

/** The comparison as it stands on the screen in a pane, for whoever draws it again. */
export function presentComparison(shown: ShownPair, pane: Size | undefined, sideBySideCount: number): ShownComparison {
  const { reference, moving, alignment, mode, frame, light, drawings } = shown
  const { isRigid, viewport, opacity, split, settings } = useComparisonView.getState()
  const direction = settings.splitDirection
  const change = changeOf(shown)
  return {
    reference,
    moving,
    alignment,
    isRigid,
    mode,
    viewport,
    opacity,
    sliderPosition: pane ? splitOnPicture(viewport, pane, frame, split, direction) : 0.5,
    sliderDirection: direction,
    drawings: drawings.shown,
    sideBySideCount,
    ...(light && { light }),
    ...(change && { change }),
  }
}

function changeOf({ mode, pictures }: ShownPair): ShownChange | undefined {
  const look = shownLook(mode, useComparisonView.getState().settings)
  const { reference, moving } = pictures
  return look && { look, corrections: { reference: reference.picture.correction, moving: moving.picture.correction } }
}
