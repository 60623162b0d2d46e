import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import type { Library } from '../../electron/library/library.ts'
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

/** A client with a photo of each of these names; what each photo holds is its number, many times. */
async function libraryOf(fileNames: readonly string[], clientName: string): Promise<Library> {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  const client = clientAdded(clientName)
  const clientId = clientIdSchema.parse(client.data.clientId)
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const { addedAt } = client.data
  const treatment = { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])
  for (const [index, fileName] of fileNames.entries()) {
    const source = join(await temporaryFolder(), fileName)
    await writeFile(source, `${index} `.repeat(50))
    const staged = await stageOriginal(library, source)
    await keepOriginal(library, staged, clientId)
    await library.record([photoImported(staged, { clientId, treatmentId })])
  }
  return library
}

/** Two cards of the same camera, and every name that programs trip over. */
const twoCards = ['IMG_0001.jpg', ...possible, 'IMG_0001.jpg']

test('all names together, one of them twice, come back as they were and in their order', async () => {
  const library = await libraryOf(twoCards, 'Anna Beispiel')
  const photos = [...library.facts.photos.values()]
  expect(photos.map(({ fileName }) => fileName)).toEqual(twoCards)
  for (const { photoId } of photos) expect(await isOriginalIntact(library, photoId)).toBe(true)
})

test('control: a library that names its files as the photos were named, and lists them line by line, loses some', async () => {
  const folder = await temporaryFolder()
  const list = join(folder, 'list.txt')
  const refused: string[] = []
  for (const [index, fileName] of twoCards.entries()) {
    try {
      await writeFile(join(folder, `${fileName}.sealed`), `${index} `.repeat(50))
      await appendFile(list, `${fileName}\n`)
    } catch {
      refused.push(fileName)
    }
  }
  expect(refused).toContain(`${'é'.repeat(125)}.jpg`)
  const listed = (await readFile(list, 'utf8')).split('\n').slice(0, -1)
  expect(listed).not.toContain('two\nlines.jpg')
  expect(await readFile(join(folder, 'IMG_0001.jpg.sealed'), 'utf8')).not.toMatch(/^0 /)
})

test.each(possible)('the name “%s” comes back as it was, after a restart and from a backup', async (name) => {
  const library = await libraryOf([name], name.trim())
  const target = join(await temporaryFolder(), 'all.stipple-backup')
  await makeBackup(librarySource(library), target)
  await library.close()
  const unpacked = join(await temporaryFolder(), 'library')
  await unpackBackup(target, unpacked, checkLibrary)
  for (const place of [library.layout.folder, unpacked]) {
    const again = await openLibrary(place)
    const [photo] = again.facts.photos.values()
    expect(photo?.fileName).toBe(name)
    expect([...again.facts.clients.values()].map((client) => client.name)).toEqual([name.trim()])
    expect(await isOriginalIntact(again, photo!.photoId)).toBe(true)
    expect(again.notices).toEqual([])
    await again.close()
  }
})
