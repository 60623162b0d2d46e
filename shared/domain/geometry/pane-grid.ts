import { fitScaleOf, type Size } from './viewport.ts'

/** How equal panes are laid out. */
export interface PaneGrid {
  readonly columns: number
  readonly rows: number
  /** The size of each pane in pixels. */
  readonly pane: Size
}

/** So much larger must a picture get before a grid with more empty places, or with more rows, is worth it. */
const worthwhile = 1.04

/** The grid of so many equal panes in which a picture of this shape is seen largest, with this gap (px) between them. */
export function paneGridOf(count: number, area: Size, picture: Size, gapPx: number): PaneGrid {
  const grids = Array.from({ length: count }, (_, index) => gridWith(index + 1, count, area, gapPx))
  const scale = ({ pane }: PaneGrid) => fitScaleOf(pane, picture)
  const empty = ({ columns, rows }: PaneGrid) => columns * rows - count
  const largest = Math.max(...grids.map(scale))
  const good = grids.filter((grid) => scale(grid) * worthwhile >= largest)
  return good.reduce((best, grid) =>
    empty(grid) < empty(best) || (empty(grid) === empty(best) && grid.rows < best.rows) ? grid : best,
  )
}

function gridWith(columns: number, count: number, area: Size, gapPx: number): PaneGrid {
  const rows = Math.ceil(count / columns)
  const share = (lengthPx: number, parts: number) => Math.max((lengthPx - (parts - 1) * gapPx) / parts, 1)
  return { columns, rows, pane: { widthPx: share(area.widthPx, columns), heightPx: share(area.heightPx, rows) } }
}
