import { z } from 'zod'

const countSchema = z.int().nonnegative()
const instantSchema = z.iso.datetime()

/** A photo or document whose file needs care, by what people know of it. `day`: of capture, or of signing; a document's title stands for its file name. */
const troubledPhotoSchema = z.object({ clientName: z.string(), day: z.string().nullable(), fileName: z.string() })
/** How many, and the first of them. */
const troubledPhotosSchema = z.object({ count: countSchema, photos: z.array(troubledPhotoSchema) })
export type TroubledPhotos = z.infer<typeof troubledPhotosSchema>

/** What was added to a backup that stood there: how many photos and documents are new in it, how many it had. Null where all of it was written anew. */
export const addedSchema = z
  .object({ fileCount: countSchema, alreadyThere: countSchema, hasDocuments: z.boolean() })
  .nullable()
export type Added = z.infer<typeof addedSchema>

/** How the library is backed up. `wholeAt`: when all of it was last written and read. `isReachable`: the file is there now. `isDue`: a reminder is in place. `problem`: why the test-restore failed. */
export const backupStatusSchema = z.object({
  last: z
    .object({
      at: instantSchema,
      wholeAt: instantSchema,
      added: addedSchema,
      fileName: z.string(),
      byteSize: countSchema,
      missingCount: countSchema,
      damagedCount: countSchema,
      isSameDisk: z.boolean(),
      isReachable: z.boolean(),
    })
    .nullable(),
  test: z.object({ at: instantSchema, problem: z.string().nullable() }).nullable(),
  isDue: z.boolean(),
  hasChangedSince: z.boolean(),
})
export type BackupStatus = z.infer<typeof backupStatusSchema>

/** How the library is. Days are calendar days. */
export const healthReportSchema = z.object({
  photoCount: countSchema,
  missing: troubledPhotosSchema,
  damaged: troubledPhotosSchema,
  documentCount: countSchema,
  missingDocuments: troubledPhotosSchema,
  damagedDocuments: troubledPhotosSchema,
  /** Files that belong to no photo and no document, by the day on which they were set aside. */
  quarantined: z.array(z.object({ day: z.string(), count: countSchema })),
  /** Days on which a half-written record was set aside. */
  tornRecordDays: z.array(z.string()),
  /** Libraries that a restored one took the place of, and when they are removed. */
  keptLibraries: z.array(z.object({ keptAt: instantSchema, goesAt: instantSchema })),
  lastReread: z.object({ at: instantSchema, count: countSchema, total: countSchema }).nullable(),
  lastFullCheck: z.object({ at: instantSchema, count: countSchema }).nullable(),
  freeBytes: countSchema,
  /** Less is free than an import needs at least. */
  isDiskLow: z.boolean(),
  backup: backupStatusSchema,
})
export type HealthReport = z.infer<typeof healthReportSchema>

/** A backup that was made and read again. `carriedOver`: files that the library lost, taken from the backup before. */
export const backupDoneSchema = z.object({
  fileName: z.string(),
  byteSize: countSchema,
  added: addedSchema,
  carriedOver: countSchema,
  missingCount: countSchema,
  damagedCount: countSchema,
  strangers: countSchema,
  isSameDisk: z.boolean(),
})
export type BackupDone = z.infer<typeof backupDoneSchema>

/** A backup that the user chose for restoring, by what it says of itself; its files are checked while it is unpacked. */
export const backupOfferSchema = z.object({
  restoreId: z.uuid(),
  fileName: z.string(),
  madeAt: instantSchema,
  byteSize: countSchema,
  clientCount: countSchema,
  photoCount: countSchema,
  missingCount: countSchema,
  damagedCount: countSchema,
})
export type BackupOffer = z.infer<typeof backupOfferSchema>
