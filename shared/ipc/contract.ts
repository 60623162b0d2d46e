import { z } from 'zod'
import { alignmentSchema } from '../domain/alignment.ts'
import { angleSchema } from '../domain/angle.ts'
import { captureDateSchema } from '../domain/capture-date.ts'
import type { ClientCard } from '../domain/client-card.ts'
import type { ClientRows } from '../domain/client-rows.ts'
import { attachedDocumentSchema, documentDescriptionSchema } from '../domain/document.ts'
import { type LedgerRecord, ledgerRecordSchema, statedEventSchema } from '../domain/events.ts'
import { headEllipseSchema } from '../domain/head.ts'
import { alignmentIdSchema, clientIdSchema, documentIdSchema, photoIdSchema, treatmentIdSchema } from '../domain/ids.ts'
import { photoMeasurementsSchema } from '../domain/measurement/photo-measurements.ts'
import { photoFormatSchema } from '../domain/photo.ts'
import { stageSchema } from '../domain/stage.ts'
import { trashSchema } from '../domain/trash.ts'
import { videoSchema } from '../domain/video.ts'
import { errorCodes } from '../errors.ts'
import { backupDoneSchema, backupOfferSchema, backupStatusSchema, healthReportSchema } from './care.ts'
import { keyStatusSchema, passphraseSchema, secretSchema } from './keys.ts'
import { openingProgressSchema } from './opening.ts'

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

/** Every request that the window can make: its input is parsed in main before anything happens. */
export const contract = {
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
  /** What is known of every client without opening any. */
  'library.clients': {
    input: z.object({}),
    output: z.object({ cards: z.array(z.custom<ClientCard>()), lastSeq: z.int().nonnegative() }),
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
  'photo.measure': { input: z.object({ photoId: photoIdSchema }), output: photoMeasurementsSchema },
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
  'export.save': {
    input: z.object({
      photoIds: z.array(photoIdSchema).min(1).max(16),
      format: z.enum(['png', 'jpeg']),
      suggestedName: z.string().regex(/^[\w. -]{1,80}$/),
      picture: z.instanceof(Uint8Array),
    }),
    output: z.object({ savedAs: z.string().nullable() }),
  },
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
