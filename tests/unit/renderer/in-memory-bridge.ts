import type { z } from 'zod'
import type { AngleMatch } from '../../../shared/domain/angle-by-matching.ts'
import { type ClientCard, clientCardOf } from '../../../shared/domain/client-card.ts'
import { clientOfEvent } from '../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../shared/domain/client-record-filter.ts'
import { type ClientRows, rowsOf } from '../../../shared/domain/client-rows.ts'
import { type AttachedDocument, documentIdOf } from '../../../shared/domain/document.ts'
import type { DomainEvent, LedgerRecord } from '../../../shared/domain/events.ts'
import { exportsOfClient, type ListedExports } from '../../../shared/domain/exported/client-exports.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../shared/domain/facts.ts'
import {
  type ClientId,
  clientIdSchema,
  type PhotoId,
  photoIdSchema,
  treatmentIdSchema,
} from '../../../shared/domain/ids.ts'
import { isHeld } from '../../../shared/domain/retention.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { studioRowsOf } from '../../../shared/domain/studio-rows.ts'
import { trashOf } from '../../../shared/domain/trash.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Bridge } from '../../../shared/ipc/bridge.ts'
import {
  type Announcement,
  contract,
  type FileOffer,
  type HotFolderState,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  type StagedPhoto,
} from '../../../shared/ipc/contract.ts'
import { errorReplyOf } from '../../../shared/ipc/result.ts'

/** What reading an offered file leads to: a staged photo, or an error. */
export type Staging = (offer: FileOffer, signal: AbortSignal) => Promise<StagedPhoto>

type ParsedInput<Name extends RequestName> = z.output<(typeof contract)[Name]['input']>
type Handlers = { [Name in RequestName]?: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>> }

/** A machine without disk and pictures for tests of the window: its ledger lives in memory, its rules and reducer are the real ones. */
export class InMemoryBridge implements Bridge {
  readonly records: LedgerRecord[] = []
  readonly facts: Facts = emptyFacts()
  readonly requests: { name: RequestName; input: unknown }[] = []
  readonly offers = new Map<string, FileOffer>()
  /** What the dialog for files gives when it is opened. */
  chosen: FileOffer[] = []
  staging: Staging = async () => {
    throw new AppError('file-unreadable')
  }
  /** Which angle's sorted photos a staged photo looks like. */
  matching: (asked: ParsedInput<'import.match-angle'>) => Promise<AngleMatch | null> = async () => null
  /** When the next events happen. */
  clock = new Date('2026-06-01T09:00:00.000Z')
  /** How much room an import finds. */
  freeBytes = 10 ** 12
  /** The hot folder's state; change it by `tellHotFolder`. */
  hotFolder: HotFolderState = { condition: 'none', folderName: '', waitingCount: 0 }
  /** What a test answers itself. */
  answers: Handlers = {}
  readonly #clientIds: (ClientId | null)[] = []
  readonly #staged = new Map<string, StagedPhoto>()
  readonly #works = new Map<string, AbortController>()
  readonly #listeners = new Set<(announcement: Announcement) => void>()

  /** Records events as main does: by the rules, then announced. */
  record(events: readonly DomainEvent[]): number {
    const fresh = events.map((event) => {
      const refusal = refusalOf(this.facts, event)
      if (refusal) throw new AppError('refused', { reason: refusal })
      this.#clientIds.push(clientOfEvent(this.facts, event))
      const record = { seq: this.records.length + 1, at: this.clock.toISOString(), event }
      applyEvent(this.facts, event, record.at)
      this.records.push(record)
      return record
    })
    this.clock = new Date(this.clock.getTime() + 1000)
    const clientIds = this.#clientIds.slice(this.records.length - fresh.length)
    this.announce({ kind: 'recorded', records: fresh, clientIds, cards: this.#cards() })
    return this.records.length
  }

  /** Announces a change of the hot folder's state, as main does. */
  tellHotFolder(change: Partial<HotFolderState>): void {
    this.hotFolder = { ...this.hotFolder, ...change }
    this.announce({ kind: 'hot-folder', state: this.hotFolder })
  }

  /** Tells the window something unasked. */
  announce(announcement: Announcement): void {
    for (const listener of this.#listeners) listener(announcement)
  }

  #cards(): ClientCard[] {
    return [...this.facts.clients.keys()].flatMap((clientId) => clientCardOf(this.facts, clientId) ?? [])
  }

  #listedExports(): ListedExports[] {
    return [...this.facts.clients.values()].flatMap((client) => {
      const exported = exportsOfClient(this.facts, client.clientId)
      return exported ? [{ client, ...exported }] : []
    })
  }

  /** The rows of one client: what no other's records say. */
  #rowsOf(clientId: string): ClientRows {
    const own = emptyFacts()
    for (const [index, { event, at }] of this.records.entries())
      if (this.#clientIds[index] === clientId) applyEvent(own, event, at)
    return rowsOf(own)
  }

  /** Makes a file known, as a drop or the dialog does. */
  offer(fileName: string): FileOffer {
    const offer = { offerId: crypto.randomUUID(), fileName, byteSize: 1000 }
    this.offers.set(offer.offerId, offer)
    return offer
  }

  /** The inputs of every request of this name so far. */
  inputsOf<Name extends RequestName>(name: Name): RequestInput<Name>[] {
    return this.requests.filter((request) => request.name === name).map(({ input }) => input as RequestInput<Name>)
  }

  request: Bridge['request'] = async (name, input) => {
    this.requests.push({ name, input })
    try {
      const parsed = contract[name].input.parse(input) as ParsedInput<typeof name>
      const handler = (this.answers[name] ?? this.#handlers[name]) as
        | ((given: typeof parsed) => Promise<RequestOutput<typeof name>>)
        | undefined
      if (!handler) throw new AppError('refused', { reason: `No ${name} in memory.` })
      return { ok: true, value: await handler(parsed) }
    } catch (error) {
      return { ok: false, error: errorReplyOf(error) }
    }
  }

  offerFiles: Bridge['offerFiles'] = async (files) => ({
    ok: true,
    value: { offers: (files as File[]).map(({ name }) => this.offer(name)) },
  })

  onAnnouncement: Bridge['onAnnouncement'] = (listener) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly #handlers: Handlers = {
    'library.status': async () => ({
      refusal: null,
      damage: null,
      lastSeq: this.records.length,
      notices: [],
    }),
    'library.clients': async () => ({
      cards: this.#cards(),
      studio: studioRowsOf(this.facts),
      lastSeq: this.records.length,
    }),
    'library.client': async ({ clientId }) => ({ rows: this.#rowsOf(clientId), lastSeq: this.records.length }),
    'library.history': async ({ clientId, afterSeq }) => ({
      records: this.records.filter(clientRecordFilter(clientId)).filter(({ seq }) => seq > afterSeq),
    }),
    'library.record': async ({ events }) => ({ lastSeq: this.record(events) }),
    'studio.read': async () => ({ name: '', logo: null }),
    'sample.add': async () => ({ clientId: this.addSample() }),
    'import.choose': async () => ({ offers: this.chosen }),
    'import.begin': async ({ batchBytes }) => {
      if (this.freeBytes < batchBytes) throw new AppError('disk-full', { reason: 'Too little room for these photos.' })
      return {}
    },
    'import.stage': async ({ offerId, workId }) => {
      const offer = this.offers.get(offerId)
      if (!offer) throw new AppError('refused', { reason: 'This file was not offered.' })
      const work = new AbortController()
      this.#works.set(workId, work)
      const staged = await this.staging(offer, work.signal)
      if (staged.alreadyOf === null) this.#staged.set(staged.photoId, staged)
      return staged
    },
    'import.accept': async ({ clientId, treatmentId, photos }) => ({
      lastSeq: this.record(
        photos.map((filing) => {
          const staged = this.#staged.get(filing.photoId)
          if (!staged) throw new AppError('refused', { reason: 'A photo is no longer waiting to be saved.' })
          const { alreadyOf, isPutBack, angleGuess, ...facts } = staged
          const data = { ...facts, ...filing, clientId, treatmentId, head: null, isRemoved: false }
          return { type: 'photo-imported', version: 1, data }
        }),
      ),
    }),
    'import.match-angle': async (asked) => ({ match: await this.matching(asked) }),
    'import.discard': async ({ photoIds }) => {
      for (const photoId of photoIds) this.#staged.delete(photoId)
      return {}
    },
    'trash.list': async () => trashOf(this.facts),
    'exports.list': async () => ({ clients: this.#listedExports() }),
    'trash.erase-client': async ({ clientId, isMeantDespiteHold }) => {
      const client = trashOf(this.facts).clients.find((candidate) => candidate.clientId === clientId)
      if (isHeld(client?.hold ?? null, new Date()) && !isMeantDespiteHold)
        throw new AppError('refused', { reason: 'This is to be kept.' })
      this.record([{ type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } }])
      return {}
    },
    'trash.delete-photos': async ({ photoIds }) => {
      const idOf = (photoId: PhotoId) => this.facts.photos.get(photoId)!.clientId
      this.record(
        photoIds.map((photoId) => ({
          type: 'photo-deleted',
          version: 1,
          data: { photoId, clientId: idOf(photoId) },
        })),
      )
      return {}
    },
    'documents.choose': async () => ({ offers: this.chosen }),
    'documents.attach': async ({ offerId, clientId, treatmentId, description }) => {
      const offer = this.offers.get(offerId)
      if (!offer) throw new AppError('refused', { reason: 'This file was not offered.' })
      const { fileName, byteSize } = offer
      const name = Array.from(fileName, (character) => character.charCodeAt(0).toString(16)).join('')
      const documentId = documentIdOf(photoIdSchema.parse(name.padStart(64, '0').slice(-64)), clientId)
      const present = this.facts.documents.get(documentId)
      if (present && !present.isRemoved) return { outcome: 'already', document: present, lastSeq: this.records.length }
      const ids = { documentId, clientId, treatmentId }
      const picture = /\.(jpe?g|png)$/.test(fileName) ? { widthPx: 1200, heightPx: 1600 } : null
      const document: AttachedDocument = { ...ids, fileName, byteSize, ...description, picture, isRemoved: false }
      const lastSeq = this.record([{ type: 'document-attached', version: 1, data: document }])
      return { outcome: 'attached', document, lastSeq }
    },
    'hot-folder.state': async () => this.hotFolder,
    'hot-folder.settle': async () => ({}),
    'backup.status': async () => ({ last: null, test: null, isDue: false, hasChangedSince: false }),
    'work.cancel': async ({ workId }) => {
      this.#works.get(workId)?.abort()
      return {}
    },
  }

  /** Adds the sample client, or restores it; photos come from `record`. */
  addSample(): ClientId {
    const present = [...this.facts.clients.values()].find(({ isSample }) => isSample)
    const clientId = present?.clientId ?? clientIdSchema.parse(crypto.randomUUID())
    const addedAt = '2026-01-01T00:00:00.000Z'
    if (present) this.record([{ type: 'client-restored', version: 1, data: { clientId } }])
    else
      this.record([
        {
          type: 'client-added',
          version: 1,
          data: { clientId, name: 'Sample client', isSample: true, addedAt, isRemoved: false },
        },
        {
          type: 'treatment-added',
          version: 1,
          data: {
            treatmentId: treatmentIdSchema.parse(crypto.randomUUID()),
            clientId,
            name: 'Treatment 1',
            sessionCount: 3,
            addedAt,
          },
        },
      ])
    return clientId
  }
}
