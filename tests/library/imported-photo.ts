import type { StagedOriginal } from '../../electron/library/originals.ts'
import type { WitnessedEvent } from '../../shared/domain/events.ts'
import type { Photo } from '../../shared/domain/photo.ts'

/** The event of a staged original’s import, as an undamaged JPEG of the top, before the treatment. */
export function photoImported(
  { photoId, fileName, byteSize }: StagedOriginal,
  ids: Pick<Photo, 'clientId' | 'treatmentId'>,
  capture: Photo['capture'] = null,
): Extract<WitnessedEvent, { type: 'photo-imported' }> {
  return {
    type: 'photo-imported',
    version: 1,
    data: {
      photoId,
      ...ids,
      fileName,
      byteSize,
      format: 'jpeg',
      widthPx: 1800,
      heightPx: 1800,
      quarterTurns: 0,
      capture,
      stage: 'before',
      angle: 'top',
      isDamaged: false,
      head: null,
      isRemoved: false,
    },
  }
}
