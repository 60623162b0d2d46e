import { z } from 'zod'
import { angleSchema } from './angle.ts'
import type { FactRows } from './apply-event.ts'
import { captureDay } from './capture-date.ts'
import type { Facts } from './facts.ts'
import { clientIdSchema, photoIdSchema, treatmentIdSchema } from './ids.ts'
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

/** Everything that was removed and can be restored, what was removed last first, and what was erased since ever. */
export const trashSchema = z.object({
  clients: z.array(trashedClientSchema),
  photos: z.array(trashedPhotoSchema),
  treatments: z.array(trashedTreatmentSchema),
  studio: studioRetentionSchema,
  erasedCount: z.int().nonnegative(),
  lastErasedAt: z.iso.datetime().nullable(),
})
export type Trash = z.infer<typeof trashSchema>

/** The trash of a library. Photos of a client who is in the trash count with the client. */
export function trashOf(facts: Facts): Trash {
  const studio = facts.studioRetention.get('studio') ?? noStudioRetention
  const days = lastDays(facts)
  const photos = photosByClient(facts)
  const withRecords = clientsWithRecords(facts)
  const holdOf = (clientId: string) => {
    const client = facts.clients.get(clientId)
    return client && !client.isSample ? holdOn(client, days.get(clientId) ?? '', studio) : null
  }
  const clients = [...facts.clients.values()].flatMap((client) => {
    if (!client.isRemoved) return []
    const { clientId, name, isSample } = client
    const own = photos.get(clientId) ?? []
    const isEmpty = own.length === 0 && !withRecords.has(clientId)
    const goesByItself = isSample || isEmpty || studio.erasesDueClients
    const cover = own.findLast((photo) => !photo.isRemoved) ?? own.at(-1)
    return {
      ...trashed(client, holdOf(clientId), goesByItself),
      clientId,
      name,
      isSample,
      photoCount: own.length,
      cover: cover ? { photoId: cover.photoId, quarterTurns: cover.quarterTurns } : null,
      retention: client.retention ?? { keepUntil: null, why: '' },
    }
  })
  const removedPhotos = [...facts.photos.values()].flatMap((photo) => {
    const client = facts.clients.get(photo.clientId)
    if (!photo.isRemoved || !client || client.isRemoved) return []
    const { photoId, quarterTurns, clientId, fileName, stage, angle, capture, treatmentId } = photo
    return {
      ...trashed(photo, holdOf(clientId), true),
      photoId,
      quarterTurns,
      clientId,
      clientName: client.name,
      fileName,
      stage,
      angle,
      day: capture && captureDay(capture),
      removedTreatmentId: facts.treatments.get(treatmentId)?.isRemoved ? treatmentId : null,
    }
  })
  const treatments = [...facts.treatments.values()].flatMap((treatment) => {
    const client = facts.clients.get(treatment.clientId)
    if (!treatment.isRemoved || !client || client.isRemoved) return []
    const { treatmentId, name } = treatment
    return { treatmentId, name, clientName: client.name, removedAt: removalOf(treatment) }
  })
  const erasedAts = [...facts.erasures.values()].flatMap(({ erasedAt }) => erasedAt ?? []).toSorted()
  return {
    clients: newestFirst(clients),
    photos: newestFirst(removedPhotos),
    treatments: newestFirst(treatments),
    studio: { keepYears: studio.keepYears, why: studio.why, erasesDueClients: studio.erasesDueClients },
    erasedCount: facts.erasures.size,
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

function photosByClient({ photos }: Facts) {
  const found = new Map<string, FactRows['photos'][]>()
  for (const photo of photos.values()) {
    const own = found.get(photo.clientId)
    if (own) own.push(photo)
    else found.set(photo.clientId, [photo])
  }
  return found
}

/** The clients of whom something was written down. */
function clientsWithRecords({ treatments, treatmentRecords, sessionRecords }: Facts): Set<string> {
  const ids = [...treatmentRecords.values(), ...sessionRecords.values()].map(({ treatmentId }) => treatmentId)
  return new Set(ids.map((treatmentId) => treatments.get(treatmentId)?.clientId ?? ''))
}

/** The last day on which each client was photographed; the day of the addition where that is later. */
function lastDays({ clients, photos }: Facts): Map<string, string> {
  const days = new Map([...clients.values()].map(({ clientId, addedAt }) => [clientId as string, addedAt.slice(0, 10)]))
  for (const { clientId, capture } of photos.values()) {
    if (capture && captureDay(capture) > (days.get(clientId) ?? '')) days.set(clientId, captureDay(capture))
  }
  return days
}
