import type { Alignment } from '../../../shared/domain/alignment.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { clientIdSchema, type PhotoId, photoIdSchema, treatmentIdSchema } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { StagedPhoto } from '../../../shared/ipc/contract.ts'

/** A photo's id from a small number. */
export function photoIdOf(number: number): PhotoId {
  return photoIdSchema.parse(number.toString(16).padStart(64, '0'))
}

/** A filed photo; what matters to a test is given. */
export function photoOf(number: number, about: Partial<Photo> = {}): Photo {
  return {
    photoId: photoIdOf(number),
    clientId: clientIdSchema.parse('11111111-1111-4111-8111-111111111111'),
    treatmentId: treatmentIdSchema.parse('22222222-2222-4222-8222-222222222222'),
    fileName: `IMG_${number}.jpg`,
    byteSize: 4_000_000,
    format: 'jpeg',
    widthPx: 3024,
    heightPx: 4032,
    quarterTurns: 0,
    capture: { local: '2026-01-12T10:00:00', offset: null, source: 'exif' },
    stage: 'before',
    angle: 'crown',
    isDamaged: false,
    head: null,
    isRemoved: false,
    ...about,
  }
}

/** A staged photo; what matters to a test is given. */
export function stagedOf(number: number, about: Partial<StagedPhoto> = {}): StagedPhoto {
  const { photoId, fileName, byteSize, format, widthPx, heightPx, capture, isDamaged } = photoOf(number)
  return {
    photoId,
    fileName,
    byteSize,
    format,
    widthPx,
    heightPx,
    capture,
    isDamaged,
    alreadyOf: null,
    isPutBack: false,
    angleGuess: null,
    ...about,
  }
}

/** The event of an alignment that could not be made. */
export function unaligned(
  about: Pick<Alignment, 'alignmentId' | 'inputsKey' | 'pairKey' | 'referenceId' | 'movingId'>,
): Extract<DomainEvent, { type: 'alignment-made' }> {
  return {
    type: 'alignment-made',
    version: 2,
    data: {
      ...about,
      outcome: 'needs-landmarks',
      method: 'automatic',
      transform: null,
      quality: { peakScore: 0, forwardBackwardShare: 0, coverage: 0, scale: 1, rotationDegrees: 0, reasons: [] },
      algorithmVersion: 1,
    },
  }
}
