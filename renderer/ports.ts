import type { Alignment, PlacedLandmarks } from '../shared/domain/alignment.ts'
import type { AngleMatch } from '../shared/domain/angle-by-matching.ts'
import type { Client, Treatment } from '../shared/domain/client.ts'
import type { ClientCard } from '../shared/domain/client-card.ts'
import type { LedgerRecord, StatedEvent } from '../shared/domain/events.ts'
import type { HeadEllipse } from '../shared/domain/head.ts'
import type { AlignmentId, ClientId, PhotoId, TreatmentId } from '../shared/domain/ids.ts'
import type { PhotoMeasurements } from '../shared/domain/measurement/photo-measurements.ts'
import type { Photo } from '../shared/domain/photo.ts'
import type { ReferenceChoice } from '../shared/domain/reference-choice.ts'
import type { SessionRecord } from '../shared/domain/session-record.ts'
import type { TreatmentRecord } from '../shared/domain/treatment-record.ts'
import type {
  BackupDone,
  BackupOffer,
  BackupStatus,
  FiledPhoto,
  FileOffer,
  HealthReport,
  LibraryDamage,
  Notice,
  SortedPhoto,
  StagedPhoto,
} from '../shared/ipc/contract.ts'
import type { ReferenceView } from '../shared/ipc/engine-tasks.ts'

/** Something that can be watched: it gives its present value at once and again after each change. */
export interface Watched<Value> {
  subscribe(observer: { next: (value: Value) => void; error: (error: unknown) => void }): { unsubscribe(): void }
}

/** What was written into records before, each once, by name: offered when the same is written again. */
export interface UsedMaterials {
  readonly pigments: readonly string[]
  readonly needles: readonly string[]
}

/** What the alignment of a client's series has to know. */
export interface ClientSeries {
  readonly photos: Photo[]
  readonly alignments: Alignment[]
  readonly references: ReferenceChoice[]
}

/** How to take a change back: what to say, and the events that compensate it. */
export interface Undo {
  readonly label: string
  readonly events: StatedEvent[]
}

/** The library's facts, watched, and the one way to change them. Removed clients, treatments and photos are left out. */
export interface Library {
  /** Why the library is only looked at: everything that would change it is refused. Null for a sound one. */
  readonly damage: LibraryDamage | null
  /** Makes a client's treatments, photos and records known here: before, nothing of them can be watched. Quick, and at once for one that was opened before. */
  openClient(clientId: ClientId): Promise<void>
  watchClientCards(): Watched<ClientCard[]>
  watchClient(clientId: ClientId): Watched<Client | undefined>
  watchTreatments(clientId: ClientId): Watched<Treatment[]>
  watchPhotos(treatmentId: TreatmentId): Watched<Photo[]>
  watchPhoto(photoId: PhotoId): Watched<Photo | undefined>
  watchAlignment(pairKey: string): Watched<Alignment | undefined>
  watchAlignments(treatmentId: TreatmentId): Watched<Alignment[]>
  /** A client's photos, the alignments between them and the references that were chosen. */
  watchSeries(clientId: ClientId): Watched<ClientSeries>
  watchReferences(treatmentId: TreatmentId): Watched<ReferenceChoice[]>
  watchLandmarks(pairKey: string): Watched<PlacedLandmarks | undefined>
  /** A treatment's record; blank where nothing is recorded yet. */
  watchTreatmentRecord(treatmentId: TreatmentId): Watched<TreatmentRecord>
  watchSessionRecords(treatmentId: TreatmentId): Watched<SessionRecord[]>
  watchMaterials(): Watched<UsedMaterials>
  /** Everything in the ledger that speaks of a client, oldest first. */
  watchHistory(clientId: ClientId): Watched<LedgerRecord[]>
  /** Records events; resolves when they are on the disk and in the projection. With `undo`, the change can be taken back. */
  record(events: StatedEvent[], undo?: Undo): Promise<void>
  /** Makes a change that was recorded elsewhere undoable. */
  remember(undo: Undo): void
  /** Takes the last undoable change back; its label, or undefined when there is none. */
  undo(): Promise<string | undefined>
  watchUndoLabel(): Watched<string | undefined>
  /** What was found when the library was opened, and shortly after. */
  watchNotices(): Watched<readonly Notice[]>
}

/** How to follow and stop a piece of work. Progress is 0 to 1. */
export interface WorkOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (fraction: number, step: string) => void
}

/** A photo and how it is drawn: through an alignment (null: as it is), `isRigid` without the alignment's local part. */
export interface DrawnPane {
  readonly photoId: PhotoId
  readonly alignmentId: AlignmentId | null
  readonly isRigid: boolean
  readonly view: ReferenceView
}

/** What the machine does for the window. All methods reject with an AppError. */
export interface Engine {
  /** Opens the dialog for files or a folder; empty when the user cancels. */
  chooseFiles(kind: 'files' | 'folder'): Promise<FileOffer[]>
  /** Takes dropped or chosen `File`s; folders are walked. */
  offerFiles(files: readonly File[]): Promise<FileOffer[]>
  /** Makes sure that there is room for a batch of this many bytes, before any of it is read. */
  beginImport(batchBytes: number): Promise<void>
  /** Copies, hashes and decodes one offered file. */
  stagePhoto(offerId: string, options?: WorkOptions): Promise<StagedPhoto>
  /** The angle whose sorted photos (the treatment's, and those of `sorted`) a staged photo looks like; null where none stands out. */
  matchAngle(
    photo: Pick<FiledPhoto, 'photoId' | 'quarterTurns'>,
    treatmentId: TreatmentId,
    sorted: readonly SortedPhoto[],
  ): Promise<AngleMatch | null>
  /** Makes staged photos part of the library; resolves when they are safe on the disk and in the projection. */
  acceptPhotos(clientId: ClientId, treatmentId: TreatmentId, photos: FiledPhoto[]): Promise<void>
  /** Forgets staged photos that the user doesn't want; the files that they came from are not touched. */
  discardPhotos(photoIds: PhotoId[]): Promise<void>
  /** Aligns a pair, or gives the alignment that is there already for the same inputs. */
  alignPair(referenceId: PhotoId, movingId: PhotoId, options?: WorkOptions): Promise<Alignment>
  /** Measures light, sharpness and room of a photo's head; what was measured before comes at once. */
  measurePhoto(photoId: PhotoId): Promise<PhotoMeasurements>
  findHead(photoId: PhotoId, options?: WorkOptions): Promise<HeadEllipse>
  /** Draws a photo in a view of the reference's frame, from its original: a PNG without metadata. */
  renderPane(pane: DrawnPane, options?: WorkOptions): Promise<Blob>
  /** Asks where to save a picture and saves it without metadata; the file's name, or null when the user cancels. */
  savePicture(
    picture: Blob,
    about: { photoIds: PhotoId[]; format: 'png' | 'jpeg'; suggestedName: string },
  ): Promise<string | null>
  /** Adds the sample client; its id. */
  addSampleClient(): Promise<ClientId>
}

/** Looking after the library: its health, its backups. All methods reject with an AppError. */
export interface Care {
  /** Looks how the library is; takes a moment where there are many photos. */
  readHealth(): Promise<HealthReport>
  /** Reads every original again; how many. */
  checkAll(options?: WorkOptions): Promise<number>
  backupStatus(): Promise<BackupStatus>
  /** Backs up to the place of the last backup, or asks for one; null when the user cancels the dialog. */
  backUp(place: 'same' | 'choose', options?: WorkOptions): Promise<BackupDone | null>
  /** Asks for a backup and looks into it; null when the user cancels. */
  chooseBackup(): Promise<BackupOffer | null>
  /** Restores a chosen backup. When it is in place, Stipple starts again. */
  restore(restoreId: string, options?: WorkOptions): Promise<void>
}
