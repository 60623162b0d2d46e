import type { Angle } from '../../../shared/domain/angle.ts'
import type { Treatment } from '../../../shared/domain/client.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import { type ClientId, type TreatmentId, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import { captureGivenByUser } from '../../../shared/domain/import-grouping.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { photoName, placeName } from '../../photo-words.ts'
import type { Undo } from '../../ports.ts'

/** A change and how to take it back. */
interface Change {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Where photos go; what is left out stays as it is. */
export interface Filing {
  readonly stage?: Stage | null
  readonly angle?: Angle | null
}

/** Files photos under a stage, an angle or both; undefined when they are there already. */
export function filePhotos(photos: readonly Photo[], filing: Filing): Change | undefined {
  const moved = photos
    .map((photo) => ({ photo, to: { stage: photo.stage, angle: photo.angle, ...filing } }))
    .filter(({ photo, to }) => photo.stage !== to.stage || photo.angle !== to.angle)
  const first = moved[0]
  if (!first) return undefined
  const { stage, angle } = first.to
  return {
    events: moved.map(({ photo: { photoId }, to }) => ({
      type: 'photo-filed',
      version: 1,
      data: { photoId, stage: to.stage, angle: to.angle },
    })),
    undo: {
      label:
        stage && angle && moved.length === 1
          ? t('Photo moved to {{place}}', { place: placeName(angle, stage) })
          : t('{{count}} photos moved', { count: moved.length }),
      events: moved.map(({ photo: { photoId, stage, angle } }) => ({
        type: 'photo-filed',
        version: 1,
        data: { photoId, stage, angle },
      })),
    },
  }
}

/** Turns a photo clockwise by a quarter. */
export function turnPhoto({ photoId, quarterTurns }: Photo): Change {
  const turn = (turns: number): StatedEvent => ({
    type: 'photo-turned',
    version: 1,
    data: { photoId, quarterTurns: turns },
  })
  return { events: [turn((quarterTurns + 1) % 4)], undo: { label: t('Photo turned'), events: [turn(quarterTurns)] } }
}

/** Takes a photo off the board; its original stays in the library. */
export function removePhoto(photo: Photo): Change {
  const { photoId } = photo
  return {
    events: [{ type: 'photo-removed', version: 1, data: { photoId } }],
    undo: {
      label: t('Photo removed: {{photo}}', { photo: photoName(photo) }),
      events: [{ type: 'photo-restored', version: 1, data: { photoId } }],
    },
  }
}

/** Says on which day a photo was taken; null when it isn't known. */
export function datePhoto({ photoId, capture }: Photo, day: string | null): Change {
  const date = (to: Photo['capture']): StatedEvent => ({
    type: 'photo-dated',
    version: 1,
    data: { photoId, capture: to },
  })
  return {
    events: [date(day === null ? null : captureGivenByUser(day))],
    undo: { label: t('Date changed'), events: [date(capture)] },
  }
}

/** A further treatment of a client. */
export function addTreatment(
  clientId: ClientId,
  name: string,
  sessionCount: number,
  now: Date,
): Change & { readonly treatmentId: TreatmentId } {
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const data = { treatmentId, clientId, name: name.trim(), sessionCount, addedAt: now.toISOString() }
  return {
    treatmentId,
    events: [{ type: 'treatment-added', version: 1, data }],
    undo: {
      label: t('Treatment added: {{name}}', { name: data.name }),
      events: [{ type: 'treatment-removed', version: 1, data: { treatmentId } }],
    },
  }
}

/** Gives a treatment another name. */
export function renameTreatment({ treatmentId, name }: Treatment, newName: string): Change {
  const rename = (to: string): StatedEvent => ({
    type: 'treatment-renamed',
    version: 1,
    data: { treatmentId, name: to },
  })
  return {
    events: [rename(newName.trim())],
    undo: { label: t('Treatment renamed: {{name}}', { name }), events: [rename(name)] },
  }
}

/** Takes a treatment without photos away; its records stay in the library. */
export function removeTreatment({ treatmentId, name }: Treatment): Change {
  return {
    events: [{ type: 'treatment-removed', version: 1, data: { treatmentId } }],
    undo: {
      label: t('Treatment removed: {{treatment}}', { treatment: name }),
      events: [{ type: 'treatment-restored', version: 1, data: { treatmentId } }],
    },
  }
}
