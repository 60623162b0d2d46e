import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Library } from '../../electron/library/library.ts'
import { keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { photoImported } from '../library/imported-photo.ts'
import { letSyncsDoNothing } from './syncs-do-nothing.ts'

/**
 * A process that imports one original after another and says each one's hash on standard output as soon as it may be believed safe, until it is killed.
 * Arguments: library folder, folder for its source files, and as a test's control `too-early` to say it before the ledger was written, or `unsynced` to sync nothing.
 */
const [libraryFolder, sourceFolder, when] = process.argv.slice(2) as [string, string, string]
if (when === 'unsynced') await letSyncsDoNothing()
const library = await Library.open(libraryFolder, deviceKeysOf())
const clientId = clientIdSchema.parse(randomUUID())
const treatmentId = treatmentIdSchema.parse(randomUUID())
const addedAt = new Date().toISOString()
await library.record([
  {
    type: 'client-added',
    version: 1,
    data: { clientId, name: 'Kim Kontrolle', isSample: false, addedAt, isRemoved: false },
  },
  {
    type: 'treatment-added',
    version: 1,
    data: { treatmentId, clientId, name: 'First treatment', sessionCount: 3, addedAt },
  },
])
process.stdout.write('ready\n')

for (;;) {
  const source = join(sourceFolder, 'photo.jpg')
  await writeFile(source, randomUUID().repeat(2000))
  const staged = await stageOriginal(library, source)
  if (when === 'too-early') {
    process.stdout.write(`${staged.photoId}\n`)
    await setTimeout(30)
  }
  await keepOriginal(library, staged, clientId)
  await library.record([photoImported(staged, { clientId, treatmentId })])
  if (when !== 'too-early') process.stdout.write(`${staged.photoId}\n`)
}
