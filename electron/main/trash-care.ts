import type { ClientId, PhotoId } from '../../shared/domain/ids.ts'
import { isHeld } from '../../shared/domain/retention.ts'
import { isDue, type Trash, type Trashed } from '../../shared/domain/trash.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { deletePhotos, eraseClient, finishErasures } from '../library/erasure/erase.ts'
import { eraseInKeptLibraries, removeKeptLibraries } from '../library/erasure/kept-libraries.ts'
import type { Library } from '../library/library.ts'
import { wasSeenSince } from './care-dates.ts'
import { forgetNames } from './originals-check.ts'
import type { UpkeepRecord } from './upkeep-record.ts'

/** What is in the trash, and how it leaves it: by a person's word, or by itself when its time is over (docs/adr/0010). */
export class TrashCare {
  readonly #library: Library
  readonly #record: UpkeepRecord
  /** The disk refused something in the middle of an erasure. */
  #isUnfinished = false

  constructor(library: Library, record: UpkeepRecord) {
    this.#library = library
    this.#record = record
  }

  get present(): Trash {
    return this.#library.trash()
  }

  /** Erases a client in the trash, here and in the libraries that were kept aside. Throws `refused` while a note holds the record, unless that is said to be meant. */
  async eraseClient(clientId: ClientId, isMeantDespiteHold: boolean, now = new Date()): Promise<void> {
    const client = this.present.clients.find((candidate) => candidate.clientId === clientId)
    if (!client) throw new AppError('refused', { reason: t('This client is not in the trash.') })
    refuseHeld([client], isMeantDespiteHold, now)
    await this.#erase(clientId)
    await this.#clean()
  }

  /** Deletes photos in the trash for good; refuses as `eraseClient` does. */
  async deletePhotos(photoIds: readonly PhotoId[], isMeantDespiteHold: boolean, now = new Date()): Promise<void> {
    const wanted = new Set(photoIds)
    const photos = this.present.photos.filter(({ photoId }) => wanted.has(photoId))
    if (photos.length < wanted.size)
      throw new AppError('refused', { reason: t('A photo is not in the trash any more.') })
    refuseHeld(photos, isMeantDespiteHold, now)
    await deletePhotos(
      this.#library,
      photos.map(({ photoId }) => photoId),
    )
    await this.#clean()
  }

  /** Does what is due: photos and clients whose time is over and that go by themselves; libraries that were kept long enough; what an erasure left undone. */
  async runDue(now: Date, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const { folder } = this.#library.layout
    if (this.#isUnfinished) await finishErasures(this.#library)
    this.#isUnfinished = false
    await eraseInKeptLibraries(folder)
    const { seenDays } = this.#record.present
    const isReady = (thing: Trashed) =>
      thing.goesByItself && isDue(thing, now) && wasSeenSince(thing.removedAt, seenDays, now)
    const { clients, photos } = this.present
    const photoIds = photos.filter(isReady).map(({ photoId }) => photoId)
    if (photoIds.length > 0) await deletePhotos(this.#library, photoIds)
    const due = clients.filter(isReady)
    for (const { clientId } of due) {
      if (signal.aborted) return
      await this.#erase(clientId)
    }
    if (photoIds.length + due.length > 0) await this.#clean()
    await removeKeptLibraries(
      folder,
      ({ keptAt, goesAt }) => goesAt <= now && wasSeenSince(keptAt.toISOString(), seenDays, now),
    )
  }

  async #erase(clientId: ClientId): Promise<void> {
    try {
      await eraseClient(this.#library, clientId)
    } catch (error) {
      if (this.#library.facts.clients.has(clientId)) throw error
      this.#isUnfinished = true
      const reason = t(
        'The client is gone from the library, but the disk refused to remove all files. Stipple goes on with it within the hour, and at its next start.',
      )
      throw new AppError('refused', { reason }, { cause: error })
    }
  }

  /** What stands outside the library: kept libraries, and names of files in the upkeep's record. */
  async #clean(): Promise<void> {
    await forgetNames(this.#library, this.#record)
    await eraseInKeptLibraries(this.#library.layout.folder)
  }
}

function refuseHeld(things: readonly Trashed[], isMeantDespiteHold: boolean, now: Date): void {
  const held = things.find(({ hold }) => isHeld(hold, now))
  if (held?.hold && !isMeantDespiteHold)
    throw new AppError('refused', { reason: t('This is to be kept until {{day}}.', { day: held.hold.until }) })
}
