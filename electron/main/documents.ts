import { createHash, randomUUID } from 'node:crypto'
import { lstat, open, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import {
  type AttachedDocument,
  type DocumentDescription,
  documentIdOf,
  largestDocumentBytes,
} from '../../shared/domain/document.ts'
import type { DocumentId } from '../../shared/domain/ids.ts'
import { contentHashOf } from '../../shared/domain/known-originals.ts'
import { refusalOf } from '../../shared/domain/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Attaching } from '../../shared/ipc/contract.ts'
import { sizeInWords } from '../../shared/size-in-words.ts'
import { t } from '../../shared/words/translate.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import { renamePatiently } from '../library/backup/patient-rename.ts'
import { diskError, makeFolder, syncFolder, withHandle } from '../library/durable-files.ts'
import { type FreeBytes, freeBytesOf, neededForImport } from '../library/free-space.ts'
import type { Library } from '../library/library.ts'
import { isOriginalIntact, keepOriginal, type StagedOriginal, stageOriginal } from '../library/originals.ts'
import { openedChunks } from '../sealed/sealed-file.ts'
import type { Renditions } from './renditions.ts'

/** Where a file belongs, and what a person says of it. */
export interface DocumentPlace extends Pick<AttachedDocument, 'clientId' | 'treatmentId'> {
  readonly description: DocumentDescription
}

/** What keeps a file from being attached, though it can't be shown. */
const stopping: ReadonlySet<string> = new Set(['cancelled', 'disk-full', 'folder-unavailable'])

/** The files that are attached to treatments. They are bytes: only pictures are ever opened, by the engine, to be shown. */
export class Documents {
  readonly #library: Library
  readonly #pool: EnginePool
  readonly #renditions: Renditions
  readonly #freeBytes: FreeBytes

  constructor(library: Library, pool: EnginePool, renditions: Renditions, freeBytes: FreeBytes = freeBytesOf) {
    this.#library = library
    this.#pool = pool
    this.#renditions = renditions
    this.#freeBytes = freeBytes
  }

  /**
   * Makes a file part of the library, sealed with its client's key; durable when this resolves. Throws, naming the file: `file-unreadable`, `unsupported-format` for an
   * empty one, `picture-too-large`, `disk-full`, `refused`.
   */
  async attach(path: string, place: DocumentPlace, options: RunOptions = {}): Promise<Attaching> {
    const fileName = basename(path)
    await this.#refuseTooMuch(path, fileName)
    const staged = await stageOriginal(this.#library, path, options.signal)
    try {
      return await this.#settle(staged, place, options)
    } finally {
      await rm(staged.stagedPath, { force: true })
    }
  }

  async #settle(
    staged: StagedOriginal,
    { clientId, treatmentId, description }: DocumentPlace,
    options: RunOptions,
  ): Promise<Attaching> {
    const { fileName, byteSize } = staged
    if (byteSize > largestDocumentBytes) throw tooLarge(fileName)
    const documentId = documentIdOf(staged.photoId, clientId)
    const present = this.#library.facts.documents.get(documentId)
    if (present && !present.isRemoved) {
      const isIntact = await isOriginalIntact(this.#library, documentId)
      if (!isIntact) await keepOriginal(this.#library, staged, clientId, documentId)
      return { outcome: isIntact ? 'already' : 'put-back', document: present, lastSeq: this.#library.lastSeq }
    }
    const ids = { documentId, clientId, treatmentId }
    const plain: AttachedDocument = { ...ids, fileName, byteSize, ...description, picture: null, isRemoved: false }
    const reason = refusalOf(this.#library.facts, attached(plain))
    if (reason) throw new AppError('refused', { fileName, reason })
    const document = { ...plain, picture: await this.#lookAt(documentId, staged, options) }
    await keepOriginal(this.#library, staged, clientId, documentId)
    const lastSeq = await this.#library.record([attached(document)])
    if (document.picture) await this.#renditions.giveFirst(documentId, clientId)
    return { outcome: 'attached', document, lastSeq }
  }

  /** The size of the picture in a file, with its thumbnail and working copy made; null where there is none that Stipple can show. */
  async #lookAt(
    documentId: DocumentId,
    { stagedPath, fileName }: StagedOriginal,
    options: RunOptions,
  ): Promise<AttachedDocument['picture']> {
    const outputs = this.#renditions.firstOutputs(documentId)
    const source = { path: stagedPath, key: this.#library.keys.fileKeyOf(stagedPath) }
    try {
      await makeFolder(dirname(outputs.thumb.path)).catch((error: unknown) => Promise.reject(diskError(error)))
      const { widthPx, heightPx, video } = await this.#pool.run(
        'inspect-photo',
        { source, fileName, ...outputs },
        options,
      )
      return video ? null : { widthPx, heightPx }
    } catch (error) {
      if (error instanceof AppError && !stopping.has(error.code)) return null
      throw error
    }
  }

  /** Writes a plain copy of a document to a place outside the library, whole or not at all. Throws `photo-missing` and `picture-damaged` for what the library lost. */
  async saveCopy(documentId: DocumentId, targetPath: string, { signal, onProgress }: RunOptions = {}): Promise<void> {
    const { title, byteSize } = this.get(documentId)
    if (isInside(this.#library.layout.folder, targetPath))
      throw new AppError('refused', {
        reason: t('A plain copy can’t stand inside the library itself. Choose another folder.'),
      })
    // beside its place under a name that nobody has, so that what stood there stays until the copy is whole
    const waiting = join(dirname(targetPath), `.${randomUUID()}.stipple`)
    const hash = createHash('sha256')
    let written = 0
    try {
      const { path, key } = this.#renditions.originalFile(documentId, `“${title}”`)
      await withHandle(await open(waiting, 'wx', 0o600), async (handle) => {
        for await (const chunk of openedChunks(path, key!)) {
          if (signal?.aborted) throw new AppError('cancelled')
          hash.update(chunk)
          await handle.writeFile(chunk)
          written += chunk.length
          onProgress?.(written / byteSize, 'Writing')
        }
        await handle.sync()
      })
      if (hash.digest('hex') !== contentHashOf(documentId)) throw new AppError('picture-damaged')
      await renamePatiently(waiting, targetPath)
      await syncFolder(dirname(targetPath))
    } catch (error) {
      if (error instanceof AppError && error.code === 'picture-damaged') throw damaged(title, error)
      throw diskError(error)
    } finally {
      await rm(waiting, { force: true }).catch(() => undefined)
    }
  }

  /** The document of this id; throws `photo-missing` when the library has none or it was removed. */
  get(documentId: DocumentId): AttachedDocument {
    const document = this.#library.facts.documents.get(documentId)
    if (!document || document.isRemoved) throw new AppError('photo-missing')
    return document
  }

  async #refuseTooMuch(path: string, fileName: string): Promise<void> {
    const size = (await lstat(path).catch(() => undefined))?.size ?? 0
    if (size > largestDocumentBytes) throw tooLarge(fileName)
    const needed = neededForImport(size)
    const free = await this.#freeBytes(this.#library.layout.folder)
    if (free >= needed) return
    const reason = t('{{needed}} must be free on the library’s disk; {{free}} are. Free some space, then try again.', {
      needed: sizeInWords(needed),
      free: sizeInWords(free),
    })
    throw new AppError('disk-full', { fileName, reason })
  }
}

function attached(data: AttachedDocument) {
  return { type: 'document-attached' as const, version: 1 as const, data }
}

function tooLarge(fileName: string): AppError {
  return new AppError('picture-too-large', { fileName, reason: t('The file is larger than 100 MB.') })
}

function damaged(title: string, cause: AppError): AppError {
  const reason = t('The file of “{{title}}” was damaged on the library’s disk. Attach it again, or restore a backup.', {
    title,
  })
  return new AppError('picture-damaged', { reason }, { cause })
}

/** Whether a path is a folder or stands in it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way)
}
