import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { captureDay } from '../../shared/domain/capture-date.ts'
import { documentIdSchema } from '../../shared/domain/ids.ts'
import type { HealthReport, TroubledPhotos } from '../../shared/ipc/care.ts'
import { t } from '../../shared/words/translate.ts'
import { keptLibraries } from '../library/erasure/kept-libraries.ts'
import { type FreeBytes, freeBytesOf, leastFreeBytes } from '../library/free-space.ts'
import type { LibraryLayout } from '../library/layout.ts'
import type { Library } from '../library/library.ts'
import { quarantinedDays } from '../library/quarantine.ts'
import { compareOriginals } from '../library/reconcile.ts'
import type { LibraryCare } from './library-care.ts'
import type { UpkeepRecord } from './upkeep-record.ts'

/** More files than this aren't listed one by one. */
const mostListed = 200

/** Looks how the library is now: every original's place and size, what was set aside, room, and the dates of the upkeep. */
export async function healthReport(
  library: Library,
  care: LibraryCare,
  record: UpkeepRecord,
  freeBytes: FreeBytes = freeBytesOf,
): Promise<HealthReport> {
  const { layout, facts } = library
  const { missing } = await compareOriginals(library)
  const isMissing = new Set<string>(missing)
  const damaged = (await care.originals.damaged()).filter((originalId) => !isMissing.has(originalId))
  const free = await freeBytes(layout.folder)
  const { lastReread, lastFullCheck } = record.present
  return {
    photoCount: facts.photos.size,
    missing: troubledPhotos(library, missing),
    damaged: troubledPhotos(library, damaged),
    documentCount: facts.documents.size,
    missingDocuments: troubledDocuments(library, missing),
    damagedDocuments: troubledDocuments(library, damaged),
    quarantined: await quarantinedDays(layout),
    tornRecordDays: await tornRecordDays(layout),
    keptLibraries: (await keptLibraries(layout.folder)).map(({ keptAt, goesAt }) => ({
      keptAt: keptAt.toISOString(),
      goesAt: goesAt.toISOString(),
    })),
    lastReread: lastReread && { at: lastReread.at, count: lastReread.count, total: lastReread.total },
    lastFullCheck,
    freeBytes: free,
    isDiskLow: free < leastFreeBytes,
    backup: await care.backupStatus(),
  }
}

function troubledPhotos(library: Library, originalIds: readonly string[]): TroubledPhotos {
  const photoIds = originalIds.filter((id) => library.facts.photos.has(id))
  return troubled(library, photoIds, (id) => {
    const photo = library.facts.photos.get(id)
    return photo && { ...photo, day: photo.capture && captureDay(photo.capture) }
  })
}

function troubledDocuments(library: Library, originalIds: readonly string[]): TroubledPhotos {
  const documentIds = originalIds.filter((id) => documentIdSchema.safeParse(id).success)
  return troubled(library, documentIds, (id) => {
    const document = library.facts.documents.get(id)
    return document && { ...document, fileName: document.title, day: document.signedOn }
  })
}

/** How many originals, and the first of them by what people know of them. */
function troubled(
  { facts }: Library,
  originalIds: readonly string[],
  find: (id: string) => { clientId: string; fileName: string; day: string | null } | undefined,
): TroubledPhotos {
  const found = originalIds.slice(0, mostListed).flatMap((id) => find(id) ?? [])
  const photos = found.map(({ clientId, fileName, day }) => ({
    fileName,
    day,
    clientName: facts.clients.get(clientId)?.name ?? t('Unknown client'),
  }))
  return { count: originalIds.length, photos }
}

async function tornRecordDays({ ledgerFolder }: LibraryLayout): Promise<string[]> {
  const names = (await readdir(ledgerFolder)).filter((name) => name.startsWith('torn-'))
  const infos = await Promise.all(names.map((name) => stat(join(ledgerFolder, name))))
  return infos.map(({ mtime }) => mtime.toISOString().slice(0, 10)).sort()
}
