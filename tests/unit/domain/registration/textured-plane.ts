import { blurred, emptyPlane, type Plane } from '../../../../shared/domain/registration/plane.ts'
import { numbers } from '../../../numbers.ts'

/** Blotches of several sizes, 0–255: something to register in every spot. */
export function texturedPlane(widthPx: number, heightPx: number, seed: number): Plane {
  const random = numbers(seed)
  const sum = emptyPlane(widthPx, heightPx)
  for (const sigmaPx of [1.5, 4, 10]) {
    const noise = emptyPlane(widthPx, heightPx)
    for (let i = 0; i < noise.data.length; i++) noise.data[i] = random() - 0.5
    const soft = blurred(noise, sigmaPx)
    for (let i = 0; i < sum.data.length; i++) sum.data[i]! += 160 * sigmaPx * soft.data[i]!
  }
  for (let i = 0; i < sum.data.length; i++) sum.data[i] = Math.min(255, Math.max(0, 128 + sum.data[i]!))
  return sum
}
