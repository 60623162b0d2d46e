import type { Plane } from '../registration/plane.ts'
import type { Ranged } from './assessment.ts'
import { findPeaks, type Peaks } from './dot-peaks.ts'
import type { FoundDots } from './find-dots.ts'
import { dropByLight, JudgedSkin } from './judged-skin.ts'
import type { SkinEnvelope } from './skin-envelope.ts'
import { cellAt, type SkinGrid } from './skin-grid.ts'
import { cellAreaMm2 } from './work-scale.ts'
import { type ZoneMask, zoneBit } from './zone-mask.ts'

/** Less of the client's own hair than this (mm²), or less than this share of it in focus, is no yardstick. */
const leastAreaMm2 = 300
const leastShare = 0.4
/**
 * Crowded dots answer weaker than single ones: a dot's contrast is what it answers times (0.67 + 0.2·n), n in dots per mm². Measured on rendered heads of 39, 95 and 144 dots per cm²
 * (docs/assessment.md).
 */
const crowding = [0.67, 0.2] as const
/** What is left of the method's error on rendered heads (one standard deviation), where dots and hair are compared. */
const methodError = 0.07

/**
 * Pigment of the treated skin over that of the client's own shaved hair, per area of skin: contrast of all dots over contrast of all hairs. `weight`: judged cells of treated skin that no own hair
 * mixes into. Undefined where too little of either is seen sharply.
 */
export function measureMatch(
  found: FoundDots,
  weight: Float32Array,
  response: Plane,
  mask: ZoneMask,
  grid: SkinGrid,
  envelope: SkinEnvelope,
): Ranged | undefined {
  const hairSkin = new JudgedSkin(grid.reference)
  dropByLight(hairSkin, grid, envelope)
  const before = 1 - hairSkin.lostShare
  hairSkin.dropWhere((cell) => !found.isSharpAt(cell), 'blur')
  if (1 - hairSkin.lostShare < leastShare * before) return undefined
  const hairs = findPeaks(response, mask, zoneBit.reference, 1)
  const hair = loadOf(hairs, hairSkin.weight, grid, (peak, cell) => hairs.height[peak]! > found.leastHeightAt(cell))
  const pigment = loadOf(found.dots, weight, grid, () => true)
  if (hair.areaMm2 < leastAreaMm2 || pigment.areaMm2 < leastAreaMm2 || hair.load === 0) return undefined
  const value = (pigment.load / hair.load) * (crowding[0] + crowding[1] * pigment.perMm2)
  const error = Math.hypot(methodError, 1 / Math.sqrt(hair.count), 1 / Math.sqrt(Math.max(pigment.count, 1)))
  return { value, range: [value * (1 - 2 * error), value * (1 + 2 * error)] }
}

/** Sum of heights per area of skin over the cells that count. */
function loadOf(
  { x, y, height }: Peaks,
  weight: Float32Array,
  { columns, rows, areaFactor }: SkinGrid,
  isWanted: (peak: number, cell: number) => boolean,
) {
  let [sum, count, skin] = [0, 0, 0]
  for (let peak = 0; peak < x.length; peak++) {
    const cell = cellAt({ columns, rows }, x[peak]!, y[peak]!)
    if (cell < 0 || !weight[cell] || !isWanted(peak, cell)) continue
    sum += height[peak]!
    count++
  }
  for (const [cell, share] of weight.entries()) {
    if (share > 0) skin += share / Math.max(areaFactor[cell]!, 0.1)
  }
  const areaMm2 = skin * cellAreaMm2
  return { load: areaMm2 > 0 ? sum / areaMm2 : 0, perMm2: areaMm2 > 0 ? count / areaMm2 : 0, count, areaMm2 }
}
