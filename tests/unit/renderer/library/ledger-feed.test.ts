import 'fake-indexeddb/auto'
import { expect, onTestFinished, test } from 'vitest'
import { LedgerFeed } from '../../../../renderer/library/ledger-feed.ts'
import { LibraryDb } from '../../../../renderer/library/library-db.ts'
import type { ClientCard } from '../../../../shared/domain/client-card.ts'
import { consentTextSchema } from '../../../../shared/domain/consent-text.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { clientIdSchema, treatmentIdSchema } from '../../../../shared/domain/ids.ts'
import { protocolEvents, protocolOf } from '../comparison-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'

const clientIdOf = (number: number) => clientIdSchema.parse(`10000000-0000-4000-8000-00000000000${number}`)
const treatmentIdOf = (number: number) => treatmentIdSchema.parse(`20000000-0000-4000-8000-00000000000${number}`)
const addedAt = '2026-03-14T09:00:00.000Z'

function begun(number: number): DomainEvent[] {
  const clientId = clientIdOf(number)
  const treatment = { treatmentId: treatmentIdOf(number), clientId, name: 'T', sessionCount: 3, addedAt }
  return [
    {
      type: 'client-added',
      version: 1,
      data: { clientId, name: `Client ${number}`, isSample: false, addedAt, isRemoved: false },
    },
    { type: 'treatment-added', version: 1, data: treatment },
  ]
}

function imported(photo: number, client: number): DomainEvent {
  const ids = { clientId: clientIdOf(client), treatmentId: treatmentIdOf(client) }
  return { type: 'photo-imported', version: 1, data: photoOf(photo, ids) }
}

const turned = (photo: number, quarterTurns: number): DomainEvent => ({
  type: 'photo-turned',
  version: 1,
  data: { photoId: photoIdOf(photo), quarterTurns },
})

async function started() {
  const bridge = new InMemoryBridge()
  bridge.record([...begun(1), ...begun(2), imported(1, 1), imported(2, 2)])
  const db = new LibraryDb(`feed-${crypto.randomUUID()}`)
  onTestFinished(() => db.close())
  const feed = new LedgerFeed(bridge, db)
  await feed.start()
  const cards = () => {
    let latest: ClientCard[] = []
    feed.cards.watch((all) => [...all.values()]).subscribe({ next: (all) => (latest = all), error: () => undefined })
    return latest.map(({ client, photoCount }) => [client.name, photoCount])
  }
  const turns = async () => (await db.photos.toArray()).map(({ quarterTurns }) => quarterTurns)
  return { bridge, db, feed, cards, turns }
}

test('at the start only cards come in; a client’s rows come when the client is opened, and stay up to date', async () => {
  const { bridge, feed, cards, turns } = await started()
  expect(cards()).toEqual([
    ['Client 1', 1],
    ['Client 2', 1],
  ])
  expect(await turns()).toEqual([])
  await feed.openClient(clientIdOf(1))
  expect(await turns()).toEqual([0])
  await feed.reached(bridge.record([turned(1, 3), imported(3, 1)]))
  expect(await turns()).toEqual([3, 0])
  expect(cards()).toEqual([
    ['Client 1', 2],
    ['Client 2', 1],
  ])
  expect(bridge.inputsOf('library.client')).toHaveLength(1)
  await feed.openClient(clientIdOf(1))
  expect(bridge.inputsOf('library.client')).toHaveLength(1)
})

test('what happens to a client who isn’t opened changes the card alone, and is there once the client is opened', async () => {
  const { bridge, feed, cards, turns } = await started()
  await feed.openClient(clientIdOf(1))
  await feed.reached(bridge.record([turned(2, 1), imported(4, 2)]))
  expect(await turns()).toEqual([0])
  expect(cards()[1]).toEqual(['Client 2', 2])
  await feed.openClient(clientIdOf(2))
  expect(await turns()).toEqual([0, 1, 0])
})

test('rows that were asked for before a change and come after it aren’t set back', async () => {
  const { bridge, feed, turns } = await started()
  const { request } = bridge
  bridge.request = async (name, input) => {
    const reply = await request(name, input)
    // a change is recorded while the answer is on its way
    if (name === 'library.client') bridge.record([turned(1, 2)])
    return reply
  }
  await feed.openClient(clientIdOf(1))
  await feed.reached(bridge.records.length)
  expect(await turns()).toEqual([2])
})

test('a lost announcement is noticed with the next one, and everything that is shown comes anew', async () => {
  const { bridge, feed, cards, turns } = await started()
  await feed.openClient(clientIdOf(1))
  const announce = bridge.announce.bind(bridge)
  bridge.announce = () => undefined
  bridge.record([turned(1, 1), imported(5, 2)])
  bridge.announce = announce
  await feed.reached(bridge.record([imported(6, 1)]))
  expect(await turns()).toEqual([1, 0])
  expect(cards()).toEqual([
    ['Client 1', 2],
    ['Client 2', 2],
  ])
})

test('a client whom nobody knows has no rows, and a failure can be tried again', async () => {
  const { bridge, feed, turns } = await started()
  await feed.openClient(clientIdOf(9))
  expect(await turns()).toEqual([])
  bridge.answers = { 'library.client': () => Promise.reject(new Error('the disk is gone')) }
  await expect(feed.openClient(clientIdOf(1))).rejects.toThrow()
  bridge.answers = {}
  await feed.openClient(clientIdOf(1))
  expect(await turns()).toEqual([0])
})

test('the studio’s own protocols are known from the start on, and after an announcement got lost', async () => {
  const bridge = new InMemoryBridge()
  bridge.record([protocolEvents(protocolOf(1)).saved])
  const db = new LibraryDb(`feed-${crypto.randomUUID()}`)
  onTestFinished(() => db.close())
  const feed = new LedgerFeed(bridge, db)
  await feed.start()
  const names = async () => (await db.hangingProtocols.toArray()).map(({ name, isRemoved }) => [name, isRemoved])
  expect(await names()).toEqual([['Ours', false]])
  await feed.reached(bridge.record([protocolEvents(protocolOf(1)).renamed]))
  expect(await names()).toEqual([['Other', false]])
  const announce = bridge.announce
  bridge.announce = () => undefined
  bridge.record([protocolEvents(protocolOf(1)).removed])
  bridge.announce = announce
  await feed.reached(bridge.record([protocolEvents(protocolOf(2)).saved]))
  expect(await names()).toEqual([
    ['Other', true],
    ['Ours', false],
  ])
})

test('the studio’s own consent texts are known from the start on', async () => {
  const bridge = new InMemoryBridge()
  const data = consentTextSchema.parse({ textId: crypto.randomUUID(), name: 'Ours', scopes: { en: 'Words', de: '' } })
  bridge.record([{ type: 'consent-text-saved', version: 1, data }])
  const db = new LibraryDb(`feed-${crypto.randomUUID()}`)
  onTestFinished(() => db.close())
  await new LedgerFeed(bridge, db).start()
  expect(await db.consentTexts.toArray()).toEqual([{ ...data, isRemoved: false }])
})
