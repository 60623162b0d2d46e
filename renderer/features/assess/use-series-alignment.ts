import { useEffect, useState } from 'react'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { usePorts } from '../../use-ports.tsx'
import type { SeriesPhoto, SeriesView } from './series-view.ts'
import type { TreatmentNow } from './use-treatment.ts'

/**
 * Aligns the photos of a series with its reference, the one that is shown first, as far as nobody did yet: without that no zone is carried and no patch is followed. Each pair is
 * tried once; while `isShownBusy` the others wait. The photos that still have to be aligned.
 */
export function useSeriesAlignment(
  series: SeriesView,
  shown: SeriesPhoto,
  { alignments }: TreatmentNow,
  isShownBusy: boolean,
): readonly Photo[] {
  const { library, engine } = usePorts()
  const { reference, photos } = series
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const isOpen = (photo: Photo) => {
    const pairKey = pairKeyOf(reference, photo)
    return photo !== reference && !tried.has(pairKey) && !alignments.some((each) => each.pairKey === pairKey)
  }
  const withPigment = photos.filter(({ hasPigment }) => hasPigment).map(({ photo }) => photo)
  const open = library.damage ? [] : withPigment.filter(isOpen)
  const next = open.includes(shown.photo) ? shown.photo : isShownBusy ? undefined : open[0]
  const [referenceId, photoId] = [reference.photoId, next?.photoId]
  const pairKey = next && pairKeyOf(reference, next)
  useEffect(() => {
    if (!photoId || !pairKey) return
    const abort = new AbortController()
    // what can't be aligned has no zones here: the panel says so
    const end = () => !abort.signal.aborted && setTried((latest) => new Set([...latest, pairKey]))
    engine.alignPair(referenceId, photoId, { signal: abort.signal }).then(end, end)
    return () => abort.abort()
  }, [engine, referenceId, photoId, pairKey])
  return open
}
