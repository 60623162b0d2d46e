import { z } from 'zod'
import { alignmentSchema } from '../domain/alignment.ts'
import { angleSchema } from '../domain/angle.ts'
import type { PhotoAssessment } from '../domain/assessing/photo-assessment.ts'
import type { ZoneProposal } from '../domain/assessing/zone-proposal.ts'
import { captureDateSchema } from '../domain/capture-date.ts'
import type { ClientCard } from '../domain/client-card.ts'
import type { ClientRows } from '../domain/client-rows.ts'
import { purposeSchema } from '../domain/consent.ts'
import { usedCoversSchema } from '../domain/covers/cover.ts'
import { facePlacesSchema } from '../domain/covers/face-places.ts'
import { attachedDocumentSchema, documentDescriptionSchema } from '../domain/document.ts'
import { type LedgerRecord, ledgerRecordSchema, statedEventSchema } from '../domain/events.ts'
import { exportFormats, exportKinds } from '../domain/export-kind.ts'
import type { ListedExports } from '../domain/exported/client-exports.ts'
import { exportMakingSchema } from '../domain/exported/export-making.ts'
import { handOverForms, handOverSizes, pageFormats } from '../domain/hand-over.ts'
import { headEllipseSchema } from '../domain/head.ts'
import { alignmentIdSchema, clientIdSchema, documentIdSchema, photoIdSchema, treatmentIdSchema } from '../domain/ids.ts'
import { matchedLightSchema } from '../domain/light/match-light.ts'
import { pairLightSchema } from '../domain/light/pair-light.ts'
import { photoMeasurementsSchema } from '../domain/measurement/photo-measurements.ts'
import { photoFormatSchema } from '../domain/photo.ts'
import { type PresentScene, presentSceneSchema } from '../domain/present-scene.ts'
import { stageSchema } from '../domain/stage.ts'
import type { StudioRows } from '../domain/studio-rows.ts'
import { trashSchema } from '../domain/trash.ts'
import { videoSchema } from '../domain/video.ts'
import { errorCodes } from '../errors.ts'
import { preferencesSchema } from '../preferences.ts'
import { backupDoneSchema, backupOfferSchema, backupStatusSchema, healthReportSchema } from './care.ts'
import { keyStatusSchema, passphraseSchema, secretSchema } from './keys.ts'
import { openingProgressSchema } from './opening.ts'
import { studioSignSchema } from './studio-sign.ts'

/** Names a piece of work so that it can be cancelled and its progress told apart. */
const workIdSchema = z.uuid()

/** A file that the user dropped or chose. The window never sees its path. */
export const fileOfferSchema = z.object({ offerId: z.uuid(), fileName: z.string(), byteSize: z.int().nonnegative() })
export type FileOffer = z.infer<typeof fileOfferSchema>

/** A file copied, hashed and decoded (a video: read as far as the engine can), waiting for review. `alreadyOf` is the client who has this very photo. */
export const stagedPhotoSchema = z.object({
  photoId: photoIdSchema,
  fileName: z.string(),
  byteSize: z.int().positive(),
  format: photoFormatSchema,
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  capture: captureDateSchema.nullable(),
  isDamaged: z.boolean(),
  alreadyOf: clientIdSchema.nullable(),
  /** The library's own file was missing or damaged, and this one took its place. */
  isPutBack: z.boolean(),
  /** The angle that the photo seems to show, with the share of such guesses that are right (0 to 1); for a person to confirm. */
  angleGuess: z.object({ angle: angleSchema, confidence: z.number() }).nullable(),
  video: videoSchema.optional(),
})
export type StagedPhoto = z.infer<typeof stagedPhotoSchema>

/** Where a reviewed photo belongs. */
export const filedPhotoSchema = z.object({
  photoId: photoIdSchema,
  stage: stageSchema.nullable(),
  angle: angleSchema.nullable(),
  capture: captureDateSchema.nullable(),
  quarterTurns: z.int().min(0).max(3),
})
export type FiledPhoto = z.infer<typeof filedPhotoSchema>

/** A photo under review whose angle a person set just now. */
export const sortedPhotoSchema = z.object({
  photoId: photoIdSchema,
  angle: angleSchema,
  quarterTurns: z.int().min(0).max(3),
})
export type SortedPhoto = z.infer<typeof sortedPhotoSchema>

/** Something that happened at start and that the user should know; nothing was deleted. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('torn-record-set-aside') }),
  z.object({ kind: z.literal('originals-missing'), photoIds: z.array(photoIdSchema) }),
  z.object({ kind: z.literal('documents-missing'), count: z.int().positive() }),
  z.object({ kind: z.literal('orphans-found'), count: z.int().positive() }),
])
export type Notice = z.infer<typeof noticeSchema>

/**
 * The library's record is damaged, and only looked at. `afterSeq` is the last record that is shown, of the time `shownUpTo`; `missingCount` is how many came after it at
 * least.
 */
export const libraryDamageSchema = z.object({
  reason: z.string(),
  afterSeq: z.int().positive(),
  shownUpTo: z.iso.datetime(),
  missingCount: z.int().nonnegative(),
})
export type LibraryDamage = z.infer<typeof libraryDamageSchema>

const countSchema = z.int().nonnegative()

/** An offered file, what a person says of it, and where it belongs. */
const documentToAttachSchema = z.object({
  offerId: z.uuid(),
  clientId: clientIdSchema,
  treatmentId: treatmentIdSchema,
  description: documentDescriptionSchema,
  workId: workIdSchema,
})

/** What came of attaching a file. `already`: this client has it, as `document`. `put-back`: the library's own file was missing or damaged, and this one took its place. */
const attachingSchema = z.object({
  outcome: z.enum(['attached', 'already', 'put-back']),
  document: attachedDocumentSchema,
  lastSeq: countSchema,
})
export type Attaching = z.infer<typeof attachingSchema>

/** The hot folder as the window may know it. `condition`: none is chosen, its setting can't be read, it is watched, it can't be reached or not be read. */
export const hotFolderStateSchema = z.object({
  condition: z.enum(['none', 'lost', 'watched', 'gone', 'forbidden']),
  folderName: z.string(),
  /** Files that came in and wait for review. */
  waitingCount: countSchema,
})
export type HotFolderState = z.infer<typeof hotFolderStateSchema>

const errorReplySchema = z.object({
  code: z.enum(errorCodes),
  details: z.object({
    fileName: z.string().optional(),
    reason: z.string().optional(),
    reportId: z.string().optional(),
  }),
})

const viewSchema = z.object({
  centreX: z.number(),
  centreY: z.number(),
  scale: z.number().positive().max(64),
  widthPx: z.int().min(16).max(4096),
  heightPx: z.int().min(16).max(4096),
})

/** A picture's bytes (PNG, JPEG or WebP) of at most 200 MB. */
const framePictureSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= 200e6)

/** An exported file's bytes, of at most 400 MB. */
const exportedFileSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= 400e6)

/** Every request that the window can make: its input is parsed in main before anything happens. */
export const contract = {
  /** Answered whatever the library's state; `computerLanguage` is what the computer's own settings ask for. */
  'preferences.read': {
    input: z.object({}),
    output: z.object({ preferences: preferencesSchema, computerLanguage: z.string() }),
  },
  'preferences.change': { input: preferencesSchema, output: z.object({}) },
  /** The studio's name and logo, of this computer. Answered whatever the library's state. */
  'studio.read': { input: z.object({}), output: studioSignSchema },
  'studio.rename': { input: studioSignSchema.pick({ name: true }), output: z.object({}) },
  /** Asks for a picture and keeps it, small and without metadata; false when the user cancels. */
  'studio.choose-logo': { input: z.object({}), output: z.object({ isChosen: z.boolean() }) },
  'studio.remove-logo': { input: z.object({}), output: z.object({}) },
  /** Answered once the library is open or refused (null), or after a moment with how far its opening is. */
  'library.opening': { input: z.object({}), output: z.object({ opening: openingProgressSchema.nullable() }) },
  /** Tries to open a library that was refused. */
  'library.open-again': { input: z.object({}), output: z.object({}) },
  'library.status': {
    input: z.object({}),
    output: z.object({
      refusal: errorReplySchema.nullable(),
      damage: libraryDamageSchema.nullable(),
      lastSeq: z.int().nonnegative(),
      notices: z.array(noticeSchema),
    }),
  },
  /** What is known of every client without opening any, and what is the studio's own. */
  'library.clients': {
    input: z.object({}),
    output: z.object({
      cards: z.array(z.custom<ClientCard>()),
      studio: z.custom<StudioRows>(),
      lastSeq: z.int().nonnegative(),
    }),
  },
  /** Everything that is known of one client, up to record `lastSeq`. */
  'library.client': {
    input: z.object({ clientId: clientIdSchema }),
    output: z.object({ rows: z.custom<ClientRows>(), lastSeq: z.int().nonnegative() }),
  },
  /** The records that speak of a client. */
  'library.history': {
    input: z.object({ clientId: clientIdSchema, afterSeq: z.int().nonnegative() }),
    output: z.object({ records: z.array(ledgerRecordSchema) }),
  },
  'library.record': {
    input: z.object({ events: z.array(statedEventSchema).min(1).max(2000) }),
    output: z.object({ lastSeq: z.int().nonnegative() }),
  },
  'sample.add': { input: z.object({}), output: z.object({ clientId: clientIdSchema }) },
  'import.choose': {
    input: z.object({ kind: z.enum(['files', 'folder']) }),
    output: z.object({ offers: z.array(fileOfferSchema) }),
  },
  'import.begin': { input: z.object({ batchBytes: countSchema }), output: z.object({}) },
  'import.stage': { input: z.object({ offerId: z.uuid(), workId: workIdSchema }), output: stagedPhotoSchema },
  'import.accept': {
    input: z.object({
      clientId: clientIdSchema,
      treatmentId: treatmentIdSchema,
      photos: z.array(filedPhotoSchema).min(1).max(2000),
    }),
    output: z.object({ lastSeq: z.int().nonnegative() }),
  },
  'import.discard': { input: z.object({ photoIds: z.array(photoIdSchema).max(5000) }), output: z.object({}) },
  'import.match-angle': {
    input: z.object({
      photoId: photoIdSchema,
      quarterTurns: z.int().min(0).max(3),
      treatmentId: treatmentIdSchema,
      sorted: z.array(sortedPhotoSchema).max(50),
    }),
    output: z.object({ match: z.object({ angle: angleSchema, confidence: z.number() }).nullable() }),
  },
  'documents.choose': { input: z.object({}), output: z.object({ offers: z.array(fileOfferSchema) }) },
  'documents.attach': { input: documentToAttachSchema, output: attachingSchema },
  /** Asks where a plain copy should stand and writes it there; its file's name, or null when the user cancels the dialog. */
  'documents.save-copy': {
    input: z.object({ documentId: documentIdSchema, workId: workIdSchema }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** A picture that stands for a video: the window makes it, because only the window can decode videos. */
  'video.keep-poster': {
    input: z.object({ videoId: photoIdSchema, picture: framePictureSchema }),
    output: z.object({}),
  },
  'video.take-frame': {
    input: z.object({ videoId: photoIdSchema, atSeconds: z.number().nonnegative(), picture: framePictureSchema }),
    output: z.object({ photoId: photoIdSchema, isNew: z.boolean(), lastSeq: z.int().nonnegative() }),
  },
  'hot-folder.state': { input: z.object({}), output: hotFolderStateSchema },
  /** Asks for a folder and watches it from now on; null when the user cancels. `presentCount`: files that are in it already and are left alone. */
  'hot-folder.choose': {
    input: z.object({}),
    output: z.object({ chosen: z.object({ folderName: z.string(), presentCount: countSchema }).nullable() }),
  },
  'hot-folder.stop': { input: z.object({}), output: z.object({}) },
  /** Offers what waits for review; it goes on waiting until it is settled. */
  'hot-folder.review': { input: z.object({}), output: z.object({ offers: z.array(fileOfferSchema) }) },
  /** These were dealt with in a review. */
  'hot-folder.settle': { input: z.object({ offerIds: z.array(z.uuid()).max(50_000) }), output: z.object({}) },
  /** What waits is not wanted here; how many. */
  'hot-folder.leave': { input: z.object({}), output: z.object({ count: countSchema }) },
  /** Takes the last leaving back. */
  'hot-folder.bring-back': { input: z.object({}), output: z.object({}) },
  'align.pair': {
    input: z.object({ referenceId: photoIdSchema, movingId: photoIdSchema, workId: workIdSchema }),
    output: alignmentSchema,
  },
  'head.find': { input: z.object({ photoId: photoIdSchema, workId: workIdSchema }), output: headEllipseSchema },
  /** Where covers lie over the face in a photo; null where none is seen. */
  'face.find': {
    input: z.object({ photoId: photoIdSchema, workId: workIdSchema }),
    output: z.object({ places: facePlacesSchema.nullable() }),
  },
  'photo.measure': { input: z.object({ photoId: photoIdSchema }), output: photoMeasurementsSchema },
  /** How the light of a pair compares; `alignmentId` null: the photos aren't aligned. */
  'light.measure-pair': {
    input: z.object({
      referenceId: photoIdSchema,
      movingId: photoIdSchema,
      alignmentId: alignmentIdSchema.nullable(),
    }),
    output: pairLightSchema,
  },
  /** What a photo tells of its treated zones; `referenceId`: in whose frame it is looked at. `isAhead`: nobody looks at it yet. */
  'assessment.read': {
    input: z.object({
      photoId: photoIdSchema,
      referenceId: photoIdSchema.nullable(),
      isAhead: z.boolean(),
      workId: workIdSchema,
    }),
    output: z.custom<PhotoAssessment>(),
  },
  /** Proposes zones on a photo of the shaved head; nothing is recorded. */
  'zones.propose': {
    input: z.object({ photoId: photoIdSchema, workId: workIdSchema }),
    output: z.custom<ZoneProposal>(),
  },
  'export.render-pane': {
    input: z.object({
      photoId: photoIdSchema,
      alignmentId: alignmentIdSchema.nullable(),
      isRigid: z.boolean(),
      view: viewSchema,
      workId: workIdSchema,
    }),
    output: z.object({ picture: z.instanceof(Uint8Array) }),
  },
  /** Refused unless the purpose is the client's own, or a consent covers it. */
  'export.save': {
    input: z.object({
      photoIds: z.array(photoIdSchema).min(1).max(16),
      purpose: purposeSchema,
      kind: z.enum(exportKinds),
      format: z.enum(exportFormats),
      suggestedName: z.string().regex(/^[\w. -]{1,80}$/),
      /** A still picture as a PNG, which is encoded anew; a film or blinking picture as the file that is saved. */
      file: exportedFileSchema,
      light: matchedLightSchema.optional(),
      covers: usedCoversSchema.optional(),
      making: exportMakingSchema.optional(),
    }),
    output: z.object({ saved: z.object({ fileName: z.string(), exportKey: z.string() }).nullable() }),
  },
  /** What was exported, of every client of whom anything was. */
  'exports.list': { input: z.object({}), output: z.object({ clients: z.array(z.custom<ListedExports>()) }) },
  /** Asks where to save a proof sheet and writes there what the window would print, as a PDF. Null when the user cancels. */
  'proof.save': {
    input: z.object({ suggestedName: z.string().regex(/^[\w. -]{1,80}$/) }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** Asks for a place and writes a folder with a client's pictures there, whole or not at all: JPEGs without metadata. The folder's name, or null when the user cancels the dialog. */
  'hand-over.folder': {
    input: z.object({
      clientId: clientIdSchema,
      photoIds: z.array(photoIdSchema).min(1).max(2000),
      size: z.enum(handOverSizes),
      workId: workIdSchema,
    }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** Asks where to save what the window would print, as a PDF of these pages for a client. Null when the user cancels. */
  'hand-over.pages': {
    input: z.object({
      clientId: clientIdSchema,
      photoIds: z.array(photoIdSchema).min(1).max(2000),
      form: z.enum(handOverForms).exclude(['folder']),
      page: z.enum(pageFormats),
    }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** Asks where to save a framing sheet and writes it there: the picture as it is, or the page that the window would print. Null when the user cancels. */
  'framing.save': {
    input: z.object({
      suggestedName: z.string().regex(/^[\w. -]{1,80}$/),
      /** A PNG; null: the window's printed page as a PDF. */
      picture: framePictureSchema.nullable(),
    }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** Asks where to save what the window would print, and writes it there as a PDF: pages of A4, or as large as a phone's screen. Null when the user cancels. */
  'paper.save': {
    input: z.object({
      paper: z.enum(['a4', 'phone']),
      suggestedName: z.string().regex(/^[\w. -]{1,80}$/),
      workId: workIdSchema,
    }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** Shows the folder of the PDF that was saved last. */
  'paper.show-saved': { input: z.object({}), output: z.object({}) },
  /** Whether there is a screen beside the one that the window is on. */
  'present.second-screen': { input: z.object({}), output: z.object({ isThere: z.boolean() }) },
  /** Presents on the second screen. */
  'present.start': { input: z.object({ scene: presentSceneSchema }), output: z.object({}) },
  /** Presents something else there; nothing happens when the presentation has ended. */
  'present.show': { input: z.object({ scene: presentSceneSchema }), output: z.object({}) },
  'present.end': { input: z.object({}), output: z.object({}) },
  /** What the presentation's own page is to show. */
  'present.read': { input: z.object({}), output: z.object({ scene: presentSceneSchema.nullable() }) },
  /** Lets this window fill the screen, or be again as it was. */
  'present.full-screen': { input: z.object({ isFull: z.boolean() }), output: z.object({}) },
  'trash.list': { input: z.object({}), output: trashSchema },
  'trash.erase-client': {
    input: z.object({ clientId: clientIdSchema, isMeantDespiteHold: z.boolean() }),
    output: z.object({}),
  },
  'trash.delete-photos': {
    input: z.object({ photoIds: z.array(photoIdSchema).min(1).max(2000), isMeantDespiteHold: z.boolean() }),
    output: z.object({}),
  },
  'health.report': { input: z.object({}), output: healthReportSchema },
  'health.check': { input: z.object({ workId: workIdSchema }), output: z.object({ count: countSchema }) },
  'backup.status': { input: z.object({}), output: backupStatusSchema },
  'backup.make': {
    input: z.object({ place: z.enum(['same', 'choose']), workId: workIdSchema }),
    output: z.object({ done: backupDoneSchema.nullable() }),
  },
  'backup.choose': { input: z.object({}), output: z.object({ offer: backupOfferSchema.nullable() }) },
  'backup.restore': { input: z.object({ restoreId: z.uuid(), workId: workIdSchema }), output: z.object({}) },
  'keys.status': { input: z.object({}), output: keyStatusSchema },
  /** A new recovery key as it is to be written down; it opens nothing until it is kept. */
  'keys.new-recovery-key': { input: z.object({}), output: z.object({ written: z.string() }) },
  /** Makes the new recovery key the one that opens the library, once its last group was typed from the paper. */
  'keys.keep-recovery-key': { input: z.object({ lastGroup: z.string().max(20) }), output: z.object({}) },
  /** Sets, changes or (null) removes the passphrase; `present` is the one that is asked for now. */
  'keys.set-passphrase': {
    input: z.object({ present: z.string().max(1000).nullable(), next: passphraseSchema.nullable() }),
    output: z.object({}),
  },
  'library.lock': { input: z.object({}), output: z.object({}) },
  'library.unlock': { input: secretSchema, output: z.object({}) },
  'work.cancel': { input: z.object({ workId: workIdSchema }), output: z.object({}) },
} as const

export type RequestName = keyof typeof contract
export type RequestInput<Name extends RequestName> = z.input<(typeof contract)[Name]['input']>
/** A request's input after main has parsed it. */
export type ParsedInput<Name extends RequestName> = z.output<(typeof contract)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof contract)[Name]['output']>

/** What main tells the window unasked. Records come with the client of whom each speaks (null: of none, or of several) and the cards that they changed. */
export type Announcement =
  | { kind: 'recorded'; records: LedgerRecord[]; clientIds: (string | null)[]; cards: ClientCard[] }
  | { kind: 'notices'; notices: Notice[] }
  | { kind: 'progress'; workId: string; fraction: number; step: string }
  | { kind: 'hot-folder'; state: HotFolderState }
  | { kind: 'present'; scene: PresentScene }
  | { kind: 'present-ended' }
