import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { chainStart, decodeLine, type LedgerLine, lineHash } from './ledger-line.ts'

/** Where a line stands in the ledger's file: from `start` up to, not including, `end`, in bytes. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where the good lines of a ledger end: `byteLength` is their length, `lastHash` the hash of the last. */
export interface ChainEnd {
  readonly lastSeq: number
  readonly byteLength: number
  readonly lastHash: string
}

/** What is wrong with a ledger: the good part ends with record `afterSeq`; at least up to `lastSeq` there were records. */
export interface LedgerDamage {
  readonly afterSeq: number
  readonly lastSeq: number
  readonly reason: string
}

/** What a walk along a ledger found. */
export interface WalkedLedger extends ChainEnd {
  /** Bytes after the last good line: an append that a crash cut short. Empty where there is damage. */
  readonly tornBytes: Uint8Array
  readonly damage: LedgerDamage | undefined
}

/** Looks at a line whose place is right: how many records it holds, or in words why it can't be taken. */
export type LineVisitor = (entry: LedgerLine, span: Span) => number | string

/** The end of a ledger without lines. */
export const emptyChain: ChainEnd = { lastSeq: 0, byteLength: 0, lastHash: chainStart }

/**
 * Verifies a ledger piece by piece: checksum, order and chain of each line. Only a last line that a crash cut short is passed over (it was never acknowledged);
 * anything else that is wrong is damage, and nothing after it is visited.
 */
export class LedgerWalk {
  readonly #visit: LineVisitor
  readonly #onGood: (bytes: Uint8Array) => void
  #end: ChainEnd
  #rest: Buffer = Buffer.alloc(0)
  #damage: LedgerDamage | undefined

  /** `onGood` is given the bytes of all good lines, in order. `from` is where the walk begins. */
  constructor(visit: LineVisitor, onGood: (bytes: Uint8Array) => void = () => undefined, from: ChainEnd = emptyChain) {
    this.#visit = visit
    this.#onGood = onGood
    this.#end = from
  }

  /** The last good record so far. */
  get lastSeq(): number {
    return this.#end.lastSeq
  }

  /** Takes the next bytes of the file. */
  push(bytes: Buffer): void {
    const piece = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    let at = 0
    for (let feed = piece.indexOf(10); feed >= 0; feed = piece.indexOf(10, at)) {
      const taken = this.#take(piece.toString('utf8', at, feed), feed + 1 - at)
      // a bad line may be one that a power failure left half written, as long as nothing follows it
      if (!taken && feed + 1 === piece.length) break
      if (!taken) this.#fail(t('a record can’t be read'))
      at = feed + 1
    }
    if (!this.#damage) this.#onGood(piece.subarray(0, at))
    this.#rest = piece.subarray(at)
  }

  /** Ends the walk. */
  end(): WalkedLedger {
    const rest = this.#rest
    if (!this.#damage && rest.length > 0) {
      // a write that was cut short lacks its line feed, or shows the zeros of blocks that never reached the disk
      if (rest.includes(10) && !rest.includes(0)) this.#fail(t('a record can’t be read'))
      else if (holdsWholeLine(rest.toString('utf8'))) this.#fail(t('the end of a record is lost'))
    }
    return { ...this.#end, tornBytes: this.#damage ? Buffer.alloc(0) : rest, damage: this.#damage }
  }

  /** False for a line that can't be read. */
  #take(line: string, byteLength: number): boolean {
    const entry = decodeLine(line)
    if (this.#damage) {
      this.#seen(entry)
      return true
    }
    if (!entry) return false
    const { lastSeq, lastHash, byteLength: start } = this.#end
    const isInPlace = entry.prev === lastHash && entry.seq === lastSeq + 1
    const count = isInPlace
      ? this.#visit(entry, { start, end: start + byteLength })
      : t('a record is missing or out of order')
    if (typeof count === 'string') this.#fail(count, entry)
    else this.#end = { lastSeq: lastSeq + count, byteLength: start + byteLength, lastHash: lineHash(line) }
    return true
  }

  #fail(what: string, entry?: LedgerLine): void {
    const afterSeq = this.#end.lastSeq
    this.#damage = {
      afterSeq,
      lastSeq: afterSeq,
      reason: t('{{what}} after record {{number}}', { what, number: afterSeq }),
    }
    this.#seen(entry)
  }

  /** A line behind the damage: what it says isn't taken, but it was there. */
  #seen(entry: LedgerLine | undefined): void {
    if (!entry || !this.#damage) return
    const count = typeof entry.count === 'number' ? entry.count : 1
    this.#damage = { ...this.#damage, lastSeq: Math.max(this.#damage.lastSeq, entry.seq + count - 1) }
  }
}

/** Walks along a whole ledger in memory. */
export function walkBytes(bytes: Buffer, visit: LineVisitor): WalkedLedger {
  const walk = new LedgerWalk(visit)
  walk.push(bytes)
  return walk.end()
}

/** What a walk found, where nothing but whole or torn lines will do; throws `library-damaged` for damage. */
export function undamaged(walked: WalkedLedger): WalkedLedger {
  if (walked.damage) throw new AppError('library-damaged', { reason: walked.damage.reason })
  return walked
}

/** True when what looks like one torn line has a whole one at its end: then the line feed between two good lines was damaged, and nothing may be cut. */
function holdsWholeLine(torn: string): boolean {
  const starts = [...torn.matchAll(/[0-9a-f]{8} \{"seq":/g)].map(({ index }) => index).filter((index) => index > 0)
  return starts.some(
    (index) => decodeLine(torn.slice(index).replace(/\n$/, '')) || decodeLine(torn.slice(0, index - 1)),
  )
}
