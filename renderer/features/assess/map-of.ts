import type { ZoneAssessment } from '../../../shared/domain/assessing/photo-assessment.ts'
import type { SkinMap } from '../../../shared/domain/assessment/skin-map.ts'
import { medianOf } from '../../../shared/domain/light/linear-light.ts'
import type { ShownMap } from './map-look.ts'

const relative = new WeakMap<SkinMap, SkinMap>()

/** A zone's map in the frame that is shown, as shares of what most of the zone has; null where there is none. */
export function mapOf(
  { findings, inReference, densityInReference }: ZoneAssessment,
  shows: ShownMap,
  isInReference: boolean,
): SkinMap | null {
  if (shows === 'darkness') return isInReference ? inReference : findings.darkness
  const map = isInReference ? densityInReference : findings.density
  return map && besideMost(map)
}

/** The same map, made once, with 1 for what most of it has. */
function besideMost(map: SkinMap): SkinMap {
  const known = relative.get(map)
  if (known) return known
  const most = medianOf([...map.values].filter((value) => !Number.isNaN(value)))
  const made = { ...map, values: map.values.map((value) => value / most) }
  relative.set(map, made)
  return made
}
