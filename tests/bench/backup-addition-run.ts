import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { type BackupOptions, makeBackup } from '../../electron/library/backup/write-backup.ts'
import { Library } from '../../electron/library/library.ts'
import { keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { photoImported } from '../library/imported-photo.ts'

/** Times a backup to which photos are added beside one of the same library that is written anew. Arguments: an empty folder, photos, kilobytes of each, photos to add. */
const [folder = '', ...counts] = process.argv.slice(2)
const [photoCount = 0, kilobytes = 0, addedCount = 0] = counts.map(Number)
const rounds = 3

const library = await Library.open(join(folder, 'library'), deviceKeysOf())
const ids = { clientId: clientIdSchema.parse(randomUUID()), treatmentId: treatmentIdSchema.parse(randomUUID()) }
const addedAt = new Date().toISOString()
await library.record([
  { type: 'client-added', version: 1, data: { ...ids, name: 'Anna', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { ...ids, name: 'Treatment 1', sessionCount: 3, addedAt } },
])
await addPhotos(photoCount)
const target = join(folder, 'Bench.stipple-backup')
await makeBackup(librarySource(library), target)
const rows = []
for (let round = 0; round < rounds; round++) {
  await addPhotos(addedCount)
  const addition = await measured(target, {})
  const whole = await measured(target, { isWhole: true })
  if (!addition.isAddition || whole.isAddition) throw new Error('The backup was not made as it should have been.')
  rows.push({ addition, whole })
}
await library.close()
process.stdout.write(JSON.stringify(rows))

async function addPhotos(count: number): Promise<void> {
  const source = join(folder, 'photo.jpg')
  for (let from = 0; from < count; from += 100) {
    const events: DomainEvent[] = []
    for (let n = from; n < Math.min(from + 100, count); n++) {
      await writeFile(source, randomBytes(kilobytes * 1024))
      const staged = await stageOriginal(library, source)
      await keepOriginal(library, staged, ids.clientId)
      events.push(photoImported(staged, ids))
    }
    await library.record(events)
  }
  await rm(source, { force: true })
}

async function measured(path: string, options: BackupOptions) {
  const before = await moved()
  const startedAt = performance.now()
  const { added } = await makeBackup(librarySource(library), path, options)
  const ms = performance.now() - startedAt
  const after = await moved()
  const { size } = await stat(path)
  return {
    isAddition: added !== null,
    ms,
    size,
    written: after.written - before.written,
    read: after.read - before.read,
  }
}

/** Bytes that this process wrote and read so far, as Linux counts them. */
async function moved(): Promise<{ written: number; read: number }> {
  const text = await readFile('/proc/self/io', 'utf8')
  const [read = 0, written = 0] = ['rchar', 'wchar'].map((name) => Number(text.match(`${name}: (\\d+)`)?.[1]))
  return { written, read }
}
