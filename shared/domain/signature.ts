import { z } from 'zod'

/** The room in which a signature is drawn, in its own units; points lie inside. */
export const signatureRoom = { width: 1200, height: 400 } as const

const mostStrokes = 200
const mostPoints = 6000

/** A line of a signature: x and y by turns, whole units of `signatureRoom`. */
const strokeSchema = z
  .array(z.int().min(0).max(signatureRoom.width))
  .min(2)
  .refine((numbers) => numbers.length % 2 === 0, 'Expected x and y by turns')
  .refine((numbers) => numbers.every((n, at) => at % 2 === 0 || n <= signatureRoom.height), 'Expected points inside')

/** A signature as it was drawn, line by line. */
export const signatureSchema = z
  .array(strokeSchema)
  .min(1)
  .max(mostStrokes)
  .refine((strokes) => pointCountOf(strokes) <= mostPoints, 'Expected fewer points')
export type Signature = z.infer<typeof signatureSchema>

/** Shorter ones are a slip of the hand. */
const shortestLine = signatureRoom.width / 20

/** How many points lines have together. */
function pointCountOf(strokes: readonly (readonly number[])[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0)
}

/** A point of the signature's room for one of a field of another size; outside of the field it is moved to its edge. */
export function signaturePoint(
  at: { readonly x: number; readonly y: number },
  field: { readonly width: number; readonly height: number },
): [x: number, y: number] {
  const within = (share: number, most: number) => Math.round(Math.min(1, Math.max(0, share)) * most)
  return [within(at.x / field.width, signatureRoom.width), within(at.y / field.height, signatureRoom.height)]
}

/** A line with one point more; as it is where the point lies no further off than `leastStep`, or the signature has no room for more. */
export function withPoint(signature: Signature, [x, y]: readonly [number, number], leastStep = 4): Signature {
  const line = signature.at(-1)
  if (!line || pointCountOf(signature) >= mostPoints) return signature
  const [lastX = x, lastY = y] = line.slice(-2)
  if (Math.hypot(x - lastX, y - lastY) < leastStep) return signature
  return [...signature.slice(0, -1), [...line, x, y]]
}

/** A signature with a new line that begins at a point; as it is when there is no room for more. */
export function withLine(signature: Signature, [x, y]: readonly [number, number]): Signature {
  const isFull = signature.length >= mostStrokes || pointCountOf(signature) >= mostPoints
  return isFull ? signature : [...signature, [x, y]]
}

/** True when enough was drawn to be a signature. */
export function isSigned(signature: Signature): boolean {
  return signature.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= shortestLine
}

function lengthOf(stroke: readonly number[]): number {
  let length = 0
  for (let at = 2; at < stroke.length; at += 2)
    length += Math.hypot(stroke[at]! - stroke[at - 2]!, stroke[at + 1]! - stroke[at - 1]!)
  return length
}

/** The lines as the path of an SVG of the signature's room; a lone point is a dot. */
export function signaturePath(signature: Signature): string {
  return signature
    .map((stroke) => {
      const points: string[] = []
      for (let at = 0; at < stroke.length; at += 2) points.push(`${stroke[at]} ${stroke[at + 1]}`)
      const [first, ...others] = points
      return `M${first}L${others.length > 0 ? others.join(' ') : first}`
    })
    .join('')
}
