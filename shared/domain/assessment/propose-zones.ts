import type { Point } from '../geometry/points.ts'
import { areaOf } from '../geometry/polygon.ts'
import { simplifiedLine } from '../geometry/simplify-line.ts'
import type { HeadEllipse } from '../head.ts'
import { medianOf } from '../light/linear-light.ts'
import { blurred, emptyPlane, type Plane } from '../registration/plane.ts'
import { findPeaks, type Peaks } from './dot-peaks.ts'
import { outlineOf } from './outline.ts'
import { besides } from './patch-regions.ts'
import { cellAt, leastCosine, type SkinGrid, skinGridOf } from './skin-grid.ts'
import { splitInTwo } from './split-in-two.ts'
import { headOutline } from './view-angle.ts'
import { cellAreaMm2, cellPx, type WorkFrame } from './work-scale.ts'
import { maskOf, zoneBit } from './zone-mask.ts'

/** Why no zones can be proposed. */
export type NoProposal = 'no-stubble' | 'no-bare-skin' | 'hair-too-long' | 'pigment-there'

/** Outlines in pixels of the upright photo: where pigment will be, and where the client's own stubble grows. */
export interface ProposedZones {
  readonly treated: readonly (readonly Point[])[]
  readonly reference: readonly (readonly Point[])[]
}

/** Stubble is looked at as a mean over this standard deviation, in cells (2.4 mm). */
const smoothingCells = 4
/** Stubble makes skin so much fuller of dark marks than bare skin: 5 to 9 times on rendered heads (docs/assessment.md). */
const leastContrast = 2.5
/** Marks of stubble and pigment are dark; relief, noise and longer hair are as bright as dark (1 ± 0.1; stubble and pigment from 1.25). */
const markedFrom = 1.2
/** Where less than this share of it stands, stubble is thin: there pigment is placed too. */
const thickShare = 0.6
/** Stubble is seen well enough on skin up to 70° away from the camera. */
const stubbleCosine = 0.35
/** Own hair counts as reference this far from where it stands thin (cells; 4.2 mm). */
const marginCells = 7
/** Smaller regions (mm²) are no zone. */
const leastZoneMm2 = 600
/** Corners this near (cells) to a straight line are left out: hands draw no finer. */
const outlineTolerance = 2

/**
 * Proposes zones from a photo of the shaved head without pigment: treated where no own stubble grows, reference where it stands thick, both only on skin that faces the camera
 * (60° and less). `response`: dark blobs at the work scale, positive; `head` in photo pixels.
 */
export function proposeZones(
  response: Plane,
  frame: WorkFrame,
  head: HeadEllipse,
  pixelsPerMm: number,
): ProposedZones | NoProposal {
  const outline = { treated: [headOutline(head)], reference: [], blend: [], avoid: [] }
  const mask = maskOf(outline, frame, response.widthPx, response.heightPx)
  const grid = skinGridOf(mask, frame, head, pixelsPerMm)
  const facing = (cosine: number) => (cell: number) => grid.treated[cell]! >= 0.5 && grid.cosine[cell]! >= cosine
  const [isSkin, isFacing] = [facing(stubbleCosine), facing(leastCosine)]
  const [dark, bright] = [1, -1].map((sign) => loadOf(findPeaks(response, mask, zoneBit.treated, sign as 1 | -1), grid))
  const skin = [...grid.treated.keys()].filter(isSkin)
  const parts = splitInTwo(Float64Array.from(skin, (cell) => Math.log(dark![cell]! + 1e-6)))
  if (!parts || parts.upper - parts.lower < Math.log(leastContrast)) return 'no-stubble'
  const isFull = (cell: number) => dark![cell]! > thickShare * Math.exp(parts.upper)
  const marks = (cells: readonly number[]) =>
    medianOf(cells.map((cell) => dark![cell]! / Math.max(bright![cell]!, 1e-6)))
  if (marks(skin.filter(isFull)) < markedFrom) return 'hair-too-long'
  if (marks(skin.filter((cell) => !isFull(cell))) > markedFrom) return 'pigment-there'
  const isHair = smoothMajority(grid, isFull, isSkin)
  const isNearBare = within(grid, (cell) => isSkin(cell) && !isHair(cell), marginCells)
  const treated = largestFirst(regionsOf(grid, (cell) => isFacing(cell) && !isHair(cell))).slice(0, 1)
  const reference = largestFirst(regionsOf(grid, (cell) => isSkin(cell) && isHair(cell) && !isNearBare(cell)))
  if (treated.length === 0) return 'no-bare-skin'
  const drawn = (cells: readonly number[]) => outlineInPhoto(cells, grid, frame)
  return { treated: treated.map(drawn), reference: reference.flatMap((cells) => withoutHoles(cells, grid)).map(drawn) }
}

/** The sum of the peaks' heights around each cell. */
function loadOf({ x, y, height }: Peaks, grid: SkinGrid): Float32Array {
  const sums = emptyPlane(grid.columns, grid.rows)
  for (let peak = 0; peak < x.length; peak++) {
    const cell = cellAt(grid, x[peak]!, y[peak]!)
    if (cell >= 0) sums.data[cell]! += height[peak]!
  }
  return blurred(sums, smoothingCells).data
}

/** Whether most of what lies around a cell, of what counts at all, is so. */
function smoothMajority(
  grid: SkinGrid,
  isSo: (cell: number) => boolean,
  counts: (cell: number) => boolean,
): (cell: number) => boolean {
  const [so, all] = [emptyPlane(grid.columns, grid.rows), emptyPlane(grid.columns, grid.rows)]
  for (let cell = 0; cell < all.data.length; cell++) {
    if (!counts(cell)) continue
    all.data[cell] = 1
    if (isSo(cell)) so.data[cell] = 1
  }
  const [some, whole] = [blurred(so, smoothingCells).data, blurred(all, smoothingCells).data]
  return (cell) => some[cell]! > 0.5 * whole[cell]!
}

/** Whether a cell lies within so many cells of one that is so. */
function within(grid: SkinGrid, isSo: (cell: number) => boolean, reach: number): (cell: number) => boolean {
  const { columns, rows } = grid
  const steps = new Int16Array(columns * rows).fill(-1)
  let edge = [...steps.keys()].filter(isSo)
  for (const cell of edge) steps[cell] = 0
  for (let step = 1; step <= reach; step++) {
    const next = edge.flatMap((cell) => besides(cell, columns, rows).filter((neighbour) => steps[neighbour] === -1))
    for (const cell of next) steps[cell] = step
    edge = [...new Set(next)]
  }
  return (cell) => steps[cell]! >= 0
}

/** Cells that hang together, side by side. */
function regionsOf({ columns, rows }: SkinGrid, isSo: (cell: number) => boolean): number[][] {
  const isTaken = new Uint8Array(columns * rows)
  const regions: number[][] = []
  for (let first = 0; first < isTaken.length; first++) {
    if (isTaken[first] || !isSo(first)) continue
    const cells = [first]
    isTaken[first] = 1
    for (let next = 0; next < cells.length; next++) {
      for (const neighbour of besides(cells[next]!, columns, rows)) {
        if (isTaken[neighbour] || !isSo(neighbour)) continue
        isTaken[neighbour] = 1
        cells.push(neighbour)
      }
    }
    regions.push(cells)
  }
  return regions
}

/** The regions that are large enough, the largest first. */
function largestFirst(regions: readonly number[][]): number[][] {
  return regions.filter((cells) => cells.length * cellAreaMm2 >= leastZoneMm2).toSorted((a, b) => b.length - a.length)
}

/** A region that runs around something is cut in two through the middle: an outline holds everything inside it. */
function withoutHoles(cells: readonly number[], { columns, rows }: SkinGrid): number[][] {
  const inside = areaOf(outlineOf(cells, columns))
  if (inside < 1.15 * cells.length) return [[...cells]]
  const middle = cells.reduce((sum, cell) => sum + (cell % columns), 0) / cells.length
  const half = (isLeft: boolean) => new Set(cells.filter((cell) => cell % columns < middle === isLeft))
  const [left, right] = [half(true), half(false)]
  return [left, right].flatMap((part) =>
    largestFirst(regionsOf({ columns, rows } as SkinGrid, (cell) => part.has(cell))),
  )
}

function outlineInPhoto(cells: readonly number[], { columns }: SkinGrid, frame: WorkFrame): Point[] {
  const corners = outlineOf(cells, columns)
  const ring = simplifiedLine([...corners, corners[0]!], outlineTolerance).slice(0, -1)
  return ring.map(({ x, y }) => frame.toPhoto({ x: x * cellPx - 0.5, y: y * cellPx - 0.5 }))
}
