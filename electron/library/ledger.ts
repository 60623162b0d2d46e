import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import { AppError } from '../../shared/errors.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError, makeFolder, syncFolder, withHandle, writeFileDurably } from './durable-files.ts'
import type { LibraryPlaces } from './layout.ts'
import { chainStart, encodeLine, lineHash } from './ledger-line.ts'
import { LedgerReads } from './ledger-reads.ts'
import { compareSums, LedgerSums, readFully } from './ledger-sums.ts'
import { type ChainEnd, emptyChain, LedgerWalk, type LineVisitor, type WalkedLedger } from './ledger-walk.ts'
import type { LibraryKeys } from './library-keys.ts'
import { sealEntry } from './sealed-entry.ts'

const pieceBytes = 4 * 1024 ** 2

/** A part of the ledger that was verified before: where it ends, and the sums of its bytes. */
export interface KnownPart extends ChainEnd {
  readonly sums: readonly number[]
}

/** What opening a ledger found. `damage` and torn bytes as the walk tells them; torn ones were set aside. */
interface OpenedLedger {
  readonly ledger: Ledger
  readonly damage: WalkedLedger['damage']
  readonly tornSetAside: boolean
}

interface WalkedFile {
  readonly walked: WalkedLedger
  readonly sums: LedgerSums
}

/** How a ledger's lines are read. */
export interface LedgerReading {
  readonly visit: LineVisitor
  /** Keys that aren't there, though neither the ledger nor anything else says that their clients were erased. */
  readonly untoldKeyIds?: () => ReadonlySet<string>
}

/**
 * Begins reading a ledger's lines: those after the known part where it is there, else all. `reads` reads again what was visited. What is sealed with one of
 * `refusedKeyIds` is damage.
 */
export type BeginReading = (reads: LedgerReads, isKnown: boolean, refusedKeyIds: ReadonlySet<string>) => LedgerReading

/** The open ledger: the only place that writes events. A damaged one is only read. */
export class Ledger {
  readonly #reads: LedgerReads
  readonly #path: string
  /** Undefined where the ledger is damaged. */
  #writing: FileHandle | undefined
  readonly #keys: LibraryKeys
  readonly #sums: LedgerSums
  #end: ChainEnd
  #failed = false

  private constructor(
    path: string,
    reads: LedgerReads,
    writing: FileHandle | undefined,
    keys: LibraryKeys,
    { walked: { lastSeq, byteLength, lastHash }, sums }: WalkedFile,
  ) {
    this.#path = path
    this.#reads = reads
    this.#writing = writing
    this.#keys = keys
    this.#sums = sums
    this.#end = { lastSeq, byteLength, lastHash }
  }

  /**
   * Opens and verifies a ledger, making it when there is none. What is `known` is only compared with its sums; where it differs, the whole ledger is verified.
   * A torn last line is set aside beside the ledger, never thrown away. Of a damaged ledger nothing is changed. Throws `library-damaged` when not even its first
   * record is left.
   */
  static async open(
    places: LibraryPlaces,
    keys: LibraryKeys,
    begin: BeginReading,
    known?: KnownPart,
    step: OpeningStep = () => undefined,
  ): Promise<OpenedLedger> {
    const reads = new LedgerReads(places.ledger, keys)
    let writing: FileHandle | undefined
    try {
      if (!known) await makeLedger(places)
      const found = await readFile(places, (isKnown, refused) => begin(reads, isKnown, refused), known, step)
      const { damage, tornBytes, byteLength, lastSeq } = found.walked
      if (damage?.afterSeq === 0) throw new AppError('library-damaged', { reason: damage.reason })
      if (damage)
        return { ledger: new Ledger(places.ledger, reads, undefined, keys, found), damage, tornSetAside: false }
      const tornSetAside = tornBytes.length > 0
      if (tornSetAside)
        await writeFileDurably(join(places.ledgerFolder, `torn-after-${lastSeq}-${tornBytes.length}.bin`), tornBytes)
      writing = await open(places.ledger, constants.O_RDWR)
      if (tornSetAside) await writing.truncate(byteLength)
      await writing.sync()
      return { ledger: new Ledger(places.ledger, reads, writing, keys, found), damage, tornSetAside }
    } catch (error) {
      reads.close()
      await writing?.close()
      const { code } = error as NodeJS.ErrnoException
      if (known && code === 'ENOENT')
        throw new AppError('library-damaged', { reason: t('the record of its photos is gone') })
      throw diskError(error)
    }
  }

  /** The part of the ledger that is verified and acknowledged now. */
  get known(): KnownPart {
    return { ...this.#end, sums: this.#sums.sums() }
  }

  get lastSeq(): number {
    return this.#end.lastSeq
  }

  /** How much of the file is acknowledged, and the hash of the last line in it. */
  get acknowledged(): ChainEnd {
    return this.#end
  }

  /**
   * Appends events as one line, each sealed for its client (null: for the library), and returns their records once they are on the disk. Callers must not run
   * two appends at once.
   */
  async append(
    events: readonly DomainEvent[],
    clientIds: readonly (string | null)[],
    at = new Date().toISOString(),
  ): Promise<LedgerRecord[]> {
    if (!this.#writing) throw new AppError('library-read-only')
    if (this.#failed) await this.#takeUpAgain(this.#writing)
    const writing = this.#writing
    const keyIds = await this.#keys.keyIdsFor(clientIds)
    const { lastSeq, byteLength, lastHash } = this.#end
    const place = { seq: lastSeq + 1, prev: lastHash }
    const line = encodeLine(sealEntry(this.#keys, place, at, events, keyIds))
    const bytes = Buffer.from(line)
    try {
      await writeFully(writing, bytes, byteLength)
      await writing.datasync()
    } catch (error) {
      await this.#takeBack(writing)
      throw diskError(error)
    }
    this.#sums.add(bytes)
    this.#end = {
      lastSeq: lastSeq + events.length,
      byteLength: byteLength + bytes.length,
      lastHash: lineHash(line),
    }
    return events.map((event, index) => ({ seq: lastSeq + 1 + index, at, event }))
  }

  async close(): Promise<void> {
    this.#reads.close()
    await this.#writing?.close()
  }

  // a drive that was pulled and is back: its file is taken up where the last acknowledged line ends, if that line still stands there
  async #takeUpAgain(before: FileHandle): Promise<void> {
    const { byteLength, lastHash } = this.#end
    const handle = await open(this.#path, constants.O_RDWR).catch((error: unknown) => Promise.reject(diskError(error)))
    try {
      if ((await lastLineHash(handle, byteLength)) !== lastHash)
        throw new AppError('folder-unavailable', { reason: t('The library was changed meanwhile. Restart Stipple.') })
      await handle.truncate(byteLength)
      await handle.datasync()
    } catch (error) {
      await handle.close()
      throw diskError(error)
    }
    await before.close().catch(() => undefined)
    this.#writing = handle
    this.#failed = false
  }

  // after a failed write or fsync the handle isn't trusted again unless the line could be taken back whole
  async #takeBack(writing: FileHandle): Promise<void> {
    try {
      await writing.truncate(this.#end.byteLength)
      await writing.datasync()
    } catch {
      this.#failed = true
    }
  }
}

/** The hash of the line that ends at `end`; that of no line when there is none. */
async function lastLineHash(handle: FileHandle, end: number): Promise<string | undefined> {
  if (end === 0) return chainStart
  for (let length = 4096; ; length *= 4) {
    const start = Math.max(0, end - length)
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    if (bytesRead < bytes.length || bytes.at(-1) !== 10) return undefined
    const before = bytes.lastIndexOf(10, bytes.length - 2)
    if (before >= 0 || start === 0) return lineHash(bytes.toString('utf8', before + 1))
  }
}

async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function makeLedger({ ledger, ledgerFolder }: LibraryPlaces): Promise<void> {
  await makeFolder(ledgerFolder)
  await (await open(ledger, constants.O_RDONLY | constants.O_CREAT, 0o600)).close()
  await syncFolder(ledgerFolder)
}

/** Reads and verifies the file; a key that is lost without a word of an erasure makes damage of the first line that needs it. */
async function readFile(
  places: LibraryPlaces,
  begin: (isKnown: boolean, refusedKeyIds: ReadonlySet<string>) => LedgerReading,
  known: KnownPart | undefined,
  step: OpeningStep,
): Promise<WalkedFile> {
  return withHandle(await open(places.ledger, constants.O_RDONLY), async (file) => {
    let untoldKeyIds: ReadonlySet<string> = new Set()
    const walk = () =>
      walkFile(
        file,
        (isKnown) => {
          const reading = begin(isKnown, untoldKeyIds)
          untoldOf = reading.untoldKeyIds ?? (() => new Set())
          return reading.visit
        },
        known,
        step,
      )
    let untoldOf: () => ReadonlySet<string> = () => new Set()
    const found = await walk()
    untoldKeyIds = untoldOf()
    return untoldKeyIds.size === 0 ? found : walk()
  })
}

async function walkFile(
  file: FileHandle,
  begin: (isKnown: boolean) => LineVisitor,
  known: KnownPart | undefined,
  step: OpeningStep,
): Promise<WalkedFile> {
  const { size } = await file.stat()
  const checked = known && (await compareSums(file, known.byteLength, known.sums))
  const sums = checked ?? new LedgerSums()
  const from = checked && known ? known : emptyChain
  const walk = new LedgerWalk(begin(checked !== undefined), (bytes) => sums.add(bytes), from)
  for (let at = from.byteLength; ; ) {
    const bytes = Buffer.allocUnsafe(pieceBytes)
    const length = await readFully(file, bytes, at)
    walk.push(bytes.subarray(0, length))
    at += length
    await step({ step: 'reading', recordCount: walk.lastSeq, share: size === 0 ? 1 : Math.min(1, at / size) })
    if (length < bytes.length) break
  }
  return { walked: withMissingEnd(walk.end(), known), sums }
}

/** A ledger that ends before what was once verified has lost its end, however well it reads up to there. */
function withMissingEnd(walked: WalkedLedger, known: KnownPart | undefined): WalkedLedger {
  if (!known || walked.lastSeq >= known.lastSeq) return walked
  const afterSeq = walked.lastSeq
  const reason = walked.damage?.reason ?? t('the end is missing after record {{number}}', { number: afterSeq })
  return { ...walked, damage: { afterSeq, reason, lastSeq: Math.max(walked.damage?.lastSeq ?? 0, known.lastSeq) } }
}
