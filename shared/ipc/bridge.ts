import type { Announcement, FileOffer, RequestInput, RequestName, RequestOutput } from './contract.ts'
import type { Result } from './result.ts'

/** What the preload puts into the window as `window.stipple`: the only way to the machine. */
export interface Bridge {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>>
  /** Hands dropped or chosen files to main; their paths stay out of the window. Folders are walked. */
  offerFiles(files: readonly unknown[]): Promise<Result<{ offers: FileOffer[] }>>
  /** Calls back for every announcement; returns the function that ends it. */
  onAnnouncement(listener: (announcement: Announcement) => void): () => void
}
