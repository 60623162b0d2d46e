import type { Arrangement, ExportShape } from '../../../shared/domain/export-look.ts'
import { paneGridOf } from '../../../shared/domain/geometry/pane-grid.ts'
import { type QuarterTurns, turned } from '../../../shared/domain/geometry/quarter-turns.ts'
import { type Framing, type PictureView, referenceViewOf } from '../../../shared/domain/geometry/reference-view.ts'
import { type Size, turnedSizeOf, turnsOf, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { type Rectangle, safeAreaOf, sizeOfShape } from './export-shapes.ts'
import type { PaneSource } from './pane-sources.ts'

/** One photo of the exported picture: where it stands, and which part of its frame is seen there. */
export interface ExportPane {
  readonly source: PaneSource
  readonly place: Rectangle
  /** Of the photo as it is; where the picture is turned, its sides are the other way round than the place's. */
  readonly view: PictureView
  /** The part of the place that the photo covers. */
  readonly covered: Rectangle
}

/** Everything about an exported picture that doesn't depend on pixels. */
export interface ExportLayout {
  readonly size: Size
  /** Where everything that is written stays visible. */
  readonly safe: Rectangle
  /** The reference first. */
  readonly panes: readonly ExportPane[]
  /** By how many quarters all photos are turned clockwise. */
  readonly quarterTurns: QuarterTurns
}

/** What a layout is made for. */
export interface LaidOut {
  readonly sources: readonly PaneSource[]
  /** False: the photos lie over one another, each in the whole picture. */
  readonly areBeside: boolean
  readonly viewport: Viewport
  readonly shape: ExportShape
  /** Null: the one in which the photos are larger. */
  readonly arrangement: Arrangement | null
  /** Photos of several angles stand in rows of so many. */
  readonly columns?: number | undefined
  readonly framing: Framing
}

/** Width of the neutral line between two photos. */
const gapPx = 4

/** Lays photos out: the same place as on the screen, at the same zoom relative to the whole photo. */
export function layoutOf(wanted: LaidOut): ExportLayout {
  const { sources, viewport, shape, framing } = wanted
  const quarterTurns = turnsOf(viewport)
  const [columns, rows] = wanted.areBeside ? gridOf(wanted) : [1, 1]
  const photo = turnedSizeOf(sources[0]!.frame, quarterTurns)
  const size = sizeOfShape(shape, {
    widthPx: columns * photo.widthPx + (columns - 1) * gapPx,
    heightPx: rows * photo.heightPx + (rows - 1) * gapPx,
  })
  const places = wanted.areBeside ? cellsOf(size, columns, rows) : sources.map(() => cellsOf(size, 1, 1)[0]!)
  const panes = sources.map((source, index): ExportPane => {
    const place = places[index]!
    const { widthPx, heightPx } = place
    const view = referenceViewOf(viewport, { widthPx, heightPx }, source.frame, framing)
    return { source, place, view, covered: coveredPart(place, view, source.frame, quarterTurns) }
  })
  return { size, safe: safeAreaOf(shape, size), panes, quarterTurns }
}

/** The arrangement that is chosen, or the one in which the whole photos are seen largest. */
export function arrangementOf(wanted: LaidOut): Arrangement {
  if (wanted.arrangement) return wanted.arrangement
  const [columns, rows] = gridOf(wanted)
  if (rows === 1) return 'beside'
  return columns === 1 ? 'above' : 'grid'
}

function gridOf({ sources, viewport, shape, arrangement, columns }: LaidOut): [number, number] {
  const count = sources.length
  if (columns) return [columns, Math.ceil(count / columns)]
  if (arrangement === 'beside') return [count, 1]
  if (arrangement === 'above') return [1, count]
  const frame = turnedSizeOf(sources[0]!.frame, turnsOf(viewport))
  // as many pixels as the camera gave: photos in a row, as they are seen side by side
  if (shape === 'original' && !arrangement) return [count, 1]
  const area = sizeOfShape(shape, frame)
  if (arrangement === 'grid') {
    const most = Math.ceil(Math.sqrt(count))
    return area.widthPx >= area.heightPx ? [most, Math.ceil(count / most)] : [Math.ceil(count / most), most]
  }
  const grid = paneGridOf(count, area, frame, gapPx)
  return [grid.columns, grid.rows]
}

/** Equal cells of whole pixels, row by row; what is left over lies around them. */
function cellsOf(size: Size, columns: number, rows: number): Rectangle[] {
  const widthPx = Math.floor((size.widthPx - (columns - 1) * gapPx) / columns)
  const heightPx = Math.floor((size.heightPx - (rows - 1) * gapPx) / rows)
  const left = Math.floor((size.widthPx - columns * (widthPx + gapPx) + gapPx) / 2)
  const top = Math.floor((size.heightPx - rows * (heightPx + gapPx) + gapPx) / 2)
  return Array.from({ length: columns * rows }, (_, index) => ({
    left: left + (index % columns) * (widthPx + gapPx),
    top: top + Math.floor(index / columns) * (heightPx + gapPx),
    widthPx,
    heightPx,
  }))
}

function coveredPart(place: Rectangle, view: PictureView, frame: Size, quarterTurns: QuarterTurns): Rectangle {
  const cornerAt = (x: number, y: number) => {
    const away = turned({ x: (x - view.centreX) * view.scale, y: (y - view.centreY) * view.scale }, quarterTurns)
    return { x: away.x + place.widthPx / 2, y: away.y + place.heightPx / 2 }
  }
  const [one, opposite] = [cornerAt(-0.5, -0.5), cornerAt(frame.widthPx - 0.5, frame.heightPx - 0.5)]
  const left = Math.max(Math.min(one.x, opposite.x), 0)
  const top = Math.max(Math.min(one.y, opposite.y), 0)
  const right = Math.min(Math.max(one.x, opposite.x), place.widthPx)
  const bottom = Math.min(Math.max(one.y, opposite.y), place.heightPx)
  return { left: place.left + left, top: place.top + top, widthPx: right - left, heightPx: bottom - top }
}
