import { z } from 'zod'
import { type FieldNodes, isPackedNodes, unpackNodes } from './packed-nodes.ts'
import type { MovingPoint, Point, ReferencePoint } from './points.ts'

/** x' = a·x − b·y + tx, y' = b·x + a·y + ty: scale √(a²+b²), rotation atan2(b, a). */
export const similaritySchema = z.object({ a: z.number(), b: z.number(), tx: z.number(), ty: z.number() })
export type Similarity = z.infer<typeof similaritySchema>

/**
 * A smooth displacement on a regular grid over the reference frame. Node (column, row) lies at (originX + column·spacingPx, originY + row·spacingPx)
 * in reference pixels; the nodes (see `packNodes`) are hundredths of a moving-photo pixel, interpolated by Catmull-Rom splines, held constant outside.
 */
export const displacementFieldSchema = z
  .object({
    originX: z.number(),
    originY: z.number(),
    spacingPx: z.number().positive(),
    columns: z.int().min(2).max(400),
    rows: z.int().min(2).max(400),
    nodes: z.string(),
  })
  .refine(
    ({ columns, rows, nodes }) => isPackedNodes(columns, rows, nodes),
    'Expected the packed values of columns × rows nodes',
  )
export type DisplacementField = z.infer<typeof displacementFieldSchema>

/** Reference point → moving point: the similarity, plus the local displacement where there is one. Drawing reads the moving photo through it. */
export const transformSchema = z.object({ similarity: similaritySchema, field: displacementFieldSchema.nullable() })
export type Transform = z.infer<typeof transformSchema>

export const identityTransform: Transform = { similarity: { a: 1, b: 0, tx: 0, ty: 0 }, field: null }

/** What moves, turns and scales of a transform; nothing is bent. */
export function rigidPart({ similarity }: Transform): Transform {
  return { similarity, field: null }
}

/** Maps a point by a similarity. */
export function applySimilarity({ a, b, tx, ty }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty }
}

/** Where a point of the reference lies in the moving photo. */
export function toMoving(transform: Transform, point: ReferencePoint): MovingPoint {
  const moved = applySimilarity(transform.similarity, point)
  if (!transform.field) return moved
  const local = displacementAt(transform.field, point)
  return { x: moved.x + local.x, y: moved.y + local.y }
}

/** The displacement in moving-photo pixels at a reference point (Catmull-Rom, bicubic). */
export function displacementAt(field: DisplacementField, point: ReferencePoint): Point {
  const { dx, dy } = nodesOf(field)
  const column = Math.min(Math.max((point.x - field.originX) / field.spacingPx, 0), field.columns - 1)
  const row = Math.min(Math.max((point.y - field.originY) / field.spacingPx, 0), field.rows - 1)
  const column0 = Math.min(Math.floor(column), field.columns - 2)
  const row0 = Math.min(Math.floor(row), field.rows - 2)
  const wx = catmullRomWeights(column - column0)
  const wy = catmullRomWeights(row - row0)
  let x = 0
  let y = 0
  for (let j = 0; j < 4; j++) {
    const r = Math.min(Math.max(row0 + j - 1, 0), field.rows - 1) * field.columns
    for (let i = 0; i < 4; i++) {
      const at = r + Math.min(Math.max(column0 + i - 1, 0), field.columns - 1)
      const weight = wx[i]! * wy[j]!
      x += weight * dx[at]!
      y += weight * dy[at]!
    }
  }
  return { x: x / 100, y: y / 100 }
}

const unpacked = new WeakMap<DisplacementField, FieldNodes>()
let latest: { readonly field: DisplacementField; readonly nodes: FieldNodes } | undefined

/** A field's nodes, unpacked once; the latest is asked for again and again, for every pixel. */
function nodesOf(field: DisplacementField): FieldNodes {
  if (latest?.field === field) return latest.nodes
  const nodes = unpacked.get(field) ?? unpackNodes(field.columns, field.rows, field.nodes)
  if (!nodes) throw new Error('Expected the packed values of columns × rows nodes')
  unpacked.set(field, nodes)
  latest = { field, nodes }
  return nodes
}

function catmullRomWeights(t: number): [number, number, number, number] {
  const t2 = t * t
  const t3 = t2 * t
  return [(-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2]
}
