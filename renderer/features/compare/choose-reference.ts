import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { seriesKeyOf } from '../../../shared/domain/reference-choice.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'

/** Makes a photo the reference of its series; undefined for a photo without an angle. Undo goes back to the photo that was the baseline. */
export function chooseReference(photo: Photo, previous: Photo): { events: StatedEvent[]; undo: Undo } | undefined {
  const [events, back] = [eventOf(photo), eventOf(previous)]
  if (!events || !back) return undefined
  return {
    events,
    undo: {
      label: photo.stage
        ? t('{{stage}} is the baseline', { stage: stageLabel(photo.stage) })
        : t('This photo is the baseline'),
      events: back,
    },
  }
}

function eventOf({ treatmentId, angle, photoId }: Photo): StatedEvent[] | undefined {
  if (!angle) return undefined
  return [
    {
      type: 'reference-chosen',
      version: 1,
      data: { seriesKey: seriesKeyOf(treatmentId, angle), treatmentId, angle, photoId },
    },
  ]
}
