import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { makeRendition } from '../../electron/engine/tasks/make-rendition.ts'
import { EnginePool } from '../../electron/engine-pool/engine-pool.ts'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import type { FreeBytes } from '../../electron/library/free-space.ts'
import type { Library } from '../../electron/library/library.ts'
import { quarantinedDays } from '../../electron/library/quarantine.ts'
import { type DocumentPlace, Documents } from '../../electron/main/documents.ts'
import { healthReport } from '../../electron/main/health-report.ts'
import { LibraryCare } from '../../electron/main/library-care.ts'
import { Renditions } from '../../electron/main/renditions.ts'
import { UpkeepRecord } from '../../electron/main/upkeep-record.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { filesHolding } from './files-holding.ts'
import { openLibrary } from './filled-library.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { factsIn } from './library-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

const heic = join(import.meta.dirname, '../fixtures/photos/cheers_1440x960.heic')
const description = { kind: 'consent-form', title: 'Consent', signedOn: '2026-03-14', notes: '' } as const
const plainWords = 'TAKES BLOOD THINNERS EVERY MORNING'

/** Adds a client with a treatment. */
async function addClient(library: Library, name: string): Promise<DocumentPlace> {
  const client = clientAdded(name)
  const { clientId, addedAt } = client.data
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const treatment = { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])
  return { clientId, treatmentId, description }
}

async function documentsOf(library: Library, freeBytes?: FreeBytes) {
  const engine = () => inProcessEngine({ 'inspect-photo': inspectPhoto, 'make-rendition': makeRendition })
  const pool = new EnginePool(engine, 1)
  onTestFinished(() => pool.close())
  const renditions = new Renditions(library, pool)
  return { documents: new Documents(library, pool, renditions, freeBytes), renditions }
}

async function open(freeBytes?: FreeBytes) {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  const place = await addClient(library, 'Anna Beispiel')
  return { folder, library, place, files: await temporaryFolder(), ...(await documentsOf(library, freeBytes)) }
}

/** A file as a form program writes it: what it says stands in it in plain letters. */
async function writePdf(folder: string, name = 'Consent.pdf', byteSize = 2_500_000): Promise<string> {
  const path = join(folder, name)
  const head = Buffer.from(`%PDF-1.4\n(${plainWords}) Tj\n`)
  await writeFile(path, Buffer.concat([head, randomBytes(byteSize - head.length)]))
  return path
}

async function staged({ layout }: Library): Promise<string[]> {
  return readdir(layout.staging).catch(() => [])
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path)
  bytes[bytes.length - 20]! ^= 1
  await rm(path, { force: true })
  await writeFile(path, bytes)
}

test('a PDF and a picture are there after a restart, sealed, and come out as they went in', async () => {
  const { folder, library, place, files, documents } = await open()
  const pdf = await writePdf(files)
  const attached = await documents.attach(pdf, place)
  expect(attached).toMatchObject({ outcome: 'attached', document: { fileName: 'Consent.pdf', picture: null } })
  const scan = (await documents.attach(heic, { ...place, description: { ...description, title: 'Scan' } })).document
  expect(scan.picture).toEqual({ widthPx: 1440, heightPx: 960 })
  expect(await staged(library)).toEqual([])
  const facts = factsIn(library)
  await library.close()
  for (const plain of [plainWords, 'Consent.pdf', 'cheers'])
    expect(await filesHolding(folder, Buffer.from(plain))).toEqual([])
  expect(await filesHolding(files, Buffer.from(plainWords))).toEqual([pdf])

  const again = await openLibrary(folder)
  expect(factsIn(again)).toEqual(facts)
  expect(again.notices).toEqual([])
  const { documents: second, renditions } = await documentsOf(again)
  const copy = join(files, 'Copy.pdf')
  const fractions: number[] = []
  await second.saveCopy(attached.document.documentId, copy, { onProgress: (fraction) => fractions.push(fraction) })
  expect((await readFile(copy)).equals(await readFile(pdf))).toBe(true)
  expect(fractions).toHaveLength(3)
  expect(fractions.at(-1)).toBe(1)
  for (const [rendition, width] of [
    ['thumb', 400],
    ['work', 1440],
    ['full', 1440],
  ] as const) {
    const { bytes } = await renditions.read(scan.documentId, rendition)
    expect((await sharp(bytes).metadata()).width).toBe(width)
  }
  await expect(renditions.read(attached.document.documentId, 'thumb')).rejects.toMatchObject({ code: 'photo-missing' })
})

test('a picture that was made before is made again when it is gone', async () => {
  const { library, place, documents, renditions } = await open()
  const { documentId } = (await documents.attach(heic, place)).document
  await rm(library.layout.rendition(documentId, '0.thumb.webp'))
  expect((await sharp((await renditions.read(documentId, 'thumb')).bytes).metadata()).width).toBe(400)
})

test('a file that only looks like a picture is attached as the bytes that it is', async () => {
  const { place, files, documents } = await open()
  for (const [name, bytes] of [
    ['broken.jpg', Buffer.from('\xff\xd8\xff rest', 'latin1')],
    ['program.exe', Buffer.from('MZ\x90\0 something', 'latin1')],
    ['note.txt', Buffer.from('Allergic to lanolin')],
  ] as const) {
    const path = join(files, name)
    await writeFile(path, bytes)
    const { document } = await documents.attach(path, place)
    expect(document).toMatchObject({ fileName: name, picture: null, byteSize: bytes.length })
    await documents.saveCopy(document.documentId, `${path} copy`)
    expect(await readFile(`${path} copy`)).toEqual(bytes)
  }
})

test('a backup holds documents, and the restored library gives them back', async () => {
  const { library, place, files, documents } = await open()
  const pdf = await writePdf(files)
  const { documentId } = (await documents.attach(pdf, place)).document
  const target = join(await temporaryFolder(), 'Studio.stipple-backup')
  await makeBackup(librarySource(library), target)
  // what the library loses is taken over from the backup that still has it
  await rm(library.layout.object(documentId), { force: true })
  expect(await makeBackup(librarySource(library), target)).toMatchObject({ carriedOver: 1, missingCount: 0 })
  const folder = join(await temporaryFolder(), 'restored')
  await unpackBackup(target, folder, checkLibrary)
  const restored = await openLibrary(folder)
  expect(restored.notices).toEqual([])
  const copy = join(files, 'Copy.pdf')
  await (await documentsOf(restored)).documents.saveCopy(documentId, copy)
  expect((await readFile(copy)).equals(await readFile(pdf))).toBe(true)
})

test('a missing document is told and not forgotten, one removed is no orphan, an unknown file is set aside', async () => {
  const { folder, library, place, files, documents } = await open()
  const lost = (await documents.attach(await writePdf(files, 'lost.pdf'), place)).document.documentId
  const removed = (await documents.attach(await writePdf(files, 'removed.pdf'), place)).document.documentId
  await library.record([{ type: 'document-removed', version: 1, data: { documentId: removed } }])
  const [lostPath, orphan] = [library.layout.object(lost), library.layout.objectNamed('ab'.repeat(32))]
  await library.close()
  await rm(lostPath, { force: true })
  await mkdir(dirname(orphan), { recursive: true })
  await writeFile(orphan, 'bytes')
  const again = await openLibrary(folder)
  await again.settle()
  expect(again.notices).toEqual([
    { kind: 'documents-missing', count: 1 },
    { kind: 'orphans-found', count: 1 },
  ])
  expect((await stat(again.layout.object(removed))).isFile()).toBe(true)
  expect(await quarantinedDays(again.layout)).toMatchObject([{ count: 1 }])
  await again.record([{ type: 'document-restored', version: 1, data: { documentId: removed } }])
  await (await documentsOf(again)).documents.saveCopy(removed, join(files, 'back.pdf'))
})

test('what was attached is read again; missing and damaged documents are named, and put right by adding the file again', async () => {
  const { folder, library, place, files, documents } = await open()
  const names = ['a.pdf', 'b.pdf', 'c.pdf']
  const paths = await Promise.all(names.map((name, index) => writePdf(files, name, 1000 + index)))
  const ids = []
  for (const [index, path] of paths.entries()) {
    const said = { ...description, title: `Form ${index}` }
    ids.push((await documents.attach(path, { ...place, description: said })).document.documentId)
  }
  const record = await UpkeepRecord.open(join(folder, '../upkeep.json'))
  const care = new LibraryCare(library, record, join(folder, '../test'))
  await rm(library.layout.object(ids[0]!), { force: true })
  await flip(library.layout.object(ids[1]!))
  expect(await care.checkAll({})).toBe(3)
  const named = (title: string) => ({ clientName: 'Anna Beispiel', day: '2026-03-14', fileName: title })
  expect(await healthReport(library, care, record)).toMatchObject({
    photoCount: 0,
    missing: { count: 0 },
    damaged: { count: 0 },
    documentCount: 3,
    missingDocuments: { count: 1, photos: [named('Form 0')] },
    damagedDocuments: { count: 1, photos: [named('Form 1')] },
  })
  const { lastSeq } = library
  for (const path of paths.slice(0, 2)) expect((await documents.attach(path, place)).outcome).toBe('put-back')
  expect(await documents.attach(paths[2]!, place)).toMatchObject({ outcome: 'already', document: { title: 'Form 2' } })
  expect(library.lastSeq).toBe(lastSeq)
  expect(await healthReport(library, care, record)).toMatchObject({
    missingDocuments: { count: 0 },
    damagedDocuments: { count: 0 },
  })
})

test('the same sheet of two clients is two files, each sealed with its own client’s key', async () => {
  const { library, place, files, documents } = await open()
  const other = await addClient(library, 'Ben')
  const sheet = await writePdf(files, 'Aftercare.pdf')
  const one = (await documents.attach(sheet, place)).document.documentId
  const two = (await documents.attach(sheet, other)).document.documentId
  const [first, second] = [library.layout.object(one), library.layout.object(two)]
  expect(basename(first)).not.toBe(basename(second))
  expect(basename(first)).not.toContain(
    createHash('sha256')
      .update(await readFile(sheet))
      .digest('hex')
      .slice(0, 8),
  )
  const keyIdOf = async (path: string) => (await readFile(path)).subarray(9, 25).toString('hex')
  const idOf = (clientId: ClientId) => library.keys.keyIdFor(clientId)
  expect(await keyIdOf(first)).toBe(await idOf(place.clientId))
  expect(await keyIdOf(second)).toBe(await idOf(other.clientId))
  await rm(first, { force: true })
  await documents.saveCopy(two, join(files, 'copy.pdf'))
})

test('what can’t be attached is refused by name, and leaves nothing behind', async () => {
  const { library, place, files, documents } = await open()
  const [huge, empty, link, pdf] = ['huge.pdf', 'empty.pdf', 'link.pdf', 'plain.pdf'].map((name) => join(files, name))
  await writeFile(huge!, '')
  await truncate(huge!, 100 * 1024 ** 2 + 1)
  await writeFile(empty!, '')
  await writePdf(files, 'plain.pdf', 1000)
  await symlink(pdf!, link!)
  const { lastSeq } = library
  const errorOf = (path: string, at = place) => documents.attach(path, at).catch((error: unknown) => error)
  expect(await errorOf(huge!)).toMatchObject({ code: 'picture-too-large', details: { fileName: 'huge.pdf' } })
  expect(await errorOf(empty!)).toMatchObject({ code: 'unsupported-format', details: { fileName: 'empty.pdf' } })
  expect(await errorOf(link!)).toMatchObject({ code: 'file-unreadable', details: { fileName: 'link.pdf' } })
  expect(await errorOf(files)).toMatchObject({ code: 'file-unreadable' })
  const nobody = clientIdSchema.parse(randomUUID())
  expect(await errorOf(pdf!, { ...place, clientId: nobody })).toMatchObject({
    code: 'refused',
    details: { fileName: 'plain.pdf', reason: 'There is no such client.' },
  })
  const aborted = { signal: AbortSignal.abort() }
  await expect(documents.attach(pdf!, place, aborted)).rejects.toMatchObject({ code: 'cancelled' })
  expect(library.lastSeq).toBe(lastSeq)
  expect(await staged(library)).toEqual([])
  expect(await readdir(library.layout.objects)).toEqual([])
})

test('with too little room nothing is attached, and the figures are told', async () => {
  const { place, files, documents, library } = await open(async () => 1024 ** 3)
  await expect(documents.attach(await writePdf(files), place)).rejects.toMatchObject({
    code: 'disk-full',
    details: { reason: expect.stringContaining('1.0 GB are') },
  })
  expect(library.facts.documents.size).toBe(0)
})

test('a copy is whole or not there at all, and never inside the library', async () => {
  const { library, place, files, documents } = await open()
  const { documentId } = (await documents.attach(await writePdf(files), place)).document
  const folder = join(files, 'place')
  await mkdir(folder)
  const target = join(folder, 'Consent.pdf')
  await writeFile(target, 'what stood there')
  const abort = new AbortController()
  const stopping = documents.saveCopy(documentId, target, { signal: abort.signal, onProgress: () => abort.abort() })
  await expect(stopping).rejects.toMatchObject({ code: 'cancelled' })
  await expect(documents.saveCopy(documentId, join(library.layout.folder, 'x.pdf'))).rejects.toMatchObject({
    code: 'refused',
  })
  await expect(documents.saveCopy(documentId, join(folder, 'none', 'x.pdf'))).rejects.toMatchObject({
    code: 'folder-unavailable',
  })
  await flip(library.layout.object(documentId))
  const damaged = expect.stringContaining('“Consent” was damaged')
  await expect(documents.saveCopy(documentId, target)).rejects.toMatchObject({
    code: 'picture-damaged',
    details: { reason: damaged },
  })
  await rm(library.layout.object(documentId), { force: true })
  await expect(documents.saveCopy(documentId, target)).rejects.toMatchObject({ code: 'photo-missing' })
  expect(await readdir(folder)).toEqual(['Consent.pdf'])
  expect(await readFile(target, 'utf8')).toBe('what stood there')
  expect(await readdir(library.layout.folder)).not.toContain('x.pdf')
})
