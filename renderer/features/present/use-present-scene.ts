import { useEffect, useMemo, useState } from 'react'
import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import {
  makeScene,
  type PresentScene,
  type PresentSlide,
  presentablePhotos,
  type SceneSource,
} from '../../../shared/domain/present-scene.ts'
import { algorithmVersion } from '../../../shared/domain/registration/algorithm-version.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { useOrderOf } from './own-order.ts'

/** What is presented, and all photos that could be, whether they are hidden or not. */
export interface Presentable {
  readonly scene: PresentScene
  readonly slides: readonly PresentSlide[]
  /** Names what is presented: a treatment's angle. */
  readonly subject: string
}

/** The scene of a comparison; null until the photos of the treatment are known. */
export function usePresentScene(
  comparison: Pick<ShownComparison, 'reference' | 'moving' | 'alignment' | 'isRigid' | 'light'>,
  how: Pick<SceneSource, 'mode' | 'viewport'> & { readonly shownId: PhotoId },
): Presentable | null {
  const { library } = usePorts()
  const { reference, moving, isRigid } = comparison
  const { treatmentId, angle } = reference
  const subject = `${treatmentId} ${angle}`
  const treatmentPhotos = useWatched(useMemo(() => library.watchPhotos(treatmentId), [library, treatmentId]))
  const { order, hidden } = useOrderOf(subject)
  const shown = treatmentPhotos?.find(({ photoId }) => photoId === how.shownId) ?? moving
  const alignments = useAlignments(comparison.alignment, reference, shown)
  if (!treatmentPhotos || !isThere(treatmentPhotos, reference) || !isThere(treatmentPhotos, shown)) return null
  // another stage's light wasn't measured: it is shown as shot
  const light = shown.photoId === moving.photoId ? comparison.light : undefined
  const source: SceneSource = { reference, shown, treatmentPhotos, alignments, order, hidden, isRigid, light, ...how }
  return {
    scene: makeScene(source),
    slides: makeScene({ ...source, hidden: nobody }).slides,
    subject,
  }
}

const nobody: ReadonlySet<PhotoId> = new Set()

function isThere(photos: readonly Photo[], { photoId, angle }: Photo): boolean {
  return presentablePhotos({ angle } as Photo, photos).some((other) => other.photoId === photoId)
}

/** The alignments to a reference: the one of the screen, what main says of the shown pair (it makes one where there is none), and the stored ones of the others. */
function useAlignments(known: Alignment | null, reference: Photo, shown: Photo): Alignment[] {
  const { library, engine } = usePorts()
  const { treatmentId } = reference
  const stored = useWatched(useMemo(() => library.watchAlignments(treatmentId), [library, treatmentId]))
  const [answers, setAnswers] = useState<readonly Alignment[]>([])
  const pairKey = pairKeyOf(reference, shown)
  const isKnown = [known, ...answers].some((alignment) => alignment?.pairKey === pairKey)
  const [referenceId, movingId] = [reference.photoId, shown.photoId]
  useEffect(() => {
    if (isKnown) return
    const controller = new AbortController()
    engine.alignPair(referenceId, movingId, { signal: controller.signal }).then(
      (alignment) => !controller.signal.aborted && setAnswers((before) => [alignment, ...before]),
      // a pair that can't be aligned is shown side by side, which is all that a client has to know
      () => undefined,
    )
    return () => controller.abort()
  }, [engine, isKnown, referenceId, movingId])
  return [
    ...(known ? [known] : []),
    ...answers,
    ...(stored ?? []).filter((alignment) => alignment.algorithmVersion === algorithmVersion),
  ]
}
