import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { eraseClient } from '../../electron/library/erasure/erase.ts'
import { Library } from '../../electron/library/library.ts'
import { keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { photoImported } from '../library/imported-photo.ts'

/**
 * A process that adds a client with two photos, erases the client and says the id on standard output once that may be believed, over and over, until it is killed. A first client
 * stays. Arguments: library folder, folder for its source files, and `too-early` to say it before anything is written (the test's control).
 */
const [libraryFolder, sourceFolder, when] = process.argv.slice(2) as [string, string, string]
const library = await Library.open(libraryFolder, deviceKeysOf())
if (library.facts.clients.size === 0) await addClient('Bea Bleibt')
process.stdout.write('ready\n')

for (;;) {
  const clientId = await addClient('Gerd Geht')
  await library.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }])
  if (when === 'too-early') {
    process.stdout.write(`${clientId}\n`)
    await setTimeout(30)
  }
  // a little time between the steps gives the kill a chance to come there
  await eraseClient(library, clientId, () => setTimeout(2))
  if (when !== 'too-early') process.stdout.write(`${clientId}\n`)
}

async function addClient(name: string) {
  const clientId = clientIdSchema.parse(randomUUID())
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const addedAt = new Date().toISOString()
  await library.record([
    { type: 'client-added', version: 1, data: { clientId, name, isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'First', sessionCount: 3, addedAt } },
  ])
  for (const n of [1, 2]) {
    const source = join(sourceFolder, `photo-${n}.jpg`)
    await writeFile(source, randomUUID().repeat(500))
    const staged = await stageOriginal(library, source)
    await keepOriginal(library, staged, clientId)
    await library.record([photoImported(staged, { clientId, treatmentId })])
  }
  return clientId
}
