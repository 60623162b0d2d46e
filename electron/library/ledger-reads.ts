import { closeSync, openSync, readSync } from 'node:fs'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError } from './durable-files.ts'
import { decodeLine } from './ledger-line.ts'
import { recordsOfKey } from './ledger-reading.ts'
import type { Span } from './ledger-walk.ts'
import type { LibraryKeys } from './library-keys.ts'

/** Reads parts of a verified ledger again. */
export class LedgerReads {
  readonly #path: string
  readonly #keys: LibraryKeys
  #file: number | undefined
  #isClosed = false

  constructor(path: string, keys: LibraryKeys) {
    this.#path = path
    this.#keys = keys
  }

  /** The records in these spans that one key opens, in order. Throws `library-damaged` where the disk gives something else than was verified. */
  readRecords(spans: readonly Span[], keyId: string): LedgerRecord[] {
    return spans.flatMap((span) => {
      const lines = this.#read(span).toString('utf8').split('\n').slice(0, -1)
      return lines.flatMap((line) => recordsOfKey(this.#keys, decodeLine(line), keyId))
    })
  }

  /** Whose key this is; undefined for the library's own. */
  clientOfKey(keyId: string): string | undefined {
    return this.#keys.findClient(keyId)
  }

  /** Nothing can be read from then on. */
  close(): void {
    this.#isClosed = true
    this.#closeFile()
  }

  // a drive that was pulled and is back needs its file opened anew
  #read(span: Span): Buffer {
    if (this.#isClosed) throw new AppError('refused', { reason: t('The library is closed.') })
    const wasOpen = this.#file !== undefined
    try {
      return this.#readFrom(span)
    } catch (error) {
      this.#closeFile()
      if (!wasOpen) throw diskError(error)
    }
    try {
      return this.#readFrom(span)
    } catch (error) {
      this.#closeFile()
      throw diskError(error)
    }
  }

  #readFrom({ start, end }: Span): Buffer {
    this.#file ??= openSync(this.#path, 'r')
    const bytes = Buffer.allocUnsafe(end - start)
    for (let read = 0; read < bytes.length; ) {
      const length = readSync(this.#file, bytes, read, bytes.length - read, start + read)
      if (length === 0) return bytes.subarray(0, read)
      read += length
    }
    return bytes
  }

  #closeFile(): void {
    const file = this.#file
    this.#file = undefined
    try {
      if (file !== undefined) closeSync(file)
    } catch {
      // what a drive that is gone says when its file is closed matters to nobody
    }
  }
}
