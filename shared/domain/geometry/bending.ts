import { type HeadEllipse, headWidthPx } from '../head.ts'
import { ellipseExtent } from '../registration/ellipse-mask.ts'
import { toReference } from './compose-transforms.ts'
import type { Point, ReferencePoint } from './points.ts'
import { isInside, pointsInside } from './points-inside.ts'
import { scaleOf } from './similarity.ts'
import { applySimilarity, displacementAt, type Transform } from './transform.ts'

/** Cells of the grid across the head's width. */
const cellsAcross = 14
/** Points of a line in each cell. */
const pointsPerCell = 4
/** The longest displacement is drawn no longer than this share of the head's width, so that lines don't cross. */
const longestDrawnShare = 0.12
const exaggerations = [20, 10, 5, 3, 2] as const

/** How far the local part of a transform moves the head, in per cent of its width in the reference: at its longest, 0 without one. */
export function longestBendingPercent(transform: Transform, head: HeadEllipse): number {
  const { field } = transform
  if (!field) return 0
  const perPixel = 100 / (scaleOf(transform.similarity) * headWidthPx(head))
  let longest = 0
  for (const point of pointsInside(head, headWidthPx(head) / (2 * cellsAcross))) {
    const { x, y } = displacementAt(field, point)
    longest = Math.max(longest, Math.hypot(x, y))
  }
  return longest * perPixel
}

/** How many times too long a bending of this many per cent of the head's width is drawn. */
export function exaggerationFor(longestPercent: number): number {
  return exaggerations.find((factor) => factor * longestPercent <= 100 * longestDrawnShare) ?? 1
}

/**
 * A regular grid laid on the rigidly aligned moving photo, as the local part bends it: lines in reference pixels, inside the head's ellipse, every
 * displacement `exaggeration` times as long as it is.
 */
export function bentGrid(transform: Transform, head: HeadEllipse, exaggeration: number): ReferencePoint[][] {
  const bend = (point: Point) => {
    const bent = toReference(transform, applySimilarity(transform.similarity, point))
    return { x: point.x + exaggeration * (bent.x - point.x), y: point.y + exaggeration * (bent.y - point.y) }
  }
  return regularGrid(head).map((line) => line.map(bend))
}

/** The grid that nothing has bent: upright and level lines in reference pixels, a fourteenth of the head's width apart. */
export function regularGrid(head: HeadEllipse): ReferencePoint[][] {
  const cellPx = headWidthPx(head) / cellsAcross
  const extent = ellipseExtent(head)
  const lines: ReferencePoint[][] = []
  const along = (lengthPx: number, stepPx: number) => {
    const count = Math.floor(lengthPx / stepPx)
    return Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * stepPx)
  }
  const fine = cellPx / pointsPerCell
  const keep = (line: Point[]) => {
    const inside = line.filter((point) => isInside(head, point))
    if (inside.length > 1) lines.push(inside)
  }
  for (const x of along(extent.x, cellPx))
    keep(along(extent.y, fine).map((y) => ({ x: head.centreX + x, y: head.centreY + y })))
  for (const y of along(extent.y, cellPx))
    keep(along(extent.x, fine).map((x) => ({ x: head.centreX + x, y: head.centreY + y })))
  return lines
}
