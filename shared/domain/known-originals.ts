import type { Facts } from './facts.ts'
import type { DocumentId, PhotoId } from './ids.ts'

/** Names a file that is kept as it came. It begins with the SHA-256 of the file's content. */
export type OriginalId = PhotoId | DocumentId

/** A file that must be in the library. */
export interface KnownOriginal {
  readonly originalId: OriginalId
  readonly byteSize: number
}

/** Every file that the ledger knows, removed ones too: whoever compares, reads again, backs up or sweeps files asks here which there are. */
export function knownOriginals({ photos, documents }: Pick<Facts, 'photos' | 'documents'>): KnownOriginal[] {
  return [
    ...[...photos.values()].map(({ photoId, byteSize }) => ({ originalId: photoId, byteSize })),
    ...[...documents.values()].map(({ documentId, byteSize }) => ({ originalId: documentId, byteSize })),
  ]
}

/** SHA-256 of an original's content. */
export function contentHashOf(originalId: string): string {
  return originalId.slice(0, 64)
}
