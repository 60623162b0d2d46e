import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { StudioRetention } from '../../../shared/domain/retention.ts'
import type { TrashedClient, TrashedDocument, TrashedPhoto, TrashedTreatment } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'

/** A change and how to take it back. */
interface Change {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** Brings a client back from the trash, with everything. */
export function restoreClient({ clientId, name }: TrashedClient): Change {
  return {
    events: [{ type: 'client-restored', version: 1, data: { clientId } }],
    undo: {
      label: t('{{name}} restored', { name }),
      events: [{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }],
    },
  }
}

/** Brings photos back from the trash, and their treatments where those were removed as well. */
export function restorePhotos(photos: readonly TrashedPhoto[]): Change {
  const treatmentIds = [...new Set(photos.flatMap(({ removedTreatmentId }) => removedTreatmentId ?? []))]
  const label = photos.length === 1 ? t('Photo restored') : t('{{count}} photos restored', { count: photos.length })
  return {
    events: [
      ...treatmentIds.map(
        (treatmentId): StatedEvent => ({
          type: 'treatment-restored',
          version: 1,
          data: { treatmentId },
        }),
      ),
      ...photos.map(({ photoId }): StatedEvent => ({ type: 'photo-restored', version: 1, data: { photoId } })),
    ],
    undo: {
      label,
      events: [
        ...photos.map(({ photoId }): StatedEvent => ({ type: 'photo-removed', version: 1, data: { photoId } })),
        ...treatmentIds.map(
          (treatmentId): StatedEvent => ({
            type: 'treatment-removed',
            version: 1,
            data: { treatmentId },
          }),
        ),
      ],
    },
  }
}

/** Brings a treatment back from the trash. */
export function restoreTreatment({ treatmentId, name }: TrashedTreatment): Change {
  return {
    events: [{ type: 'treatment-restored', version: 1, data: { treatmentId } }],
    undo: {
      label: t('Treatment restored: {{name}}', { name }),
      events: [{ type: 'treatment-removed', version: 1, data: { treatmentId } }],
    },
  }
}

/** Brings a document back from the trash, and its treatment where that was removed as well. */
export function restoreDocument({ documentId, title, removedTreatmentId }: TrashedDocument): Change {
  const treatment = (type: 'treatment-restored' | 'treatment-removed'): StatedEvent[] =>
    removedTreatmentId === null ? [] : [{ type, version: 1, data: { treatmentId: removedTreatmentId } }]
  return {
    events: [...treatment('treatment-restored'), { type: 'document-restored', version: 1, data: { documentId } }],
    undo: {
      label: t('Document restored: {{title}}', { title }),
      events: [{ type: 'document-removed', version: 1, data: { documentId } }, ...treatment('treatment-removed')],
    },
  }
}

/** States the studio's rule for keeping records. */
export function stateStudioRetention(before: StudioRetention, after: StudioRetention): Change {
  const state = (data: StudioRetention): StatedEvent => ({ type: 'studio-retention-noted', version: 1, data })
  return { events: [state(after)], undo: { label: t('Rule for keeping records changed'), events: [state(before)] } }
}
