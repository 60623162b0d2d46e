import { useMemo } from 'react'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import { contentOf, movementOf } from '../../../shared/domain/export-kind.ts'
import { wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { ReferenceChoice } from '../../../shared/domain/reference-choice.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { legendOf } from './change-legend.ts'
import type { PaintedComparison } from './comparison-painter.ts'
import { hasDrawings } from './export-drawings.ts'
import { type ExportLayout, type LaidOut, layoutOf } from './export-layout.ts'
import type { ExportOptions } from './export-options.ts'
import { type Film, filmOf } from './film.ts'
import { angleList, firstStages, stageList, stagesToChoose } from './pair-list.ts'
import { type PaneSource, sourcesOfPair } from './pane-sources.ts'
import { photoTextOf } from './photo-texts.ts'
import { pictureTextOf } from './picture-text.ts'
import { type Scene, sceneOf, standBeside } from './scene.ts'
import { markOf, type StudioSign } from './studio-mark.ts'
import { useExportChange } from './use-export-change.ts'
import { type ExportPanes, useExportPanes } from './use-export-panes.ts'
import { type ExportSources, useExportSources } from './use-export-sources.ts'

/** An export as it is chosen now. */
export interface ChosenExport {
  /** The photos that a strip can be made of, and those that are chosen. */
  readonly row: readonly Photo[]
  readonly stages: readonly Photo['photoId'][]
  readonly sources: ExportSources
  /** Undefined while the photos are being aligned. */
  readonly laidOut: LaidOut | undefined
  readonly layout: ExportLayout | undefined
  readonly panes: ExportPanes
  readonly film: Film | undefined
  /** What is painted, of a film at its beginning; undefined before the panes' places are known. */
  readonly painted: Omit<PaintedComparison, 'pictures'> | undefined
  /** Whether drawings are shown on the screen that can be painted too. */
  readonly canHaveDrawings: boolean
}

/** What the chosen options make of a comparison: its photos, their places, their pixels and what is written on them. */
export function useExport(
  comparison: ShownComparison,
  photos: readonly Photo[],
  references: readonly ReferenceChoice[],
  options: ExportOptions,
  studio: StudioSign,
): ChosenExport {
  const content = contentOf(options.kind)
  const row = useMemo(() => stagesToChoose(comparison, photos, references), [comparison, photos, references])
  const stages = useMemo(() => options.stages ?? firstStages(comparison, row), [options.stages, comparison, row])
  const wanted = useMemo(() => {
    if (content === 'pair') return null
    return content === 'stages'
      ? stageList(comparison.reference, row, stages)
      : angleList(comparison, photos, references)
  }, [content, comparison, row, stages, photos, references])
  const aligned = useExportSources(wanted)
  const pair = useMemo((): ExportSources => ({ kind: 'ready', sources: sourcesOfPair(comparison) }), [comparison])
  const sources = content === 'pair' ? pair : aligned

  const isStill = movementOf(options.kind) === 'still'
  const film = filmOf(options.kind, wanted?.length ?? 2)
  const laidOut =
    sources.kind === 'ready' && sources.sources.length > 1 ? laidOutOf(comparison, options, sources.sources) : undefined
  const layout = laidOut && layoutOf(laidOut)
  const drawn = useExportPanes(layout?.panes)
  const showsChange = content === 'pair' && isStill
  const panes = useExportChange(comparison, showsChange ? layout : undefined, drawn)
  const drawings =
    comparison.drawings && content === 'pair' && hasDrawings(comparison.drawings) ? comparison.drawings : null
  const isLit = content === 'pair' && comparison.light !== undefined
  const captions = layout?.panes.map(({ source }) => captionOf(source.photo, photos, { isLightMatched: isLit }))
  const [ofReference, ofMoving] = captions ?? []
  const choice = {
    naming: options.naming,
    photoText: options.photoText,
    studio: studio.name,
    detail: options.detail,
    isLightMatched: isLit,
    hasAngle: content === 'angles',
  }
  return {
    row,
    stages,
    sources,
    laidOut,
    layout,
    panes,
    film,
    painted: layout &&
      captions && {
        layout,
        scene: film?.sceneOf(0) ?? sceneOfStill(comparison, options, layout),
        texts: layout.panes.map(({ source }) => photoTextOf(source.photo, photos, choice, source.isReference)),
        ownText: pictureTextOf(
          options.ownText,
          layout.panes.map(({ source }) => source.photo),
          studio.name,
        ),
        sign: markOf(options, studio),
        drawings: options.hasDrawings ? drawings : null,
        legend:
          showsChange && ofReference && ofMoving
            ? legendOf(comparison, { reference: ofReference, moving: ofMoving })
            : undefined,
      },
    canHaveDrawings: drawings !== null,
  }
}

function laidOutOf(comparison: ShownComparison, options: ExportOptions, sources: readonly PaneSource[]): LaidOut {
  const content = contentOf(options.kind)
  const isStill = movementOf(options.kind) === 'still'
  return {
    sources,
    areBeside: isStill && standBeside(content, comparison.mode),
    // other angles have other places: they are seen whole
    viewport: content === 'angles' ? wholePicture : comparison.viewport,
    shape: options.shape,
    arrangement: content === 'angles' ? null : options.arrangement,
    columns: content === 'angles' ? 2 : undefined,
    framing: options.framing,
  }
}

function sceneOfStill(comparison: ShownComparison, { kind }: ExportOptions, layout: ExportLayout): Scene {
  return contentOf(kind) === 'pair' ? sceneOf(comparison, layout) : { kind: 'beside' }
}
