import type { Alignment, PlacedLandmarks } from '../shared/domain/alignment.ts'
import type { AngleMatch } from '../shared/domain/angle-by-matching.ts'
import type { PatchDecision } from '../shared/domain/assessing/patch-decision.ts'
import type { PhotoAssessment } from '../shared/domain/assessing/photo-assessment.ts'
import type { ZoneProposal } from '../shared/domain/assessing/zone-proposal.ts'
import type { Client, Treatment } from '../shared/domain/client.ts'
import type { ClientCard } from '../shared/domain/client-card.ts'
import type { GivenConsent, Purpose } from '../shared/domain/consent.ts'
import type { ConsentText } from '../shared/domain/consent-text.ts'
import type { UsedCovers } from '../shared/domain/covers/cover.ts'
import type { FacePlaces } from '../shared/domain/covers/face-places.ts'
import type { AttachedDocument, DocumentDescription } from '../shared/domain/document.ts'
import type { Drawing } from '../shared/domain/drawing.ts'
import type { LedgerRecord, StatedEvent } from '../shared/domain/events.ts'
import type { ExportFormat, ExportKind, FilmFormat, MovingFormat } from '../shared/domain/export-kind.ts'
import type { ExportTemplate } from '../shared/domain/export-template.ts'
import type { ListedExports } from '../shared/domain/exported/client-exports.ts'
import type { ExportMaking } from '../shared/domain/exported/export-making.ts'
import type { Size } from '../shared/domain/geometry/viewport.ts'
import type { HandOverSize, PageFormat } from '../shared/domain/hand-over.ts'
import type { HangingProtocol } from '../shared/domain/hanging-protocol.ts'
import type { HeadEllipse } from '../shared/domain/head.ts'
import type { AlignmentId, ClientId, DocumentId, PhotoId, TreatmentId } from '../shared/domain/ids.ts'
import type { MatchedLight } from '../shared/domain/light/match-light.ts'
import type { PairLight } from '../shared/domain/light/pair-light.ts'
import type { PhotoMeasurements } from '../shared/domain/measurement/photo-measurements.ts'
import type { Photo } from '../shared/domain/photo.ts'
import type { PresentScene } from '../shared/domain/present-scene.ts'
import type { ReferenceChoice } from '../shared/domain/reference-choice.ts'
import type { SavedComparison } from '../shared/domain/saved-comparison.ts'
import type { SessionRecord } from '../shared/domain/session-record.ts'
import type { Trash } from '../shared/domain/trash.ts'
import type { TreatmentRecord } from '../shared/domain/treatment-record.ts'
import type { BackupDone, BackupOffer, BackupStatus, HealthReport } from '../shared/ipc/care.ts'
import type {
  Attaching,
  FiledPhoto,
  FileOffer,
  HotFolderState,
  LibraryDamage,
  Notice,
  SortedPhoto,
  StagedPhoto,
} from '../shared/ipc/contract.ts'
import type { ReferenceView } from '../shared/ipc/engine-tasks.ts'
import type { KeyStatus, Secret } from '../shared/ipc/keys.ts'

/** Something that can be watched: it gives its present value at once and again after each change. */
export interface Watched<Value> {
  subscribe(observer: { next: (value: Value) => void; error: (error: unknown) => void }): { unsubscribe(): void }
}

/** What was written into records before, each once, by name: offered when the same is written again. */
export interface UsedMaterials {
  readonly pigments: readonly string[]
  readonly needles: readonly string[]
}

/** What a client's boards show: all treatments, oldest first, the photos and the chosen references of all of them. */
export interface ClientBoards {
  readonly treatments: Treatment[]
  readonly photos: Photo[]
  readonly references: ReferenceChoice[]
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
  watchBoards(clientId: ClientId): Watched<ClientBoards>
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
  watchDocuments(treatmentId: TreatmentId): Watched<AttachedDocument[]>
  /** What is drawn on a treatment's photos. */
  watchDrawings(treatmentId: TreatmentId): Watched<Drawing[]>
  /** The comparisons that were saved by name. */
  watchComparisons(treatmentId: TreatmentId): Watched<SavedComparison[]>
  /** All consents that a client has given, whatever became of them. */
  watchConsents(clientId: ClientId): Watched<GivenConsent[]>
  /** What was decided on a treatment's patches. */
  watchPatchDecisions(treatmentId: TreatmentId): Watched<PatchDecision[]>
  /** The studio's own ways of comparing, of any client. */
  watchProtocols(): Watched<HangingProtocol[]>
  /** The studio's own ways of exporting. */
  watchTemplates(): Watched<ExportTemplate[]>
  /** Consents in the studio's own words. */
  watchConsentTexts(): Watched<ConsentText[]>
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
  /** What is in the trash. */
  watchTrash(): Watched<Trash>
  /** Erases a client who is in the trash, for good. While a note holds the record it is refused, unless that is said to be meant. */
  eraseClient(clientId: ClientId, isMeantDespiteHold: boolean): Promise<void>
  /** Deletes photos that are in the trash, for good; refused as `eraseClient` is. */
  deletePhotos(photoIds: readonly PhotoId[], isMeantDespiteHold: boolean): Promise<void>
  /** What was exported, of every client of whom anything was. */
  watchExports(): Watched<readonly ListedExports[]>
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

/** A film or blinking picture that is to be made: `paint` paints any of its frames, in any order, onto a canvas of its size. */
export interface FilmOrder {
  readonly format: MovingFormat
  /** Even numbers. */
  readonly size: Size
  readonly frames: number
  readonly framesPerSecond: number
  readonly paint: (context: CanvasRenderingContext2D, frame: number) => void
}

/** Makes films, by what this computer can encode. */
export interface Films {
  /** Whether films of a format can be made here. */
  canMake(format: FilmFormat, size: Size, framesPerSecond: number): Promise<boolean>
  /** The file, read again to its last frame. Rejects with an AppError; `cancelled` by the signal. */
  make(order: FilmOrder, options?: WorkOptions): Promise<Blob>
}

/** Pages that are handed out, and the studio's sign on them. All methods reject with an AppError. */
export interface Paper {
  /** Asks where to save what the window would print, as a PDF. The file's name, or null when the user cancels. */
  savePages(paper: 'a4' | 'phone', suggestedName: string, options?: WorkOptions): Promise<string | null>
  /** Shows the folder of the PDF that was saved last. */
  showSavedPages(): Promise<void>
  /** The studio's name (empty: none) and logo. */
  readStudio(): Promise<{ readonly name: string; readonly logo: Blob | null }>
  renameStudio(name: string): Promise<void>
  /** Asks for a picture file; false when the user cancels. */
  chooseLogo(): Promise<boolean>
  removeLogo(): Promise<void>
}

/** The name under which an export was saved, and what it is known by in the list of all exports. */
export interface SavedExport {
  readonly fileName: string
  readonly exportKey: string
}

/** What the machine does for the window. All methods reject with an AppError. */
export interface Engine extends Paper {
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
  /** Measures how the light of two photos compares, seen through their alignment (null: they aren't aligned); what was measured before comes at once. */
  measurePairLight(referenceId: PhotoId, movingId: PhotoId, alignmentId: AlignmentId | null): Promise<PairLight>
  /** What a photo tells of its treated zones, its maps also in the frame of the reference. `isAhead`: nobody looks at it yet. What was assessed before comes at once. */
  assessPhoto(
    photoId: PhotoId,
    referenceId: PhotoId | null,
    options?: WorkOptions & { readonly isAhead?: boolean },
  ): Promise<PhotoAssessment>
  /** Proposes zones on a photo of the shaved head; nothing is recorded. */
  proposeZones(photoId: PhotoId, options?: WorkOptions): Promise<ZoneProposal>
  findHead(photoId: PhotoId, options?: WorkOptions): Promise<HeadEllipse>
  /** Where covers lie over the face in a photo as it is shown; null where none is seen. */
  findFace(photoId: PhotoId, options?: WorkOptions): Promise<FacePlaces | null>
  /** Draws a photo in a view of the reference's frame, from its original: a PNG without metadata. */
  renderPane(pane: DrawnPane, options?: WorkOptions): Promise<Blob>
  /**
   * Asks where to save an export and saves it without metadata: a still picture comes as a PNG, a film as it is. Null when the user cancels. Refused where the
   * client's consent doesn't cover the purpose.
   */
  saveExport(
    file: Blob,
    about: {
      photoIds: PhotoId[]
      purpose: Purpose
      kind: ExportKind
      format: ExportFormat
      suggestedName: string
      light?: MatchedLight
      covers?: UsedCovers
      making?: ExportMaking
    },
  ): Promise<SavedExport | null>
  /** Asks where to save a proof sheet: what the window would print, as a PDF. The file's name, or null when the user cancels. */
  saveProofSheet(suggestedName: string): Promise<string | null>
  /** Asks for a place and writes a folder with a client's pictures there, without metadata; its name, or null when the user cancels the dialog. */
  handOverFolder(
    clientId: ClientId,
    photoIds: readonly PhotoId[],
    size: HandOverSize,
    options?: WorkOptions,
  ): Promise<string | null>
  /** Asks where to save what the window would print, as a PDF for a client; the file's name, or null when the user cancels. */
  handOverPages(about: {
    readonly clientId: ClientId
    readonly photoIds: readonly PhotoId[]
    readonly form: 'series' | 'card'
    readonly page: PageFormat
  }): Promise<string | null>
  /** Asks where to save a framing sheet: the picture, or (null) what the window would print, as a PDF. The file's name, or null when the user cancels. */
  saveFramingSheet(picture: Blob | null, suggestedName: string): Promise<string | null>
  /** Keeps a picture that stands for a video. */
  keepPoster(videoId: PhotoId, picture: Blob): Promise<void>
  /** Makes a video's frame a photo of its own, filed as the video is; `isNew` is false when it was taken before. */
  takeFrame(videoId: PhotoId, atSeconds: number, picture: Blob): Promise<{ photoId: PhotoId; isNew: boolean }>
  /** Adds the sample client; its id. */
  addSampleClient(): Promise<ClientId>
}

/** Where a document belongs, and what a person says of it. */
export interface DocumentPlace {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
  readonly description: DocumentDescription
}

/** Files that are attached to treatments. All methods reject with an AppError. */
export interface Documents {
  /** Opens the dialog for files; empty when the user cancels. */
  choose(): Promise<FileOffer[]>
  /** Takes dropped files; folders are walked. */
  offer(files: readonly File[]): Promise<FileOffer[]>
  /** Attaches an offered file; resolves when it is safe on the disk and in the projection. */
  attach(offerId: string, place: DocumentPlace, options?: WorkOptions): Promise<Pick<Attaching, 'outcome' | 'document'>>
  /** Asks where a plain copy should stand and writes it there; its file's name, or null when the user cancels the dialog. */
  saveCopy(documentId: DocumentId, options?: WorkOptions): Promise<string | null>
}

/** One frame of a video, upright. `picture` may be drawn until a few further frames have been asked for. */
export interface VideoFrame {
  readonly picture: CanvasImageSource
  readonly widthPx: number
  readonly heightPx: number
  /** When it begins, in seconds. */
  readonly atSeconds: number
}

/** A video that can be played; times are in seconds. */
export interface OpenVideo {
  readonly widthPx: number
  readonly heightPx: number
  readonly startSeconds: number
  readonly endSeconds: number
  /** The frame that is on the screen at a time, exactly; null where there is none. */
  frameAt(seconds: number): Promise<VideoFrame | null>
  /** All frames from the one at a time on, in the order of showing. */
  frames(fromSeconds: number): AsyncIterable<VideoFrame>
  /** The frame at a time as a file, reduced to `longestSidePx` where that is given. */
  pictureAt(seconds: number, type: 'image/png' | 'image/jpeg', longestSidePx?: number): Promise<Blob>
  close(): void
}

/** Plays the videos of the library. */
export interface Videos {
  /** Opens a video, staged or in the library. Rejects with `unsupported-format` where this computer can't decode it. */
  open(videoId: PhotoId): Promise<OpenVideo>
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
  /** Tries again to open a library that couldn't be opened; then the window loads anew. */
  openAgain(): Promise<void>
}

/** Who can open the library. All methods reject with an AppError. */
export interface Keys {
  status(): Promise<KeyStatus>
  /** A new recovery key as it is to be written down. It opens nothing until it is kept. */
  makeRecoveryKey(): Promise<string>
  /** Keeps the recovery key that was made last, once its last group was typed from the paper. */
  keepRecoveryKey(lastGroup: string): Promise<void>
  /** Sets, changes or (null) removes the passphrase; `present` is the one that is asked for now. */
  setPassphrase(present: string | null, next: string | null): Promise<void>
  /** Locks the library: this window goes, and the next asks for the passphrase. */
  lock(): Promise<void>
  /** Opens the locked library; then the window loads anew. */
  unlock(secret: Secret): Promise<void>
}

/** The folder into which a camera or a phone's sync saves. Methods reject with an AppError; what is watched never fails. */
export interface HotFolder {
  watch(): Watched<HotFolderState>
  /** Asks for a folder and watches it; its name and how many files are in it already, or null when the user cancels. */
  choose(): Promise<{ folderName: string; presentCount: number } | null>
  stop(): Promise<void>
  /** The files that wait; they go on waiting until they are settled. */
  review(): Promise<FileOffer[]>
  /** These offers, as far as they came from the hot folder, are not made again. */
  settle(offerIds: readonly string[]): Promise<void>
  /** Nothing that waits is wanted; how many files. */
  leave(): Promise<number>
  /** Takes the last leaving back. */
  bringBack(): Promise<void>
}

/** Showing a comparison to a client. Methods reject with an AppError. */
export interface Presenting {
  hasSecondScreen(): Promise<boolean>
  /** Presents on the second screen; this window stays as it is. */
  start(scene: PresentScene): Promise<void>
  show(scene: PresentScene): Promise<void>
  end(): Promise<void>
  /** Calls back whenever the presentation on the second screen ends, whoever ended it; the function that ends the listening. */
  onEnded(listener: () => void): () => void
  /** Lets this window fill the screen, or be again as it was. */
  fillScreen(isFull: boolean): Promise<void>
}
