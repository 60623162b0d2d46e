import { liveQuery } from 'dexie'
import type { Treatment } from '../../shared/domain/client.ts'
import type { ClientRows } from '../../shared/domain/client-rows.ts'
import type { StatedEvent } from '../../shared/domain/events.ts'
import { blankTreatmentRecord } from '../../shared/domain/treatment-record.ts'
import { isVideo } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { LibraryDamage } from '../../shared/ipc/contract.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { ClientBoards, ClientSeries, Library, Undo, Watched } from '../ports.ts'
import { watchClientHistory } from './client-history.ts'
import type { LedgerFeed } from './ledger-feed.ts'
import type { LibraryDb } from './library-db.ts'
import { watchNotices } from './notices.ts'
import { UndoHistory } from './undo-history.ts'
import { isSameMaterials, usedMaterials } from './used-materials.ts'
import { watchAsked } from './watch-asked.ts'

/** The Library port: reads from the projection, writes through main's ledger. */
export function createDexieLibrary(
  db: LibraryDb,
  bridge: Bridge,
  feed: LedgerFeed,
  damage: LibraryDamage | null = null,
): Library {
  const history = new UndoHistory()
  const watch = <Value>(query: () => Promise<Value>): Watched<Value> => liveQuery(query)
  const record = async (events: StatedEvent[]) => {
    const { lastSeq } = unwrap(await bridge.request('library.record', { events }))
    await feed.reached(lastSeq)
  }

  return {
    damage,
    openClient: (clientId) => feed.openClient(clientId),
    watchClientCards: () =>
      feed.cards.watch(
        (cards) => [...cards.values()].filter(({ client }) => !client.isRemoved),
        (before, after) => before.length === after.length && before.every((card, index) => card === after[index]),
      ),
    watchClient: (clientId) => feed.cards.watch((cards) => present(cards.get(clientId)?.client)),
    watchBoards: (clientId) => {
      const projected = watch(() => clientBoards(db, clientId))
      return {
        subscribe: (observer) => {
          const rows = feed.arriving(clientId)
          if (rows) observer.next(boardsOf(rows))
          return projected.subscribe(observer)
        },
      }
    },
    watchTreatments: (clientId) => watch(() => treatmentsOf(db, clientId)),
    watchPhotos: (treatmentId) =>
      watch(async () => (await db.photos.where({ treatmentId }).toArray()).filter((photo) => !photo.isRemoved)),
    watchPhoto: (photoId) => watch(async () => present(await db.photos.get(photoId))),
    watchAlignment: (pairKey) => watch(() => db.alignments.get(pairKey)),
    watchAlignments: (treatmentId) =>
      watch(async () => {
        const photoIds = await db.photos.where({ treatmentId }).primaryKeys()
        return db.alignments.where('referenceId').anyOf(photoIds).toArray()
      }),
    watchSeries: (clientId) => watch(() => clientSeries(db, clientId)),
    watchReferences: (treatmentId) => watch(() => db.references.where({ treatmentId }).toArray()),
    watchLandmarks: (pairKey) => watch(() => db.landmarks.get(pairKey)),
    watchTreatmentRecord: (treatmentId) =>
      watch(async () => (await db.treatmentRecords.get(treatmentId)) ?? blankTreatmentRecord(treatmentId)),
    watchSessionRecords: (treatmentId) =>
      watch(async () =>
        (await db.sessionRecords.where({ treatmentId }).toArray()).map(({ sessionKey, ...record }) => record),
      ),
    watchDocuments: (treatmentId) =>
      watch(async () =>
        (await db.documents.where({ treatmentId }).toArray()).filter((document) => !document.isRemoved),
      ),
    watchDrawings: (treatmentId) =>
      watch(async () => {
        const photoIds = await db.photos.where({ treatmentId }).primaryKeys()
        const drawings = await db.drawings.where('photoId').anyOf(photoIds).sortBy('addedAt')
        return drawings.filter((drawing) => !drawing.isRemoved)
      }),
    watchComparisons: (treatmentId) =>
      watch(async () => (await db.comparisons.where({ treatmentId }).toArray()).filter((row) => !row.isRemoved)),
    watchConsents: (clientId) =>
      watch(async () => (await db.consents.where({ clientId }).toArray()).map(({ consentKey, ...consent }) => consent)),
    watchPatchDecisions: (treatmentId) =>
      watch(async () =>
        (await db.patchDecisions.where({ treatmentId }).toArray()).map(({ patchKey, ...decision }) => decision),
      ),
    watchProtocols: () => watch(async () => (await db.hangingProtocols.toArray()).filter((row) => !row.isRemoved)),
    watchTemplates: () => watch(async () => (await db.exportTemplates.toArray()).filter((row) => !row.isRemoved)),
    watchConsentTexts: () => watch(async () => (await db.consentTexts.toArray()).filter((row) => !row.isRemoved)),
    watchMaterials: () => feed.cards.watch(usedMaterials, isSameMaterials),
    watchHistory: (clientId) => watchClientHistory(bridge, feed, clientId),
    record: async (events: StatedEvent[], undo?: Undo) => {
      await record(events)
      if (undo) history.push(undo)
    },
    undo: async () => {
      const undo = history.pop()
      if (!undo) return undefined
      try {
        await record(undo.events)
      } catch (error) {
        // what is refused now would be refused again; anything else may work the next time
        if (!(error instanceof AppError && error.code === 'refused')) history.push(undo)
        throw error
      }
      return undo.label
    },
    remember: (undo) => history.push(undo),
    watchUndoLabel: () => history.watchLabel(),
    watchTrash: () => watchAsked(feed, async () => unwrap(await bridge.request('trash.list', {}))),
    watchExports: () => watchAsked(feed, async () => unwrap(await bridge.request('exports.list', {})).clients),
    eraseClient: async (clientId, isMeantDespiteHold) => {
      unwrap(await bridge.request('trash.erase-client', { clientId, isMeantDespiteHold }))
      history.clear()
    },
    deletePhotos: async (photoIds, isMeantDespiteHold) => {
      unwrap(await bridge.request('trash.delete-photos', { photoIds: [...photoIds], isMeantDespiteHold }))
    },
    watchNotices: () => watchNotices(bridge),
  }
}

function present<Row extends { isRemoved: boolean }>(row: Row | undefined): Row | undefined {
  return row?.isRemoved ? undefined : row
}

function treatmentsOf(db: LibraryDb, clientId: string): Promise<Treatment[]> {
  return db.treatments.where({ clientId }).toArray().then(inOrder)
}

function inOrder(treatments: readonly Treatment[]): Treatment[] {
  const shown = treatments.filter((treatment) => !treatment.isRemoved)
  return shown.toSorted((one, other) => (one.addedAt < other.addedAt ? -1 : Number(one.addedAt > other.addedAt)))
}

function boardsOf({ treatments, photos, references }: Pick<ClientRows, keyof ClientBoards>): ClientBoards {
  return {
    treatments: inOrder(treatments),
    photos: photos.filter((photo) => !photo.isRemoved),
    references: [...references],
  }
}

/** In one transaction: asked for one after the other, each would be drawn by itself. */
function clientBoards(db: LibraryDb, clientId: string): Promise<ClientBoards> {
  return db.transaction('r', db.treatments, db.photos, db.references, async () => {
    const [treatments, photos] = await Promise.all([
      db.treatments.where({ clientId }).toArray(),
      db.photos.where({ clientId }).toArray(),
    ])
    const treatmentIds = treatments.map(({ treatmentId }) => treatmentId)
    const references = await db.references.where('treatmentId').anyOf(treatmentIds).toArray()
    return boardsOf({ treatments, photos, references })
  })
}

async function clientSeries(db: LibraryDb, clientId: string): Promise<ClientSeries> {
  const treatmentIds = await db.treatments.where({ clientId }).primaryKeys()
  const photos = (await db.photos.where({ clientId }).toArray()).filter((photo) => !photo.isRemoved && !isVideo(photo))
  const alignments = await db.alignments
    .where('referenceId')
    .anyOf(photos.map(({ photoId }) => photoId))
    .toArray()
  const references = await db.references.where('treatmentId').anyOf(treatmentIds).toArray()
  return { photos, alignments, references }
}
