import { useEffect, useMemo, useState } from 'react'
import type { ZoneAtStage } from '../../../shared/domain/assessing/zone-at-stage.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { usePorts } from '../../use-ports.tsx'

/** Beyond one stop a camera's tone curve changes how dark dots look (assessment-measurements, 3.5: exposures from a half to one and a quarter). */
const mostStops = 1

/** Tells whether two stages were taken in light that can be compared; as long as it isn't known, or can't be, nothing speaks against it. */
export function useLightAlike(stages: readonly ZoneAtStage[]): (one: ZoneAtStage, other: ZoneAtStage) => boolean {
  const { engine } = usePorts()
  const [luminances, setLuminances] = useState<ReadonlyMap<PhotoId, number | null>>(new Map())
  const photoIds = stages.map(({ photoId }) => photoId).join(' ')
  useEffect(() => {
    let isCurrent = true
    const measure = async () => {
      for (const photoId of photoIds.split(' ').filter(Boolean) as PhotoId[]) {
        if (!isCurrent) return
        const measured = await engine.measurePhoto(photoId).catch(() => null)
        if (isCurrent) setLuminances((latest) => new Map(latest).set(photoId, measured?.skinLuminance ?? null))
      }
    }
    void measure()
    return () => {
      isCurrent = false
    }
  }, [engine, photoIds])
  return useMemo(
    () => (one, other) => {
      const [before, after] = [luminances.get(one.photoId), luminances.get(other.photoId)]
      return !before || !after || Math.abs(Math.log2(after / before)) <= mostStops
    },
    [luminances],
  )
}
