import { z } from 'zod'

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

const labels: Record<Angle, string> = {
  front: 'Front',
  hairline: 'Hairline',
  'front-top': 'Front top',
  left: 'Left',
  'left-45': 'Left 45°',
  right: 'Right',
  'right-45': 'Right 45°',
  top: 'Top',
  crown: 'Crown',
  back: 'Back',
}

/** The angles that a full visit photographs; a series board shows them even when they are empty. */
export const usualAngles: readonly Angle[] = ['front', 'left', 'right', 'top', 'crown', 'back']

/** The angle as people say it. */
export function angleLabel(angle: Angle): string {
  return labels[angle]
}

/** Place of an angle on the series board. */
export function angleOrder(angle: Angle): number {
  return angleIds.indexOf(angle)
}
