import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Photo } from '../../shared/domain/photo.ts'
import type { FrameOrigin } from '../../shared/domain/video.ts'
import { AppError } from '../../shared/errors.ts'
import type { FiledPhoto, StagedPhoto } from '../../shared/ipc/contract.ts'
import type { PhotoFile, SourceFile } from '../../shared/ipc/engine-tasks.ts'
import { sizeInWords } from '../../shared/size-in-words.ts'
import { t } from '../../shared/words/translate.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import { makeFolder } from '../library/durable-files.ts'
import { type FreeBytes, freeBytesOf, neededForImport } from '../library/free-space.ts'
import type { Library } from '../library/library.ts'
import {
  isOriginalIntact,
  keepOriginal,
  type StagedOriginal,
  stageContent,
  stageOriginal,
} from '../library/originals.ts'
import type { Renditions } from './renditions.ts'

interface StagedEntry {
  readonly original: StagedOriginal
  readonly photo: StagedPhoto
}

type AcceptedPhoto = FiledPhoto & { readonly frameOf?: FrameOrigin }

/** Photos that are copied, hashed and proved to be pictures, but not yet part of the library. */
export class StagingArea {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #freeBytes: FreeBytes
  readonly #staged = new Map<string, StagedEntry>()
  readonly #staging = new Map<string, Promise<StagedPhoto>>()
  #accepting: Promise<unknown> = Promise.resolve()

  constructor(library: Library, pool: EnginePool, renditions: Renditions, freeBytes: FreeBytes = freeBytesOf) {
    this.#freeBytes = freeBytes
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
  }

  /** Makes sure that a batch of this many bytes has room, before any of it is read. Throws `disk-full` with figures when it hasn't. */
  async begin(batchBytes: number): Promise<void> {
    const needed = neededForImport(batchBytes)
    const free = await this.#freeBytes(this.#library.layout.folder)
    if (free >= needed) return
    const reason = t(
      'To import {{batch}} of photos, {{needed}} must be free on the library’s disk; {{free}} are. Nothing was imported. Free some space, then try again.',
      { batch: sizeInWords(batchBytes), needed: sizeInWords(needed), free: sizeInWords(free) },
    )
    throw new AppError('disk-full', { reason })
  }

  /**
   * Copies and inspects one file. The copy is removed again when it is no picture or is in the library already; where the library's own file is missing or
   * damaged, the copy takes its place.
   */
  async stage(path: string, options: RunOptions = {}): Promise<StagedPhoto> {
    return this.#settleInTurn(await stageOriginal(this.#library, path, options.signal), options)
  }

  /** Inspects a picture that Stipple itself made. */
  async stageContent(content: Uint8Array, fileName: string): Promise<StagedPhoto> {
    return this.#settleInTurn(await stageContent(this.#library, content, fileName), {})
  }

  async #settleInTurn(original: StagedOriginal, options: RunOptions): Promise<StagedPhoto> {
    const { photoId, fileName } = original
    // the same picture twice at once: the second waits for what becomes of the first
    const before = this.#staging.get(photoId)
    const run = (before ?? Promise.resolve()).catch(() => undefined).then(() => this.#settle(original, options))
    this.#staging.set(photoId, run)
    try {
      return { ...(await run), fileName }
    } catch (error) {
      await rm(original.stagedPath, { force: true })
      throw error
    } finally {
      if (this.#staging.get(photoId) === run) this.#staging.delete(photoId)
    }
  }

  async #settle(original: StagedOriginal, options: RunOptions): Promise<StagedPhoto> {
    const { photoId, fileName, byteSize, stagedPath } = original
    const present = this.#library.facts.photos.get(photoId)
    const twin = this.#staged.get(photoId)
    if (present && !present.isRemoved) {
      const isPutBack = !(await isOriginalIntact(this.#library, photoId))
      if (isPutBack) await keepOriginal(this.#library, original, present.clientId)
      else await rm(stagedPath, { force: true })
      const { format, widthPx, heightPx, capture, isDamaged, clientId, video } = present
      return {
        photoId,
        fileName,
        byteSize,
        format,
        widthPx,
        heightPx,
        capture,
        isDamaged,
        isPutBack,
        alreadyOf: clientId,
        angleGuess: null,
        video,
      }
    }
    if (twin) {
      await rm(stagedPath, { force: true })
      return twin.photo
    }
    const outputs = this.#renditions.firstOutputs(photoId)
    await makeFolder(dirname(outputs.thumb.path))
    const source = { path: stagedPath, key: this.#library.keys.fileKeyOf(stagedPath) }
    const inspection = await this.#pool.run('inspect-photo', { source, fileName, ...outputs }, options)
    const angleGuess = inspection.video ? null : await this.#guessAngle(source, options)
    const photo = { photoId, fileName, byteSize, alreadyOf: null, isPutBack: false, angleGuess, ...inspection }
    this.#staged.set(photoId, { original, photo })
    return photo
  }

  /** A guess is a help: a photo whose angle can't be guessed is imported all the same. */
  async #guessAngle(source: SourceFile, { signal }: RunOptions): Promise<StagedPhoto['angleGuess']> {
    try {
      const { angle, confidence } = await this.#pool.run(
        'guess-angle',
        { photo: { ...source, quarterTurns: 0 } },
        signal ? { signal } : {},
      )
      return angle && { angle, confidence }
    } catch (error) {
      if (error instanceof AppError && error.code !== 'cancelled') return null
      throw error
    }
  }

  /** A staged photo's copy as the engine reads it; undefined for a video, and when it doesn't wait here any more. */
  fileOf(photoId: string, quarterTurns: number): PhotoFile | undefined {
    return this.isVideo(photoId) ? undefined : this.#copyOf(photoId, quarterTurns)
  }

  /** True while a video of this id waits here. */
  isVideo(photoId: string): boolean {
    return this.#staged.get(photoId)?.photo.video !== undefined
  }

  /** A staged video's copy; undefined for anything else. */
  videoFileOf(photoId: string): SourceFile | undefined {
    return this.isVideo(photoId) ? this.#copyOf(photoId, 0) : undefined
  }

  #copyOf(photoId: string, quarterTurns: number): PhotoFile | undefined {
    const entry = this.#staged.get(photoId)
    if (!entry) return undefined
    const path = entry.original.stagedPath
    return { path, key: this.#library.keys.fileKeyOf(path), quarterTurns }
  }

  /** Makes staged photos part of the library: files first, then one append for all of them; one batch after another. Those that the client was given from elsewhere meanwhile are left as they are. */
  async accept(
    clientId: Photo['clientId'],
    treatmentId: Photo['treatmentId'],
    filed: readonly AcceptedPhoto[],
  ): Promise<number> {
    const before = this.#accepting
    const run = before.catch(() => undefined).then(() => this.#accept(clientId, treatmentId, filed))
    this.#accepting = run
    return run
  }

  async #accept(
    clientId: Photo['clientId'],
    treatmentId: Photo['treatmentId'],
    filed: readonly AcceptedPhoto[],
  ): Promise<number> {
    const { facts } = this.#library
    const entries = filed.flatMap((filing) => {
      const entry = this.#staged.get(filing.photoId)
      if (entry) return [{ entry, filing }]
      const present = facts.photos.get(filing.photoId)
      if (present?.clientId === clientId && !present.isRemoved) return []
      throw new AppError('refused', { reason: t('A photo is no longer waiting to be saved. Drop the files again.') })
    })
    if (entries.length === 0) return this.#library.lastSeq
    // for somebody who is gone nothing may be sealed
    if (facts.clients.get(clientId)?.isRemoved !== false)
      throw new AppError('refused', { reason: t('There is no such client.') })
    for (const { entry } of entries) await keepOriginal(this.#library, entry.original, clientId)
    const lastSeq = await this.#library.record(
      entries.map(({ entry, filing }) => ({
        type: 'photo-imported' as const,
        version: 1 as const,
        data: { ...photoFacts(entry.photo), ...filing, clientId, treatmentId },
      })),
    )
    for (const { filing } of entries) {
      this.#staged.delete(filing.photoId)
      await this.#renditions.giveFirst(filing.photoId, clientId)
    }
    return lastSeq
  }

  /** Forgets staged photos and removes their copies and thumbnails. */
  async discard(photoIds: readonly string[]): Promise<void> {
    for (const photoId of photoIds) {
      const entry = this.#staged.get(photoId)
      if (!entry) continue
      this.#staged.delete(photoId)
      const { thumbPath, workPath } = this.#renditions.firstPaths(photoId)
      const posterPath = this.#renditions.posterPath(photoId)
      for (const path of [entry.original.stagedPath, thumbPath, workPath, posterPath]) await rm(path, { force: true })
    }
  }
}

function photoFacts({ photoId, fileName, byteSize, format, widthPx, heightPx, isDamaged, video }: StagedPhoto) {
  const kind = video ? { video } : {}
  return { photoId, fileName, byteSize, format, widthPx, heightPx, isDamaged, head: null, isRemoved: false, ...kind }
}
