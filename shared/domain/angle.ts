import { z } from 'zod'
import { t } from '../words/translate.ts'

/** What the camera looks at. Left and right are the client's own. */
export const angleIds = [
  'front',
  'hairline',
  'front-top',
  'left',
  'left-45',
  'right',
  'right-45',
  'top',
  'crown',
  'back',
] as const

export const angleSchema = z.enum(angleIds)
export type Angle = z.infer<typeof angleSchema>

const labels: Record<Angle, () => string> = {
  front: () => t('Front'),
  hairline: () => t('Hairline'),
  'front-top': () => t('Front top'),
  left: () => t('Left'),
  'left-45': () => t('Left 45°'),
  right: () => t('Right'),
  'right-45': () => t('Right 45°'),
  top: () => t('Top'),
  crown: () => t('Crown'),
  back: () => t('Back'),
}

/** The angles that a full visit photographs; a series board shows them even when they are empty. */
export const usualAngles: readonly Angle[] = ['front', 'left', 'right', 'top', 'crown', 'back']

/** The angle as people say it. */
export function angleLabel(angle: Angle): string {
  return labels[angle]()
}

/** Place of an angle on the series board. */
export function angleOrder(angle: Angle): number {
  return angleIds.indexOf(angle)
}
