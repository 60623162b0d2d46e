import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { expect, onTestFinished, test } from 'vitest'
import { readCheckpoint } from '../../electron/library/checkpoint.ts'
import { deletePhotos, eraseClient } from '../../electron/library/erasure/erase.ts'
import { trialFacts } from '../../electron/library/facts-tables.ts'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { Library } from '../../electron/library/library.ts'
import { LibraryKeys } from '../../electron/library/library-keys.ts'
import { type Alignment, pairKeyOf } from '../../shared/domain/alignment.ts'
import { clientCardOf } from '../../shared/domain/client-card.ts'
import { clientRecordFilter } from '../../shared/domain/client-record-filter.ts'
import { documentIdOf } from '../../shared/domain/document.ts'
import { drawingIdOf } from '../../shared/domain/drawing.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../shared/domain/facts.ts'
import {
  alignmentIdSchema,
  clientIdSchema,
  type PhotoId,
  photoIdSchema,
  treatmentIdSchema,
} from '../../shared/domain/ids.ts'
import { type Trash, trashOf } from '../../shared/domain/trash.ts'
import { AppError } from '../../shared/errors.ts'
import { comparisonEvents, comparisonOf, protocolEvents, protocolOf } from '../unit/renderer/comparison-samples.ts'
import { photoOf } from '../unit/renderer/photo-samples.ts'
import { deviceKeysOf } from './device-keys.ts'
import { openLibrary } from './filled-library.ts'
import { factsIn, recordsIn } from './library-content.ts'
import { temporaryFolder } from './temporary-library.ts'

const idOf = (kind: number, number: number) => `${kind}0000000-0000-4000-8000-${number.toString().padStart(12, '0')}`
const clientIdOf = (number: number) => clientIdSchema.parse(idOf(1, number))
const treatmentIdOf = (client: number) => treatmentIdSchema.parse(idOf(2, client))
const hashOf = (number: number) => number.toString(16).padStart(64, '0')
const photoIdOf = (number: number): PhotoId => photoIdSchema.parse(hashOf(number))

function clientBegun(number: number): DomainEvent[] {
  const [clientId, addedAt] = [clientIdOf(number), '2026-03-14T09:00:00.000Z']
  const treatment = { treatmentId: treatmentIdOf(number), clientId, name: 'Treatment 1', sessionCount: 3, addedAt }
  return [
    {
      type: 'client-added',
      version: 1,
      data: { clientId, name: `Nora ${number}`, isSample: false, addedAt, isRemoved: false },
    },
    { type: 'treatment-added', version: 1, data: treatment },
  ]
}

function photoImportedBy(photo: number, client: number): DomainEvent {
  const ids = { photoId: photoIdOf(photo), clientId: clientIdOf(client), treatmentId: treatmentIdOf(client) }
  return { type: 'photo-imported', version: 1, data: photoOf(photo, { ...ids, byteSize: 100 + photo }) }
}

function alignmentMade(reference: number, moving: number, number: number): DomainEvent {
  const [referenceId, movingId] = [photoIdOf(reference), photoIdOf(moving)]
  const data: Alignment = {
    alignmentId: alignmentIdSchema.parse(hashOf(1000 + number)),
    inputsKey: `inputs ${number}`,
    pairKey: pairKeyOf({ photoId: referenceId, quarterTurns: 0 }, { photoId: movingId, quarterTurns: 0 }),
    referenceId,
    movingId,
    outcome: 'aligned',
    method: 'automatic',
    transform: null,
    quality: { peakScore: 1, forwardBackwardShare: 1, coverage: 1, scale: 1, rotationDegrees: 0, reasons: [] },
    algorithmVersion: 1,
  }
  return { type: 'alignment-made', version: 2, data }
}

/** Something drawn on a photo, or a change of it. */
function drawn(photo: number, number: number, what: 'added' | 'changed' | 'removed' | 'restored'): DomainEvent {
  const photoId = photoIdOf(photo)
  const drawingId = drawingIdOf(photoId, number.toString(16).padStart(32, '0'))
  const to = { x: 10 + number, y: 20 }
  const content = {
    drawingId,
    quarterTurns: 0,
    name: what,
    shape: { kind: 'arrow' as const, from: { x: 1, y: 2 }, to },
  }
  switch (what) {
    case 'added':
      return { type: 'drawing-added', version: 1, data: { ...content, photoId } }
    case 'changed':
      return { type: 'drawing-changed', version: 1, data: content }
    default:
      return { type: `drawing-${what}`, version: 1, data: { drawingId } }
  }
}

const small = fc.nat(3)
const fewPhotos = fc.nat(2)
/** Things that happen to four clients and three photos, which go from one client to another. */
const happenings = fc.oneof(
  fc.tuple(fewPhotos, small).map(([photo, client]) => photoImportedBy(photo, client)),
  fewPhotos.map((photo): DomainEvent => ({ type: 'photo-removed', version: 1, data: { photoId: photoIdOf(photo) } })),
  fc.tuple(fewPhotos, fc.nat(3)).map(
    ([photo, quarterTurns]): DomainEvent => ({
      type: 'photo-turned',
      version: 1,
      data: { photoId: photoIdOf(photo), quarterTurns },
    }),
  ),
  fc.tuple(fewPhotos, fewPhotos, fc.nat(100)).map(([a, b, number]) => alignmentMade(a, b, number)),
  fc
    .tuple(fewPhotos, fc.nat(2), fc.constantFrom('added', 'changed', 'removed', 'restored'))
    .map(([photo, number, what]) => drawn(photo, number, what)),
  fewPhotos.map(
    (photo): DomainEvent => ({
      type: 'scale-set',
      version: 1,
      data: {
        photoId: photoIdOf(photo),
        scale: { from: { x: 0, y: 0 }, to: { x: 50, y: 0 }, lengthMm: 10, by: 'length', quarterTurns: 0 },
      },
    }),
  ),
  fc.tuple(fewPhotos, fewPhotos).map(
    ([a, b]): DomainEvent => ({
      type: 'comparison-exported',
      version: 3,
      data: {
        photoIds: [photoIdOf(a), photoIdOf(b)],
        purpose: 'for-the-client',
        consentVersion: null,
        fileName: 'comparison.png',
        kind: 'picture',
        format: 'png',
        widthPx: 10,
        heightPx: 10,
        durationSeconds: null,
        outputSha256: hashOf(7),
      },
    }),
  ),
  fc
    .tuple(
      small,
      fc.string({ minLength: 1, maxLength: 9 }).filter((name) => name.trim() !== ''),
    )
    .map(
      ([client, name]): DomainEvent => ({
        type: 'client-renamed',
        version: 1,
        data: { clientId: clientIdOf(client), name: name.trim() },
      }),
    ),
  fc.tuple(small, fc.string({ maxLength: 9 })).map(
    ([client, pigment]): DomainEvent => ({
      type: 'session-recorded',
      version: 1,
      data: {
        treatmentId: treatmentIdOf(client),
        stage: 'session-1',
        isTouchUp: false,
        pigment,
        dilutions: [],
        needle: '',
        zones: [],
        notes: '',
      },
    }),
  ),
)
/** What happens to clients, documents and what is in the trash; some of it for good. */
const endings = fc.oneof(
  small.map(
    (client): DomainEvent => ({
      type: 'client-removed',
      version: 1,
      data: { clientId: clientIdOf(client), withPhotos: true },
    }),
  ),
  small.map((client): DomainEvent => ({ type: 'client-restored', version: 1, data: { clientId: clientIdOf(client) } })),
  // asked for by `recordAll`, which knows the key
  small.map(
    (client): DomainEvent => ({
      type: 'client-erased',
      version: 1,
      data: { clientId: clientIdOf(client), keyId: '0'.repeat(32) },
    }),
  ),
  fc.tuple(fewPhotos, small).map(
    ([photo, client]): DomainEvent => ({
      type: 'photo-deleted',
      version: 1,
      data: { photoId: photoIdOf(photo), clientId: clientIdOf(client) },
    }),
  ),
  fc.tuple(small, fc.string({ maxLength: 9 })).map(
    ([client, why]): DomainEvent => ({
      type: 'client-retention-noted',
      version: 1,
      data: { clientId: clientIdOf(client), keepUntil: null, why },
    }),
  ),
  fc.tuple(fc.boolean(), fc.string({ maxLength: 9 })).map(
    ([erasesDueClients, why]): DomainEvent => ({
      type: 'studio-retention-noted',
      version: 1,
      data: { keepYears: 3, why, erasesDueClients },
    }),
  ),
  fc
    .tuple(small, fc.constantFrom('saved' as const, 'renamed' as const, 'removed' as const))
    .map(([number, what]): DomainEvent => protocolEvents(protocolOf(number))[what]),
  fc
    .tuple(small, fewPhotos, fewPhotos, fc.constantFrom('saved' as const, 'renamed' as const, 'removed' as const))
    .map(
      ([client, one, other, what]): DomainEvent =>
        comparisonEvents(comparisonOf(treatmentIdOf(client), [photoIdOf(one), photoIdOf(other)]))[what],
    ),
  fc.tuple(fewPhotos, small).map(
    ([number, client]): DomainEvent => ({
      type: 'document-attached',
      version: 1,
      data: {
        ...{ kind: 'invoice', title: `Invoice ${number}`, signedOn: null, notes: '' },
        documentId: documentIdOf(photoIdOf(number), clientIdOf(client)),
        clientId: clientIdOf(client),
        treatmentId: treatmentIdOf(client),
        fileName: 'invoice.pdf',
        byteSize: 10 + number,
        picture: null,
        isRemoved: false,
      },
    }),
  ),
  fc.tuple(fewPhotos, small).map(
    ([number, client]): DomainEvent => ({
      type: 'document-removed',
      version: 1,
      data: { documentId: documentIdOf(photoIdOf(number), clientIdOf(client)) },
    }),
  ),
)
const linesWithEndings = fc.array(fc.array(fc.oneof(happenings, endings), { minLength: 1, maxLength: 3 }), {
  maxLength: 30,
})
const lines = fc.array(fc.array(happenings, { minLength: 1, maxLength: 2 }), { minLength: 5, maxLength: 40 })

async function recordAll(library: Library, batches: readonly DomainEvent[][]): Promise<void> {
  for (const events of batches)
    await recordOrErase(library, events).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'refused')) throw error
    })
}

/** Records events together; erasures, by the way that they have. */
async function recordOrErase(library: Library, events: readonly DomainEvent[]): Promise<void> {
  await library.record(events.filter(({ type }) => type !== 'client-erased' && type !== 'photo-deleted'))
  for (const event of events) {
    if (event.type === 'client-erased') await eraseClient(library, event.data.clientId!)
    if (event.type === 'photo-deleted') await deletePhotos(library, [event.data.photoId])
  }
}

/** Everything that a library says of its records must be what the records themselves amount to, from the first to the last. */
async function expectFaithful(library: Library): Promise<void> {
  const records = await recordsIn(library)
  const facts = emptyFacts()
  for (const { event, at } of records) applyEvent(facts, event, at)
  expect(factsIn(library)).toEqual(facts)
  expect(library.lastSeq).toBe(records.at(-1)?.seq)
  expect(library.lastAt).toBe(records.at(-1)?.at)
  for (const clientId of facts.clients.keys()) {
    expect(library.cards()).toContainEqual(clientCardOf(facts, clientId))
    expect(library.historyOf(clientId, 0)).toEqual(records.filter(clientRecordFilter(clientId)))
    expect(new Set(library.facts.ofClient?.(clientId).photos.keys())).toEqual(
      new Set(library.rowsOf(clientId).rows.photos.map(({ photoId }) => photoId)),
    )
  }
  const photos = [...facts.photos.values()].map(({ photoId, byteSize, clientId }) => ({
    originalId: photoId,
    byteSize,
    clientId,
  }))
  const documents = [...facts.documents.values()].map(({ documentId, byteSize, clientId }) => ({
    originalId: documentId,
    byteSize,
    clientId,
  }))
  expect(new Set(library.originals())).toEqual(new Set([...photos, ...documents]))
  expect(inAnyOrder(library.trash())).toEqual(inAnyOrder(trashOf(facts)))
  expect(trialFacts(library.facts).documents.size).toBe(facts.documents.size)
  for (const document of facts.documents.values())
    expect(library.facts.documents.get(document.documentId)).toEqual(document)
  for (const photo of facts.photos.values()) expect(library.facts.photos.get(photo.photoId)).toEqual(photo)
  for (const [pairKey, alignment] of facts.alignments) {
    expect(library.facts.alignments.get(pairKey)).toEqual(alignment)
    expect([...library.factsOfAlignment(alignment.alignmentId).alignments.values()]).toContainEqual(alignment)
  }
}

function inAnyOrder({ clients, photos, treatments, ...rest }: Trash) {
  return { ...rest, clients: new Set(clients), photos: new Set(photos), treatments: new Set(treatments) }
}

async function opened(folder: string): Promise<Library> {
  const library = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => library.close().catch(() => undefined))
  return library
}

property.prop([lines, fc.oneof(lines, linesWithEndings), fc.boolean()], { numRuns: 40 })(
  'facts are the same from a checkpoint, from an older one with what came after it, and from the ledger alone',
  async (before, after, isCrashed) => {
    const folder = await temporaryFolder()
    const { checkpoint } = libraryPlaces(folder)
    const first = await opened(folder)
    await recordAll(first, [0, 1, 2, 3].map(clientBegun))
    await recordAll(first, before)
    await expectFaithful(first)
    await first.close()
    const older = await readFile(checkpoint)
    const second = await opened(folder)
    await recordAll(second, after)
    await expectFaithful(second)
    await second.close()
    if (isCrashed) await writeFile(checkpoint, older)
    const third = await opened(folder)
    await expectFaithful(third)
    await third.close()
    await rm(checkpoint)
    const fourth = await opened(folder)
    await expectFaithful(fourth)
    await fourth.close()
  },
  60_000,
)

async function libraryOfThree() {
  const folder = await temporaryFolder()
  const library = await opened(folder)
  await recordAll(library, [0, 1, 2].map(clientBegun))
  await recordAll(library, [[photoImportedBy(1, 0)], [photoImportedBy(2, 0)], [alignmentMade(1, 2, 1)]])
  await library.close()
  return { folder, places: libraryPlaces(folder) }
}

async function keysOf(folder: string): Promise<LibraryKeys> {
  const keys = await LibraryKeys.open(libraryPlaces(folder).keys, deviceKeysOf())
  return keys!
}

test('closing writes a checkpoint that the next start goes on from, and nothing is read in it without keys', async () => {
  const { folder, places } = await libraryOfThree()
  const text = await readFile(places.checkpoint, 'latin1')
  for (const secret of ['Nora', 'client', clientIdOf(0), photoIdOf(1), 'IMG_']) expect(text).not.toContain(secret)
  const found = await readCheckpoint(places, await keysOf(folder))
  expect(found?.known.lastSeq).toBe(9)
  // the control: the ledger alone wouldn't tell that the last card says this
  const cards = found?.facts.clients.map(({ summary }) => summary.card.client.name)
  expect(cards).toEqual(['Nora 0', 'Nora 1', 'Nora 2'])
})

test('any damage to a checkpoint makes it as good as absent: the ledger says the same', async () => {
  const { folder, places } = await libraryOfThree()
  const whole = await readFile(places.checkpoint)
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1
    return bytes
  }
  const lines = whole.toString('latin1').trimEnd().split('\n')
  const damaged = [
    ...Array.from({ length: 12 }, (_, n) => flipped(Math.floor(((n + 0.5) * whole.length) / 12))),
    whole.subarray(0, whole.length >> 1),
    Buffer.alloc(0),
    Buffer.from(`${lines.slice(0, -1).join('\n')}\n`),
    Buffer.from(`${[lines[0], lines[2], lines[1], lines[3]].join('\n')}\n`),
  ]
  for (const bytes of damaged) {
    await writeFile(places.checkpoint, bytes)
    const keys = await keysOf(folder)
    expect(await readCheckpoint(places, keys)).toBeUndefined()
    const library = await opened(folder)
    expect(library.damage).toBeUndefined()
    await expectFaithful(library)
    await library.close()
    expect(await readCheckpoint(places, keys)).toBeDefined()
  }
})

test('parts of two checkpoints can’t be mixed', async () => {
  const { folder, places } = await libraryOfThree()
  const older = (await readFile(places.checkpoint, 'latin1')).split('\n')
  const library = await opened(folder)
  await recordAll(library, [[photoImportedBy(3, 2)]])
  await library.close()
  const newer = (await readFile(places.checkpoint, 'latin1')).split('\n')
  await writeFile(places.checkpoint, [newer[0], older[1], ...newer.slice(2)].join('\n'))
  expect(await readCheckpoint(places, await keysOf(folder))).toBeUndefined()
})

test('a client whose key is dropped can’t be read in a checkpoint', async () => {
  const { folder, places } = await libraryOfThree()
  const keys = JSON.parse(await readFile(places.keys, 'utf8')) as { clients: unknown[] }
  await writeFile(places.keys, JSON.stringify({ ...keys, clients: keys.clients.slice(1) }))
  expect(await readCheckpoint(places, await keysOf(folder))).toBeUndefined()
})

test('damage anywhere in a ledger is found behind a checkpoint too, and so is every cut', async () => {
  const { folder, places } = await libraryOfThree()
  const whole = await readFile(places.ledger)
  const firstLine = whole.indexOf(10) + 1
  const afterFirstLine = (n: number) => firstLine + Math.floor(((n + 0.5) * (whole.length - firstLine)) / 20)
  for (let n = 0; n < 20; n++) {
    const bytes = Buffer.from(whole)
    bytes[afterFirstLine(n)]! ^= 1
    await writeFile(places.ledger, bytes)
    await expectReadOnly(folder)
    await writeFile(places.ledger, whole)
    await truncate(places.ledger, afterFirstLine(n))
    await expectReadOnly(folder)
  }
  await writeFile(places.ledger, whole)
  await expectFaithful(await opened(folder))
})

async function expectReadOnly(folder: string): Promise<void> {
  const { ledger } = libraryPlaces(folder)
  const before = await readFile(ledger)
  const library = await opened(folder)
  expect(library.damage).toMatchObject({ afterSeq: library.lastSeq, lastSeq: 9 })
  expect(library.lastSeq).toBeLessThan(9)
  await expect(library.record(clientBegun(9))).rejects.toMatchObject({ code: 'library-read-only' })
  await library.close()
  expect(await readFile(ledger)).toEqual(before)
}

test('a ledger that went on elsewhere is read whole, and its checkpoint made anew', async () => {
  const { folder, places } = await libraryOfThree()
  const elsewhere = join(await temporaryFolder(), 'library')
  await cp(folder, elsewhere, { recursive: true })
  await rm(libraryPlaces(elsewhere).checkpoint)
  const other = await opened(elsewhere)
  await recordAll(other, [[photoImportedBy(4, 2)], [photoImportedBy(5, 2)]])
  await other.close()
  const one = await opened(folder)
  await recordAll(one, [[photoImportedBy(3, 2)]])
  await one.close()
  await cp(libraryPlaces(elsewhere).ledger, places.ledger)
  const library = await opened(folder)
  expect(library.damage).toBeUndefined()
  expect(library.facts.photos.has(photoIdOf(5))).toBe(true)
  await expectFaithful(library)
})

test('with more clients than are held at once, everything is still there', async () => {
  const folder = await temporaryFolder()
  const library = await openLibrary(folder)
  const numbers = Array.from({ length: 150 }, (_, n) => n)
  for (const n of numbers) await library.record([...clientBegun(n), photoImportedBy(n, n)])
  for (const n of numbers)
    await library.record([{ type: 'photo-turned', version: 1, data: { photoId: photoIdOf(n), quarterTurns: 1 } }])
  await expectFaithful(library)
  await library.close()
  await expectFaithful(await openLibrary(folder))
}, 60_000)
