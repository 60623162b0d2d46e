import { Fragment, useMemo } from 'react'
import type { PatchDecision } from '../../../shared/domain/assessing/patch-decision.ts'
import { changeWords } from '../../../shared/domain/assessing/stage-change.ts'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { isInPolygon } from '../../../shared/domain/geometry/polygon.ts'
import { type Size, toPicture, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { PhotoLabel } from '../../viewer/photo-label.tsx'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import classes from './assess.module.css'
import { ChangeLegend } from './change-legend.tsx'
import type { ChangeLook } from './change-look.ts'
import { ChangeOutlines } from './change-outlines.tsx'
import { MapLegend } from './map-legend.tsx'
import type { MapLook } from './map-look.ts'
import { mapOf } from './map-of.ts'
import { markedPatchesOf } from './marked-patches.ts'
import { PatchesLayer } from './patches-layer.tsx'
import { RingLayer, RingNotice } from './ring-layer.tsx'
import type { SeenSeries } from './seen-series.ts'
import type { SeriesPhoto } from './series-view.ts'
import { zonesInFrame } from './shown-zones.ts'
import { SkinMapLayer } from './skin-map-layer.tsx'
import type { AssessmentState } from './use-assessments.ts'
import { useRing } from './use-ring.ts'
import { changesInPhoto, type ShownChange } from './use-stage-change.ts'
import { ZonesLayer } from './zones-layer.tsx'

interface AssessedPhotoProps {
  readonly shown: SeriesPhoto
  readonly caption: PhotoCaption
  readonly state: AssessmentState
  readonly seen: SeenSeries
  readonly decisions: readonly PatchDecision[]
  readonly isNumbered: boolean
  readonly chosen: number | null
  readonly look: MapLook
  /** What changed since another stage, where that is shown instead of the map. */
  readonly change: ShownChange | undefined
  readonly changeLook: ChangeLook
  /** The patch around which a ring is to be drawn. */
  readonly ring: WantedRing | undefined
  readonly viewport: Viewport
  readonly onChoose: (number: number | null) => void
  readonly onViewport: (viewport: Viewport) => void
  readonly onPaneSize: (pane: Size) => void
}

interface WantedRing {
  readonly number: number
  /** The last one lay elsewhere. */
  readonly isMissed: boolean
  readonly onRing: (outline: readonly Point[]) => void
  readonly onCancel: () => void
}

/** The photo with its zones, the map of its darkness and its numbered patches; a click on a patch chooses it. */
export function AssessedPhoto(props: AssessedPhotoProps) {
  const {
    shown,
    caption,
    state,
    seen,
    decisions,
    isNumbered,
    chosen,
    look,
    change,
    changeLook,
    ring: wantedRing,
    viewport,
    onChoose,
    onViewport,
    onPaneSize,
  } = props
  const { frame, picture } = shown
  const zones = useMemo(() => zonesInFrame(shown), [shown])
  const patches = useMemo(() => markedPatchesOf(shown, seen, decisions), [shown, seen, decisions])
  const found = state.kind === 'known' ? state.assessment.zones : []
  const maps = found.flatMap((assessed) => {
    const { zoneId } = assessed
    const map = mapOf(assessed, look.shows, shown.inputs.drawnIn !== null)
    const zone = zones.find((each) => each.zoneId === zoneId)
    return map && zone ? [{ map, zone }] : []
  })
  const ring = useRing(frame, viewport, wantedRing?.onRing)
  const changed = useMemo(() => changesInPhoto(change, zones), [change, zones])
  const since = change?.earlier.find(({ photoId }) => photoId === change.since)?.stage
  const patchAt = (point: Point) => patches.find(({ outline }) => isInPolygon(outline, point))?.number ?? null
  return (
    <section className={classes.photo} aria-label={t('Photo')}>
      <PhotoViewer
        label={caption.text}
        frame={frame}
        viewport={viewport}
        onViewport={onViewport}
        onPaneSize={onPaneSize}
        {...(ring.onGrab && { onGrab: ring.onGrab })}
        onTap={(at, pane) => !wantedRing && onChoose(patchAt(toPicture(viewport, pane, frame, at)))}
      >
        {(pane) => (
          <>
            <PictureLayer picture={picture} viewport={viewport} pane={pane} label={caption.text} />
            {changed.map(({ zone, map, changes }) => (
              <Fragment key={zone.zoneId}>
                <SkinMapLayer
                  map={map}
                  outlines={zone.judged}
                  zone={zone.name}
                  label={t('Change of {{zone}}: yellow became lighter, blue darker than the rest of it', {
                    zone: zone.name,
                  })}
                  opacity={look.opacity}
                  {...{ frame, viewport, pane }}
                />
                <ChangeOutlines
                  changes={changes}
                  label={t('Places that changed: {{places}}', { places: changeWords({ changes }) })}
                  {...{ frame, viewport, pane }}
                />
              </Fragment>
            ))}
            {changed.length === 0 &&
              look.isShown &&
              maps.map(({ map, zone }) => (
                <SkinMapLayer
                  key={zone.zoneId}
                  map={map}
                  outlines={zone.judged}
                  zone={zone.name}
                  {...(look.shows === 'density' && {
                    label: t('Map of {{zone}}: yellow has fewer dots, blue more than most of the zone', {
                      zone: zone.name,
                    }),
                  })}
                  opacity={look.opacity}
                  {...{ frame, viewport, pane }}
                />
              ))}
            <ZonesLayer zones={zones} {...{ frame, viewport, pane }} />
            {changed.length === 0 && (
              <PatchesLayer isNumbered={isNumbered} patches={patches} chosen={chosen} {...{ frame, viewport, pane }} />
            )}
            {ring.points.length > 0 && <RingLayer points={ring.points} {...{ frame, viewport, pane }} />}
            <PhotoLabel caption={caption} />
          </>
        )}
      </PhotoViewer>
      {!wantedRing && changed.length > 0 && (
        <ChangeLegend look={changeLook} since={since ? stageLabel(since) : t('No stage')} />
      )}
      {!wantedRing && changed.length === 0 && maps.length > 0 && <MapLegend look={look} />}
      {wantedRing && <RingNotice {...wantedRing} />}
    </section>
  )
}
