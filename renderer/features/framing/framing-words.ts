import { headFramingOf } from '../../../shared/domain/framing/head-framing.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import { t } from '../../../shared/words/translate.ts'

/** How to hold the camera so that the next photo is framed as this one, each hint one short sentence. */
export function framingHints(head: HeadEllipse | null, frame: Size): string[] {
  const shape =
    frame.heightPx === frame.widthPx
      ? []
      : [frame.heightPx > frame.widthPx ? t('Hold the camera upright.') : t('Hold the camera across.')]
  if (!head) return shape
  const { heightPercent, middlePercent, tiltDegrees } = headFramingOf(head, frame)
  return [
    ...shape,
    t('Distance: the head fills {{percent}} % of the height.', { percent: Math.round(heightPercent) }),
    t('Middle of the head: {{x}} % from the left, {{y}} % from the top.', {
      x: Math.round(middlePercent.x),
      y: Math.round(middlePercent.y),
    }),
    ...(tiltDegrees === null ? [] : [tiltHint(Math.round(tiltDegrees))]),
  ]
}

/** An outline is not found more exactly than to a degree. */
function tiltHint(degrees: number): string {
  if (Math.abs(degrees) <= 1) return t('Tilt: none.')
  return degrees > 0
    ? t('Tilt: the head leans {{degrees}}° to the right.', { degrees })
    : t('Tilt: the head leans {{degrees}}° to the left.', { degrees: -degrees })
}
