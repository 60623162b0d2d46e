import type { AlignmentId, DocumentId, PhotoId } from './domain/ids.ts'

/** The window's origin. Frozen: changing it would move the window's storage. */
export const appScheme = 'app'
export const appHost = 'lib'
export const appOrigin = `${appScheme}://${appHost}`

/** Pictures made from a photo: thumbnail (400 px), working copy (2560 px), full size; all upright sRGB. */
export type PhotoRendition = 'thumb' | 'work' | 'full'
/** The moving photo of an alignment drawn in the reference's frame, at working or full size; `rigid`: without the local part. */
export type AlignedRendition = 'aligned' | 'aligned-full' | 'aligned-rigid' | 'aligned-rigid-full'

/** Address of a photo's rendition; the turn keeps a turned photo from being shown from the cache as it was. */
export function photoAddress(photo: { photoId: PhotoId; quarterTurns: number }, rendition: PhotoRendition): string {
  return `${appOrigin}/photo/${photo.photoId}/${rendition}?turns=${photo.quarterTurns}`
}

/** Address of a staged photo's thumbnail before it is imported. */
export function stagedAddress(photoId: PhotoId): string {
  return `${appOrigin}/photo/${photoId}/staged`
}

/** Address of a document's picture; only a document that has one can be shown. */
export function documentAddress(documentId: DocumentId, rendition: PhotoRendition): string {
  return `${appOrigin}/document/${documentId}/${rendition}`
}

/** Address of an alignment's picture in the reference's frame. */
export function alignedAddress(alignmentId: AlignmentId, rendition: AlignedRendition): string {
  return `${appOrigin}/photo/${alignmentId}/${rendition}`
}

/** Address of a video's bytes, staged or in the library; it is read in ranges. */
export function videoAddress(videoId: PhotoId): string {
  return `${appOrigin}/video/${videoId}`
}

/** The only path under which a video is served. */
export const videoPathPattern = /^\/video\/([0-9a-f]{64})$/

/** The only paths under which a photo is served. */
export const photoPathPattern = /^\/photo\/([0-9a-f]{64})\/(thumb|work|full|staged|aligned(?:-rigid)?(?:-full)?)$/

/** The only paths under which a document's picture is served. */
export const documentPathPattern = /^\/document\/([0-9a-f]{96})\/(thumb|work|full)$/
