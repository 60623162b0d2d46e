import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { isOriginalIntact, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { openLibrary } from '../library/filled-library.ts'
import { photoImported } from '../library/imported-photo.ts'
import { clientAdded, temporaryFolder } from '../library/temporary-library.ts'

/** Names that programs trip over; Windows itself can't make some of them. */
const names = [
  'before 😀👩🏽‍🦲.jpg',
  'Müller composed.jpg'.normalize('NFC'),
  'Müller decomposed.jpg'.normalize('NFD'),
  `${'é'.repeat(125)}.jpg`,
  'right\u202Egpj.exe',
  'CON',
  'nul.jpg',
  'two\nlines.jpg',
  '  blanks at both ends  ',
  '..jpg',
  '-rf *.jpg',
  '%2e%2e%2fetc%2fpasswd.jpg',
  "'; DROP TABLE photos; --.jpg",
  '<img src=x onerror=alert(1)>.jpg',
  'ends with a dot.',
  'tab\there.jpg',
]
const possible = process.platform === 'win32' ? names.slice(0, 5) : names

test.each(possible)('the name “%s” comes back as it was, after a restart and from a backup', async (name) => {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  const client = clientAdded(name.trim())
  const clientId = clientIdSchema.parse(client.data.clientId)
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const { addedAt } = client.data
  await library.record([
    client,
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt },
    },
  ])
  const source = join(await temporaryFolder(), name)
  await writeFile(source, name.repeat(20))
  const staged = await stageOriginal(library, source)
  await keepOriginal(library, staged, clientId)
  await library.record([photoImported(staged, { clientId, treatmentId })])
  const target = join(await temporaryFolder(), 'all.stipple-backup')
  await makeBackup(librarySource(library), target)
  await library.close()
  const unpacked = join(await temporaryFolder(), 'library')
  await unpackBackup(target, unpacked, checkLibrary)
  for (const place of [folder, unpacked]) {
    const again = await openLibrary(place)
    const [photo] = again.facts.photos.values()
    expect(photo?.fileName).toBe(name)
    expect(again.facts.clients.get(clientId)?.name).toBe(name.trim())
    expect(await isOriginalIntact(again, staged.photoId)).toBe(true)
    expect(again.notices).toEqual([])
    await again.close()
  }
})
