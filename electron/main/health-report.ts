import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { captureDay } from '../../shared/domain/capture-date.ts'
import type { HealthReport, TroubledPhotos } from '../../shared/ipc/contract.ts'
import { type FreeBytes, freeBytesOf, leastFreeBytes } from '../library/free-space.ts'
import type { LibraryLayout } from '../library/layout.ts'
import type { Library } from '../library/library.ts'
import { quarantinedDays } from '../library/quarantine.ts'
import { compareOriginals } from '../library/reconcile.ts'
import type { LibraryCare } from './library-care.ts'
import type { UpkeepRecord } from './upkeep-record.ts'

/** More photos than this aren't listed one by one. */
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
  const damaged = (await care.originals.damaged()).filter((photoId) => !isMissing.has(photoId))
  const free = await freeBytes(layout.folder)
  const { lastReread, lastFullCheck } = record.present
  return {
    photoCount: facts.photos.size,
    missing: troubled(library, missing),
    damaged: troubled(library, damaged),
    quarantined: await quarantinedDays(layout),
    tornRecordDays: await tornRecordDays(layout),
    lastReread: lastReread && { at: lastReread.at, count: lastReread.count, total: lastReread.total },
    lastFullCheck,
    freeBytes: free,
    isDiskLow: free < leastFreeBytes,
    backup: await care.backupStatus(),
  }
}

function troubled({ facts }: Library, photoIds: readonly string[]): TroubledPhotos {
  const photos = photoIds.slice(0, mostListed).flatMap((photoId) => {
    const photo = facts.photos.get(photoId)
    if (!photo) return []
    const { fileName, capture, clientId } = photo
    return [
      {
        fileName,
        day: capture && captureDay(capture),
        clientName: facts.clients.get(clientId)?.name ?? 'Unknown client',
      },
    ]
  })
  return { count: photoIds.length, photos }
}

async function tornRecordDays({ ledgerFolder }: LibraryLayout): Promise<string[]> {
  const names = (await readdir(ledgerFolder)).filter((name) => name.startsWith('torn-'))
  const infos = await Promise.all(names.map((name) => stat(join(ledgerFolder, name))))
  return infos.map(({ mtime }) => mtime.toISOString().slice(0, 10)).sort()
}
