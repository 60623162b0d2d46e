import { emptyFacts } from '../../shared/domain/facts.ts'
import { studioRowsOf } from '../../shared/domain/studio-rows.ts'
import 'fake-indexeddb/auto'
import { join } from 'node:path'
import Dexie from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import type { Library } from '../../electron/library/library.ts'
import { LedgerFeed } from '../../renderer/library/ledger-feed.ts'
import { LibraryDb } from '../../renderer/library/library-db.ts'
import { projectedTables } from '../../renderer/library/projector.ts'
import { clientIdSchema } from '../../shared/domain/ids.ts'
import { addPhotos, openLibrary } from '../library/filled-library.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { InMemoryBridge } from '../unit/renderer/in-memory-bridge.ts'

/** A library on the disk with two clients of four photos each, some of them turned. */
async function filledLibrary(): Promise<Library> {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  for (let n = 0; n < 2; n++) {
    const [first] = await addPhotos(library, 4)
    await library.record([{ type: 'photo-turned', version: 1, data: { photoId: first!, quarterTurns: 3 } }])
  }
  return library
}

/** A window's projection of every client of the library, made from what main answers. */
async function project(library: Library, name: string): Promise<LibraryDb> {
  const bridge = new InMemoryBridge()
  bridge.answers = {
    'library.clients': async () => ({
      cards: library.cards(),
      studio: studioRowsOf(emptyFacts()),
      lastSeq: library.lastSeq,
    }),
    'library.client': async ({ clientId }) => library.rowsOf(clientId),
  }
  const db = new LibraryDb(name)
  onTestFinished(() => db.close())
  const feed = new LedgerFeed(bridge, db)
  await feed.start()
  for (const { client } of library.cards()) await feed.openClient(clientIdSchema.parse(client.clientId))
  return db
}

async function contentOf(db: LibraryDb): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(projectedTables.map(async (table) => [table, await db.table(table).toArray()]))
  return Object.fromEntries(tables)
}

async function deleteHalf(db: LibraryDb): Promise<void> {
  for (const table of projectedTables) {
    const keys = await db.table(table).toCollection().primaryKeys()
    await db.table(table).bulkDelete(keys.filter((_, index) => index % 2 === 0))
  }
}

/** What may happen to the window's rows between two starts; each leaves something under the projection's name. */
const losses = {
  'all of it gone': (name: string) => Dexie.delete(name),
  'half of its rows gone': async (name: string) => {
    const db = new LibraryDb(name)
    await deleteHalf(db)
    db.close()
  },
  'rows that nobody recorded': async (name: string) => {
    const db = new LibraryDb(name)
    await db.photos.bulkPut(
      (await db.photos.toArray()).map((photo) => ({ ...photo, photoId: `f${photo.photoId}` as never })),
    )
    db.close()
  },
  'a schema of a later version': async (name: string) => {
    const later = new Dexie(name)
    later.version(9).stores({ photos: 'photoId, clientId, treatmentId, [clientId+stage]', moods: 'moodId' })
    await later.table('moods').put({ moodId: 'from a later version' })
    await later.table('photos').toCollection().modify({ stage: 'a later stage' })
    later.close()
  },
}

test.each(Object.entries(losses))('a projection with %s is made again, the same to the last field', async (_, lose) => {
  const library = await filledLibrary()
  const name = `projection-${crypto.randomUUID()}`
  const before = await project(library, name)
  const content = await contentOf(before)
  expect(content.photos).toHaveLength(8)
  expect(content.treatments).toHaveLength(2)
  before.close()
  await lose(name)
  expect(await contentOf(await project(library, name))).toEqual(content)
})

test('control: a projection that lost half of its rows and isn’t made again differs', async () => {
  const db = await project(await filledLibrary(), `projection-${crypto.randomUUID()}`)
  const content = await contentOf(db)
  await deleteHalf(db)
  const left = await contentOf(db)
  expect(left).not.toEqual(content)
  expect(left.photos).toHaveLength(4)
})
