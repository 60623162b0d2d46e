import { ellipseMask, grownEllipse } from './ellipse-mask.ts'
import type { HeadFrame } from './head-frame.ts'
import { blurred, type Plane } from './plane.ts'

const headGrowth = 1.06
/** Ears and neck, where they are known from the wall behind them. */
const personGrowth = 1.2
/** From this detail on (in head widths) the outline counts less. */
const insideDetail = 0.04
/** How far inside the outline, in head widths, a place must lie, and how sure the person’s mask must be there after blurring. */
const outlineShare = 0.025
const leastInside = 0.8
const insideSoftness = 0.15

/** What the outline counts then: too little to bend the map, enough to keep a bare scalp from drifting away. */
const outlineWeight = 0.4

/**
 * Where edges count (0–1) in a climb at `detail` head widths. For the rough place, the head with its outline. For the exact one, above all what lies inside the
 * person’s outline: a turned head shows other skin at its rim, and hair makes the rim wider, so edges there tell of other places than those they lie on.
 */
export function climbMask({ plane, person, ellipse, headWidthPx }: HeadFrame, detail: number): Plane {
  const { widthPx, heightPx } = plane
  const whole = ellipseMask(grownEllipse(ellipse, headGrowth), widthPx, heightPx)
  if (!person || detail > insideDetail) return whole
  const mask = ellipseMask(grownEllipse(ellipse, personGrowth), widthPx, heightPx)
  const inside = blurred(person, Math.max(0.5, outlineShare * headWidthPx))
  for (let i = 0; i < mask.data.length; i++) {
    const isInside = Math.min(1, Math.max(0, (inside.data[i]! - leastInside) / insideSoftness + 0.5))
    mask.data[i] = Math.max(mask.data[i]! * isInside, outlineWeight * whole.data[i]!)
  }
  return mask
}
