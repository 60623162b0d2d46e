import { z } from 'zod'
import { angleSchema } from './angle.ts'
import type { FactRows } from './apply-event.ts'
import { captureDay } from './capture-date.ts'
import { type Facts, photosOfClient } from './facts.ts'
import { clientIdSchema, documentIdSchema, photoIdSchema, treatmentIdSchema } from './ids.ts'
import { type Hold, holdOn, isHeld, noStudioRetention, studioRetentionSchema } from './retention.ts'
import { stageSchema } from './stage.ts'

/** How long what was removed can be restored, in days. */
export const trashDays = 30
const dayMs = 86_400_000
const never = '9999-12-31T00:00:00.000Z'

const holdSchema = z.object({ until: z.iso.date(), why: z.string(), by: z.enum(['client', 'studio']) })

/** Something in the trash. `dueAt`: when its time there is over. `hold`: why it may not go then. `goesByItself`: Stipple takes it away, else a person has to. */
const trashedSchema = z.object({
  removedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  hold: holdSchema.nullable(),
  goesByItself: z.boolean(),
})
export type Trashed = z.infer<typeof trashedSchema>

const pictureSchema = z.object({ photoId: photoIdSchema, quarterTurns: z.int() })

const trashedClientSchema = trashedSchema.extend({
  clientId: clientIdSchema,
  name: z.string(),
  isSample: z.boolean(),
  photoCount: z.int().nonnegative(),
  cover: pictureSchema.nullable(),
  /** The note on this client alone. */
  retention: z.object({ keepUntil: z.iso.date().nullable(), why: z.string() }),
})
export type TrashedClient = z.infer<typeof trashedClientSchema>

const trashedPhotoSchema = trashedSchema.extend({
  ...pictureSchema.shape,
  clientId: clientIdSchema,
  clientName: z.string(),
  fileName: z.string(),
  stage: stageSchema.nullable(),
  angle: angleSchema.nullable(),
  day: z.iso.date().nullable(),
  /** The photo's treatment where that was removed as well: it has to be restored first. */
  removedTreatmentId: treatmentIdSchema.nullable(),
})
export type TrashedPhoto = z.infer<typeof trashedPhotoSchema>

const trashedTreatmentSchema = z.object({
  treatmentId: treatmentIdSchema,
  name: z.string(),
  clientName: z.string(),
  removedAt: z.iso.datetime(),
})
export type TrashedTreatment = z.infer<typeof trashedTreatmentSchema>

const trashedDocumentSchema = z.object({
  documentId: documentIdSchema,
  title: z.string(),
  clientName: z.string(),
  removedAt: z.iso.datetime(),
  /** The document's treatment where that was removed as well: it has to be restored first. */
  removedTreatmentId: treatmentIdSchema.nullable(),
})
export type TrashedDocument = z.infer<typeof trashedDocumentSchema>

/** Everything that was removed and can be restored, what was removed last first, and what was erased since ever. */
export const trashSchema = z.object({
  clients: z.array(trashedClientSchema),
  photos: z.array(trashedPhotoSchema),
  treatments: z.array(trashedTreatmentSchema),
  documents: z.array(trashedDocumentSchema),
  studio: studioRetentionSchema,
  erasedCount: z.int().nonnegative(),
  lastErasedAt: z.iso.datetime().nullable(),
})
export type Trash = z.infer<typeof trashSchema>

/** What of one client was removed, and what of the client decides how long it stays: all that the trash needs to know of a client. */
export interface RemovedOfClient {
  /** The last day on which the client was photographed; the day of the addition where that is later. */
  readonly lastDay: string
  readonly photoCount: number
  /** Without photos and documents, and nothing was written down. */
  readonly isEmpty: boolean
  readonly cover: z.infer<typeof pictureSchema> | null
  readonly photos: readonly RemovedPhoto[]
  readonly treatments: readonly (Pick<FactRows['treatments'], 'treatmentId' | 'name'> & Removal)[]
  readonly documents: readonly (Omit<TrashedDocument, 'clientName' | 'removedAt'> & Removal)[]
}

interface Removal {
  readonly removedAt?: string
}
type RemovedPhoto = Omit<TrashedPhoto, keyof Trashed | 'clientId' | 'clientName'> & Removal

/** The trash of a library. Photos of a client who is in the trash count with the client. */
export function trashOf(facts: Facts): Trash {
  const clients = [...facts.clients.values()].map((client) => ({ client, removed: removedOf(facts, client.clientId) }))
  return trashFrom(clients, facts)
}

/** What of a client was removed; null where nothing is, and for a client who isn't there. */
export function removedOf(facts: Facts, clientId: string): RemovedOfClient | null {
  const client = facts.clients.get(clientId)
  if (!client) return null
  const own = facts.ofClient?.(clientId) ?? facts
  const photos = photosOfClient(own, clientId)
  const treatments = [...own.treatments.values()].filter((treatment) => treatment.clientId === clientId)
  const removedPhotos = photos.filter(({ isRemoved }) => isRemoved)
  const removedTreatments = treatments.filter(({ isRemoved }) => isRemoved)
  const documents = [...own.documents.values()].filter((document) => document.clientId === clientId)
  const removedDocuments = documents.filter(({ isRemoved }) => isRemoved)
  if (!client.isRemoved && removedPhotos.length + removedTreatments.length + removedDocuments.length === 0) return null
  const treatmentIds = new Set<string>(treatments.map(({ treatmentId }) => treatmentId))
  const written = [...own.treatmentRecords.values(), ...own.sessionRecords.values()]
  const cover = photos.findLast((photo) => !photo.isRemoved) ?? photos.at(-1)
  const gone = new Set(removedTreatments.map(({ treatmentId }) => treatmentId))
  return {
    lastDay: lastDayOf(client, photos),
    photoCount: photos.length,
    isEmpty:
      photos.length + documents.length === 0 && !written.some(({ treatmentId }) => treatmentIds.has(treatmentId)),
    cover: cover ? { photoId: cover.photoId, quarterTurns: cover.quarterTurns } : null,
    photos: removedPhotos.map(({ photoId, quarterTurns, fileName, stage, angle, capture, treatmentId, removedAt }) => ({
      ...(removedAt !== undefined && { removedAt }),
      photoId,
      quarterTurns,
      fileName,
      stage,
      angle,
      day: capture && captureDay(capture),
      removedTreatmentId: gone.has(treatmentId) ? treatmentId : null,
    })),
    treatments: removedTreatments.map(({ treatmentId, name, removedAt }) => ({
      ...(removedAt !== undefined && { removedAt }),
      treatmentId,
      name,
    })),
    documents: removedDocuments.map(({ documentId, title, treatmentId, removedAt }) => ({
      ...(removedAt !== undefined && { removedAt }),
      documentId,
      title,
      removedTreatmentId: gone.has(treatmentId) ? treatmentId : null,
    })),
  }
}

/** The trash, from what was removed of each client. */
export function trashFrom(
  clients: Iterable<{ readonly client: FactRows['clients']; readonly removed: RemovedOfClient | null }>,
  { studioRetention, erasures }: Pick<Facts, 'studioRetention' | 'erasures'>,
): Trash {
  const studio = studioRetention.get('studio') ?? noStudioRetention
  const found = {
    clients: [] as TrashedClient[],
    photos: [] as TrashedPhoto[],
    treatments: [] as TrashedTreatment[],
    documents: [] as TrashedDocument[],
  }
  for (const { client, removed } of clients) {
    if (!removed) continue
    const { clientId, name, isSample } = client
    const hold = isSample ? null : holdOn(client, removed.lastDay, studio)
    if (client.isRemoved) {
      found.clients.push({
        ...trashed(client, hold, isSample || removed.isEmpty || studio.erasesDueClients),
        clientId,
        name,
        isSample,
        photoCount: removed.photoCount,
        cover: removed.cover,
        retention: client.retention ?? { keepUntil: null, why: '' },
      })
      continue
    }
    for (const photo of removed.photos)
      found.photos.push({ ...photo, ...trashed(photo, hold, true), clientId, clientName: name })
    for (const treatment of removed.treatments)
      found.treatments.push({ ...treatment, clientName: name, removedAt: removalOf(treatment) })
    for (const document of removed.documents)
      found.documents.push({ ...document, clientName: name, removedAt: removalOf(document) })
  }
  const erasedAts = [...erasures.values()].flatMap(({ erasedAt }) => erasedAt ?? []).toSorted()
  return {
    clients: newestFirst(found.clients),
    photos: newestFirst(found.photos),
    treatments: newestFirst(found.treatments),
    documents: newestFirst(found.documents),
    studio: { keepYears: studio.keepYears, why: studio.why, erasesDueClients: studio.erasesDueClients },
    erasedCount: erasures.size,
    lastErasedAt: erasedAts.at(-1) ?? null,
  }
}

/** True when something's time in the trash is over and nothing holds it. */
export function isDue({ dueAt, hold }: Pick<Trashed, 'dueAt' | 'hold'>, now: Date): boolean {
  return Date.parse(dueAt) <= now.getTime() && !isHeld(hold, now)
}

function trashed(row: { removedAt?: string }, hold: Hold | null, goesByItself: boolean): Trashed {
  const removedAt = removalOf(row)
  const dueAt = new Date(Date.parse(removedAt) + trashDays * dayMs).toISOString()
  // what has no moment never becomes due
  return { removedAt, dueAt: row.removedAt === undefined ? never : dueAt, hold, goesByItself }
}

function removalOf({ removedAt }: { removedAt?: string }): string {
  return removedAt ?? new Date(0).toISOString()
}

function newestFirst<Item extends { readonly removedAt: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.removedAt < b.removedAt ? 1 : a.removedAt > b.removedAt ? -1 : 0))
}

function lastDayOf({ addedAt }: FactRows['clients'], photos: readonly FactRows['photos'][]): string {
  const days = photos.flatMap(({ capture }) => (capture ? [captureDay(capture)] : []))
  return [addedAt.slice(0, 10), ...days].toSorted().at(-1) ?? ''
}
