import type { Ranged } from './assessment.ts'

/** What a difference means to people who look at a head (product.md). */
export type Noticeability = 'within-error' | 'measurable' | 'visible'

/** Below 12 % automatic counting errs; from 23 % on people start to notice a difference (product.md). */
export const measurableFrom = 0.12
export const visibleFrom = 0.23

/** Which band a share by which something is lighter (or darker) falls into: the end of its range that is nearer to none decides. */
export function noticeabilityOf({ range: [least, most] }: Ranged): Noticeability {
  const surely = least > 0 ? least : most < 0 ? -most : 0
  if (surely < measurableFrom) return 'within-error'
  return surely < visibleFrom ? 'measurable' : 'visible'
}
