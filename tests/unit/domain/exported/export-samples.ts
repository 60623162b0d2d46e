import type { DomainEvent, StatedEvent } from '../../../../shared/domain/events.ts'
import type { ExportedData } from '../../../../shared/domain/exported/export-row.ts'
import type { TakenDown } from '../../../../shared/domain/exported/taken-down.ts'
import { photoIdOf, photoOf } from '../../renderer/photo-samples.ts'

export const exportId = '33333333-3333-4333-8333-333333333333'

/** An export of the client of `photoOf` for Instagram by version 1 of the consent; what matters to a test is given. */
export function exported(about: Partial<ExportedData> = {}): Extract<DomainEvent, { type: 'comparison-exported' }> {
  return {
    type: 'comparison-exported',
    version: 3,
    data: {
      photoIds: [photoIdOf(1)],
      purpose: 'instagram',
      consentVersion: 1,
      fileName: 'comparison.jpg',
      kind: 'picture',
      format: 'jpeg',
      widthPx: 1080,
      heightPx: 1350,
      durationSeconds: null,
      outputSha256: 'ab'.repeat(32),
      clientId: photoOf(1).clientId,
      exportId,
      ...about,
    },
  }
}

/** What `exported()` is kept under. */
export const exportKey = `${photoOf(1).clientId}/${exportId}`

/** The event that an export was taken down; null: it wasn't after all. */
export function takenDown(state: TakenDown | null, key = exportKey): StatedEvent {
  const { clientId } = photoOf(1)
  return { type: 'export-taken-down', version: 1, data: { clientId, exportKey: key, takenDown: state } }
}
