import { useMemo } from 'react'
import { type StageChange, stageChangeOf } from '../../../shared/domain/assessing/stage-change.ts'
import type { ZoneAtStage } from '../../../shared/domain/assessing/zone-at-stage.ts'
import type { ChangeMap } from '../../../shared/domain/assessment/change-between.ts'
import type { DrawingId, PhotoId } from '../../../shared/domain/ids.ts'
import type { ChangeLook } from './change-look.ts'
import type { ShownZone } from './shown-zones.ts'
import type { SeriesFindings } from './use-series-findings.ts'
import type { ZoneSeries } from './use-zone-series.ts'

/** What changed in a zone since another stage, or why that can't be told. */
export interface ZoneChange {
  readonly zoneId: DrawingId
  readonly name: string
  readonly change: StageChange
  /** One of both stages is still settling. */
  readonly isProvisional: boolean
}

/** The change of the photo that is shown since an earlier stage. */
export interface ShownChange {
  /** The earlier stages that it can be asked for. */
  readonly earlier: readonly ZoneAtStage[]
  readonly since: PhotoId | null
  readonly zones: readonly ZoneChange[]
}

/** Compares the zones of the photo that is shown with an earlier stage: the chosen one, else the last that was judged. */
export function useStageChange({ series, shown }: SeriesFindings, all: ZoneSeries, { since }: ChangeLook): ShownChange {
  return useMemo(() => {
    const { photoId } = shown.photo
    const ofShown = all.zones.filter(({ zoneId }) => shown.inputs.zones.some((zone) => zone.zoneId === zoneId))
    const [first] = ofShown
    const place = first?.stages.findIndex((stage) => stage.photoId === photoId) ?? -1
    const earlier = first?.stages.slice(0, Math.max(place, 0)) ?? []
    const chosen =
      earlier.find((stage) => stage.photoId === since) ?? earlier.findLast(({ gap }) => gap === null) ?? earlier.at(-1)
    if (!chosen) return { earlier, since: null, zones: [] }
    const isOwnFrame = (stage: ZoneAtStage) => stage.photoId === series.reference.photoId
    const zones = ofShown.flatMap(({ zoneId, name, stages }): ZoneChange[] => {
      const then = stages.find((stage) => stage.photoId === chosen.photoId)
      const now = stages.find((stage) => stage.photoId === photoId)
      if (!then || !now) return []
      const isProvisional = then.gap === 'fresh' || now.gap === 'fresh'
      return [{ zoneId, name, change: stageChangeOf(then, now, all.pixelsPerMm, isOwnFrame), isProvisional }]
    })
    return { earlier, since: chosen.photoId, zones }
  }, [series, shown, all, since])
}

/** Whether the change was found. */
export function isChangeMap(change: StageChange): change is ChangeMap {
  return 'map' in change
}

/** A change as it is drawn over the photo: where in which zone. */
export interface DrawnChange extends ChangeMap {
  readonly zone: ShownZone
}

/** The changes that were found, with their zones in the frame that is shown. */
export function changesInPhoto(change: ShownChange | undefined, zones: readonly ShownZone[]): DrawnChange[] {
  return (change?.zones ?? []).flatMap(({ zoneId, change: found }) => {
    const zone = zones.find((each) => each.zoneId === zoneId)
    return zone && isChangeMap(found) ? [{ ...found, zone }] : []
  })
}
