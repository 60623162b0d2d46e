import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { inspectBackup, unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { readCheckpoint } from '../../electron/library/checkpoint.ts'
import { deletePhotos, eraseClient } from '../../electron/library/erasure/erase.ts'
import { addErasedKeyIds, readErasedKeyIds } from '../../electron/library/erasure/erased-keys.ts'
import { filesBelow } from '../../electron/library/erasure/gone-files.ts'
import { libraryPlaces } from '../../electron/library/layout.ts'
import type { Library } from '../../electron/library/library.ts'
import { isOriginalIntact, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { sealBytes } from '../../electron/sealed/sealed-file.ts'
import { pairKeyOf } from '../../shared/domain/alignment.ts'
import { rowsOf } from '../../shared/domain/client-rows.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { type ClientId, type PhotoId, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { blankSessionRecord } from '../../shared/domain/session-record.ts'
import { openLibrary } from './filled-library.ts'
import { photoImported } from './imported-photo.ts'
import { factsIn, recordsIn } from './library-content.ts'
import { countHolding, readableContent } from './readable-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

const name = 'Zoë Unverwechselbar'

interface Person {
  readonly clientId: ClientId
  readonly photoIds: PhotoId[]
  /** What would give the person away: words, ids, and a piece of each picture. */
  readonly traces: Buffer[]
}

/** A client with everything that a library holds of somebody: photos, a rendition, a pair, records, a file that was set aside, an export. */
async function addPerson(library: Library, clientName: string, now: Date): Promise<Person> {
  const { layout, keys } = library
  const added = clientAdded(clientName)
  const { clientId, addedAt } = added.data
  const treatmentId = treatmentIdSchema.parse(randomUUID())
  const treatment = { treatmentId, clientId, name: `Hairline of ${clientName}`, sessionCount: 3, addedAt }
  await library.record([added, { type: 'treatment-added', version: 1, data: treatment }])
  const folder = await temporaryFolder()
  const traces = [Buffer.from(clientName)]
  const photoIds: PhotoId[] = []
  for (const n of [1, 2]) {
    const bytes = randomBytes(3000)
    const path = join(folder, `${clientName} ${n}.jpg`)
    await writeFile(path, bytes)
    const staged = await stageOriginal(library, path)
    await keepOriginal(library, staged, clientId)
    await library.record([photoImported(staged, { clientId, treatmentId })])
    const picture = randomBytes(500)
    const rendition = layout.rendition(staged.photoId, '0.thumb.webp')
    await mkdir(dirname(rendition), { recursive: true })
    await writeFile(rendition, sealBytes(keys.sealFor(await keys.keyIdFor(clientId), rendition), picture))
    traces.push(Buffer.from(staged.photoId), bytes.subarray(1000, 1032), picture.subarray(100, 132))
    photoIds.push(staged.photoId)
  }
  const [reference, moving] = photoIds.map((photoId) => library.facts.photos.get(photoId)!)
  const day = join(layout.quarantine, now.toISOString().slice(0, 10))
  await mkdir(day, { recursive: true })
  await cp(layout.object(reference!.photoId), join(day, `${randomBytes(32).toString('hex')}`))
  await library.record([
    {
      type: 'landmarks-placed',
      version: 1,
      data: {
        pairKey: pairKeyOf(reference!, moving!),
        referenceId: reference!.photoId,
        movingId: moving!.photoId,
        landmarks: [],
      },
    },
    {
      type: 'session-recorded',
      version: 1,
      data: { ...blankSessionRecord(treatmentId, 'session-1'), notes: `Notes on ${clientName}` },
    },
    {
      type: 'comparison-exported',
      version: 3,
      data: {
        photoIds,
        purpose: 'for-the-client',
        consentVersion: null,
        fileName: 'comparison.png',
        kind: 'picture',
        format: 'png',
        widthPx: 10,
        heightPx: 10,
        durationSeconds: null,
        outputSha256: 'ab'.repeat(32),
      },
    },
  ])
  return { clientId, photoIds, traces }
}

const toTrash = (library: Library, clientId: ClientId) =>
  library.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }])

async function twoPeople(home?: string) {
  const folder = join(home ?? (await temporaryFolder()), 'library')
  const library = await openLibrary(folder)
  const now = new Date()
  const zoe = await addPerson(library, name, now)
  const ben = await addPerson(library, 'Ben Bleibt', now)
  // two people in one line of the ledger
  const renamed = (clientId: ClientId, newName: string): DomainEvent => ({
    type: 'client-renamed',
    version: 1,
    data: { clientId, name: newName },
  })
  await library.record([renamed(ben.clientId, 'Ben Bleibt Da'), renamed(zoe.clientId, `${name} II`)])
  await library.record([renamed(zoe.clientId, name), renamed(ben.clientId, 'Ben Bleibt')])
  await toTrash(library, zoe.clientId)
  return { folder, library, zoe, ben }
}

async function countTraces(folder: string, { traces }: Person): Promise<number[]> {
  const content = await readableContent(folder)
  return traces.map((trace) => countHolding(content, trace))
}

const isIn = (counts: number[]) => counts.some((count) => count > 0)

/** Everything that must be so once a client is erased, whoever looks. */
async function expectErased(folder: string, zoe: Person, ben: Person): Promise<void> {
  expect(isIn(await countTraces(folder, zoe)), 'a trace can be read').toBe(false)
  const library = await openLibrary(folder)
  await library.settle()
  expect(library.notices).toEqual([])
  expect([...library.facts.clients.keys()]).toEqual([ben.clientId])
  expect([...library.facts.photos.keys()].sort()).toEqual([...ben.photoIds].sort())
  for (const photoId of ben.photoIds) expect(await isOriginalIntact(library, photoId)).toBe(true)
  expect(library.facts.erasures.size).toBe(1)
  expect(JSON.stringify(await recordsIn(library))).not.toContain(name)
  const { layout } = library
  expect(await filesBelow(layout.objects)).toHaveLength(2)
  expect(await filesBelow(layout.quarantine)).toHaveLength(1)
  expect(await filesBelow(layout.derived)).toHaveLength(2)
  expect((await readErasedKeyIds(layout)).size).toBe(1)
  await library.record([clientAdded('Goes on')])
  await library.close()
}

test('an erased client leaves nothing that anybody can read, and nobody else loses anything', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  const before = library.lastSeq
  const others = (await recordsIn(library)).filter(({ event }) => JSON.stringify(event).includes(ben.clientId))
  expect(
    (await countTraces(folder, zoe)).every((count) => count > 0),
    'control',
  ).toBe(true)
  await eraseClient(library, zoe.clientId)
  expect(library.lastSeq).toBe(before + 1)
  expect([...library.facts.clients.keys()]).toEqual([ben.clientId])
  for (const [table, rows] of Object.entries(rowsOf(factsIn(library))))
    if (table !== 'erasures') expect(JSON.stringify(rows), table).not.toContain(zoe.clientId)
  const live = factsIn(library)
  const liveRecords = await recordsIn(library)
  for (const record of others) expect(liveRecords).toContainEqual(record)
  expect(liveRecords.at(-1)).toMatchObject({ seq: before + 1, event: { type: 'client-erased' } })
  await library.close()
  const again = await openLibrary(folder)
  expect(factsIn(again)).toEqual(live)
  expect(await recordsIn(again)).toEqual(liveRecords)
  expect(again.lastSeq).toBe(before + 1)
  await again.close()
  await expectErased(folder, zoe, ben)
})

test('control: with the tombstone alone, as long as the key is there, everything can still be read', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  const early = join(folder, '../early')
  await eraseClient(library, zoe.clientId, async () => {
    if (!(await readdir(dirname(folder))).includes('early')) await cp(folder, early, { recursive: true })
  })
  expect((await countTraces(early, zoe)).every((count) => count > 0)).toBe(true)
  const again = await openLibrary(early)
  await again.close()
  await expectErased(early, zoe, ben)
})

test('a crash between any two steps of an erasure is ended at the next start', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  const crashed = join(folder, '../crashed')
  let steps = 0
  await eraseClient(library, zoe.clientId, () => cp(folder, join(crashed, String(steps++)), { recursive: true }))
  expect(steps).toBeGreaterThanOrEqual(8)
  for (let step = 0; step < steps; step++) {
    const image = join(crashed, String(step))
    await (await openLibrary(image)).close()
    await expectErased(image, zoe, ben)
  }
})

test('an erasure that the disk refuses half way is ended at the next start', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  let steps = 0
  const failing = eraseClient(library, zoe.clientId, () => {
    if (++steps === 4) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  })
  await expect(failing).rejects.toThrow()
  await library.close()
  await (await openLibrary(folder)).close()
  await expectErased(folder, zoe, ben)
})

test('nothing more is sealed for a client who was erased, and nobody is erased outside the trash', async () => {
  const { library, zoe, ben } = await twoPeople()
  await expect(eraseClient(library, ben.clientId)).rejects.toMatchObject({ code: 'refused' })
  await eraseClient(library, zoe.clientId)
  await expect(library.keys.keyIdFor(zoe.clientId)).rejects.toMatchObject({ code: 'refused' })
  await expect(library.record([clientAdded(name, zoe.clientId)])).rejects.toMatchObject({ code: 'refused' })
  await expect(eraseClient(library, zoe.clientId)).rejects.toMatchObject({ code: 'refused' })
  expect(library.facts.clients.size).toBe(1)
})

test('a key that is gone without a tombstone is damage, and is told as such', async () => {
  const { folder, library, zoe } = await twoPeople()
  const places = libraryPlaces(folder)
  const keyId = library.keys.findKeyId(zoe.clientId)!
  await library.close()
  const keysFile = JSON.parse(await readFile(places.keys, 'utf8'))
  keysFile.clients = keysFile.clients.filter((client: { keyId: string }) => client.keyId !== keyId)
  await writeFile(places.keys, JSON.stringify(keysFile))
  const ledger = await readFile(places.ledger)
  await expect(openLibrary(folder)).rejects.toMatchObject({
    code: 'library-damaged',
    details: { reason: expect.stringContaining('the key to a part of it is gone') },
  })
  expect(await readFile(places.ledger)).toEqual(ledger)
  // the same with the key's id among the erased ones: somebody said so
  await addErasedKeyIds(places, [keyId])
  const opened = await openLibrary(folder)
  expect(opened.facts.clients.size).toBe(1)
  expect(opened.facts.erasures.get(keyId)?.clientId).toBeNull()
})

test('a changed byte in an erased client’s line is damage all the same', async () => {
  const { folder, library, zoe } = await twoPeople()
  await eraseClient(library, zoe.clientId)
  await library.close()
  const { ledger } = libraryPlaces(folder)
  const bytes = await readFile(ledger)
  bytes[200]! ^= 1
  await writeFile(ledger, bytes)
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library-damaged' })
})

test('a list of erased keys that names the library’s own key or strangers does no harm', async () => {
  const { folder, library, ben } = await twoPeople()
  await library.close()
  await addErasedKeyIds(libraryPlaces(folder), ['0'.repeat(32), 'ab'.repeat(16)])
  const again = await openLibrary(folder)
  expect(again.facts.clients.size).toBe(2)
  expect(again.facts.erasures.size).toBe(0)
  for (const photoId of ben.photoIds) expect(await isOriginalIntact(again, photoId)).toBe(true)
})

test('a photo that went over to another client before is left alone when the first one is erased', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  const [photoId] = zoe.photoIds
  const { keys, layout } = library
  const treatment = [...library.facts.treatments.values()].find(({ clientId }) => clientId === ben.clientId)!
  const photo = library.facts.photos.get(photoId!)!
  const given = { ...photo, clientId: ben.clientId, treatmentId: treatment.treatmentId, isRemoved: false }
  await library.record([{ type: 'photo-removed', version: 1, data: { photoId: photoId! } }])
  await keys.rewrapFile(layout.object(photoId!), await keys.keyIdFor(ben.clientId), layout.object(photoId!))
  const { removedAt, ...imported } = given as typeof given & { removedAt?: string }
  await library.record([{ type: 'photo-imported', version: 1, data: imported }])
  await eraseClient(library, zoe.clientId)
  expect(await isOriginalIntact(library, photoId!)).toBe(true)
  await library.close()
  const again = await openLibrary(folder)
  expect(again.notices).toEqual([])
  expect(again.facts.photos.get(photoId!)?.clientId).toBe(ben.clientId)
  expect(again.facts.photos.size).toBe(3)
})

test('a backup made after the erasure holds nothing of the client, onto an earlier one too', async () => {
  const home = await temporaryFolder()
  const { library, zoe, ben } = await twoPeople(home)
  const keyId = library.keys.findKeyId(zoe.clientId)!
  const names = zoe.photoIds.map((photoId) => library.layout.objectName(photoId))
  const target = join(home, 'Studio.stipple-backup')
  await makeBackup(librarySource(library), target)
  const holds = async () => {
    const bytes = await readFile(target)
    return [keyId, ...names].map((text) => bytes.includes(text))
  }
  expect(await holds(), 'control').toEqual([true, true, true])
  await eraseClient(library, zoe.clientId)
  const done = await makeBackup(librarySource(library), target)
  expect(done).toMatchObject({ added: null, carriedOver: 0, missingCount: 0 })
  const [hasKeyId, ...hasNames] = await holds()
  expect(hasNames).toEqual([false, false])
  // the key's id stands in the ledger and in the list of erased keys, its box nowhere
  expect(hasKeyId).toBe(true)
  const unpacked = join(home, 'unpacked')
  await unpackBackup(target, unpacked, checkLibrary)
  expect(await readFile(libraryPlaces(unpacked).keys, 'utf8')).not.toContain(keyId)
  expect(isIn(await countTraces(unpacked, zoe))).toBe(false)
  const restored = await openLibrary(unpacked)
  expect([...restored.facts.clients.keys()]).toEqual([ben.clientId])
  expect((await inspectBackup(target)).manifest).toMatchObject({ clientCount: 1, photoCount: 2 })
})

test('an older backup comes back without the client, once it knows which keys were erased', async () => {
  const home = await temporaryFolder()
  const { folder, library, zoe, ben } = await twoPeople(home)
  const target = join(home, 'Old.stipple-backup')
  await makeBackup(librarySource(library), target)
  await eraseClient(library, zoe.clientId)
  const unpacked = join(home, 'unpacked')
  await unpackBackup(target, unpacked, checkLibrary)
  expect(isIn(await countTraces(unpacked, zoe)), 'control: the older backup still holds her').toBe(true)
  await addErasedKeyIds(libraryPlaces(unpacked), await readErasedKeyIds(libraryPlaces(folder)))
  await (await openLibrary(unpacked)).close()
  await rm(libraryPlaces(unpacked).derived, { recursive: true, force: true })
  const again = await openLibrary(unpacked)
  expect([...again.facts.clients.keys()]).toEqual([ben.clientId])
  expect((await recordsIn(again)).at(-1)?.event).toMatchObject({
    type: 'client-erased',
    data: { clientId: zoe.clientId },
  })
  await again.close()
  expect(isIn(await countTraces(unpacked, zoe))).toBe(false)
})

test('photos deleted for good leave no file, also after a crash between any two steps; their client stays', async () => {
  const { folder, library, ben } = await twoPeople()
  const [gone, left] = ben.photoIds as [PhotoId, PhotoId]
  await expect(deletePhotos(library, [gone])).rejects.toMatchObject({ code: 'refused' })
  await library.record([{ type: 'photo-removed', version: 1, data: { photoId: gone } }])
  const crashed = join(folder, '../crashed')
  let steps = 0
  await deletePhotos(library, [gone], () => cp(folder, join(crashed, String(steps++)), { recursive: true }))
  expect(steps).toBeGreaterThanOrEqual(2)
  await library.close()
  for (const image of [folder, ...Array.from({ length: steps }, (_, step) => join(crashed, String(step)))]) {
    const again = await openLibrary(image)
    expect(again.notices).toEqual([])
    const { layout, facts } = again
    expect([facts.photos.has(gone), facts.photos.has(left)]).toEqual([false, true])
    expect([...facts.landmarks.values()].filter(({ movingId }) => movingId === left)).toEqual([])
    const names = [...(await filesBelow(layout.objects)), ...(await filesBelow(layout.derived))]
    expect(names.filter((path) => path.includes(layout.objectName(gone)))).toEqual([])
    expect(names.filter((path) => path.includes(layout.objectName(left)))).toHaveLength(2)
    expect(await isOriginalIntact(again, left)).toBe(true)
  }
})

test('what was set aside of a plain record goes with any erasure, since it may be about anybody', async () => {
  const { library, zoe } = await twoPeople()
  const { layout, keys } = library
  const torn = join(layout.ledgerFolder, 'torn-after-3-20.bin')
  await writeFile(torn, sealBytes(keys.sealFor(await keys.keyIdFor(null), torn), Buffer.from(name)))
  const later = join(layout.ledgerFolder, 'torn-after-4-20.bin')
  await writeFile(later, '00000000 {"seq":9,"parts":[{"key":"')
  await eraseClient(library, zoe.clientId)
  expect((await readdir(layout.ledgerFolder)).sort()).toEqual(['000001.log', 'torn-after-4-20.bin'])
})

test('what speaks of two clients at once is refused: it couldn’t be forgotten for one of them', async () => {
  const { library, zoe, ben } = await twoPeople()
  await library.record([{ type: 'client-restored', version: 1, data: { clientId: zoe.clientId } }])
  const photoIds = [zoe.photoIds[0]!, ben.photoIds[0]!]
  const exported: DomainEvent = {
    type: 'comparison-exported',
    version: 3,
    data: {
      photoIds,
      purpose: 'for-the-client',
      consentVersion: null,
      fileName: 'comparison.png',
      kind: 'picture',
      format: 'png',
      widthPx: 1,
      heightPx: 1,
      durationSeconds: null,
      outputSha256: 'a'.repeat(64),
    },
  }
  await expect(library.record([exported])).rejects.toMatchObject({ code: 'refused' })
})

test('a checkpoint stands only behind an erasure that is ended, and an older one isn’t taken', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  await library.close()
  const { checkpoint } = libraryPlaces(folder)
  const older = await readFile(checkpoint)
  const erasing = await openLibrary(folder)
  let stepCount = 0
  await eraseClient(erasing, zoe.clientId, async () => {
    stepCount++
    await expect(readFile(checkpoint)).rejects.toMatchObject({ code: 'ENOENT' })
  })
  expect(stepCount).toBeGreaterThan(2)
  const found = await readCheckpoint(erasing.layout, erasing.keys)
  expect(found?.facts.clients.map(({ summary }) => summary.card.client.clientId)).toEqual([ben.clientId])
  expect(found?.facts.shared.erasures).toHaveLength(1)
  expect(JSON.stringify(found)).not.toContain(name)
  const live = factsIn(erasing)
  await erasing.close()
  await writeFile(checkpoint, older)
  const again = await openLibrary(folder)
  expect(factsIn(again)).toEqual(live)
  await again.close()
  await expectErased(folder, zoe, ben)
})

test('whoever was erased isn’t shown by a damaged library either, and nothing of it is changed', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  const keyId = library.keys.findKeyId(zoe.clientId)!
  await library.close()
  const { ledger, keys } = libraryPlaces(folder)
  await addErasedKeyIds(libraryPlaces(folder), [keyId])
  const bytes = await readFile(ledger)
  bytes[bytes.lastIndexOf(10, bytes.length - 2) - 20]! ^= 1
  await writeFile(ledger, bytes)
  const before = await readFile(keys)
  const looking = await openLibrary(folder)
  expect(looking.damage).toBeDefined()
  expect(looking.cards().map(({ client }) => client.clientId)).toEqual([ben.clientId])
  expect(factsIn(looking).photos.size).toBe(2)
  await looking.close()
  expect(await readFile(ledger)).toEqual(bytes)
  expect(await readFile(keys)).toEqual(before)
})

test('photos of several people are deleted for good together, each tried against what the others leave', async () => {
  const { folder, library, zoe, ben } = await twoPeople()
  await library.record([{ type: 'client-restored', version: 1, data: { clientId: zoe.clientId } }])
  const photoIds = [...zoe.photoIds, ben.photoIds[0]!]
  const removed = (photoId: PhotoId): DomainEvent => ({ type: 'photo-removed', version: 1, data: { photoId } })
  await library.record(photoIds.map(removed))
  await expect(deletePhotos(library, [photoIds[0]!, photoIds[0]!])).rejects.toMatchObject({ code: 'refused' })
  expect(library.trash().photos).toHaveLength(3)
  await deletePhotos(library, photoIds)
  expect([...library.facts.photos.keys()]).toEqual([ben.photoIds[1]])
  expect([...library.facts.deletedPhotos.keys()].sort()).toEqual([...photoIds].sort())
  expect(library.facts.deletedPhotos.get(photoIds[0]!)).toMatchObject({ clientId: zoe.clientId })
  const live = factsIn(library)
  await library.close()
  const again = await openLibrary(folder)
  expect(factsIn(again)).toEqual(live)
  expect(await filesBelow(again.layout.objects)).toHaveLength(1)
})
