import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { decodeLine } from './ledger-line.ts'
import { recordsOfKey } from './ledger-reading.ts'
import type { Span } from './ledger-walk.ts'
import type { LibraryKeys } from './library-keys.ts'

/** Reads parts of a verified ledger again. */
export class LedgerReads {
  readonly #file: FileHandle
  readonly #keys: LibraryKeys

  constructor(file: FileHandle, keys: LibraryKeys) {
    this.#file = file
    this.#keys = keys
  }

  /** The records in these spans that one key opens, in order. Throws `library-damaged` where the disk gives something else than was verified. */
  readRecords(spans: readonly Span[], keyId: string): LedgerRecord[] {
    return spans.flatMap(({ start, end }) => {
      const bytes = Buffer.allocUnsafe(end - start)
      const length = readSync(this.#file.fd, bytes, 0, bytes.length, start)
      const lines = bytes.toString('utf8', 0, length).split('\n').slice(0, -1)
      return lines.flatMap((line) => recordsOfKey(this.#keys, decodeLine(line), keyId))
    })
  }

  /** Whose key this is; undefined for the library's own. */
  clientOfKey(keyId: string): string | undefined {
    return this.#keys.clientOfKey(keyId)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}
