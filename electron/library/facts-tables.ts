import { type FactRows, type FactTable, factKeys } from '../../shared/domain/apply-event.ts'
import { emptyFacts, type Facts } from '../../shared/domain/facts.ts'

const factTables = Object.keys(factKeys) as FactTable[]

/** A table of facts that is put together when it is asked. It can't be changed. */
export abstract class ReadTable<Row> extends Map<string, Row> {
  abstract override get(key: string): Row | undefined
  abstract override entries(): MapIterator<[string, Row]>

  override has(key: string): boolean {
    return this.get(key) !== undefined
  }

  override get size(): number {
    let size = 0
    for (const _ of this.entries()) size++
    return size
  }

  override *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key
  }

  override *values(): MapIterator<Row> {
    for (const [, row] of this.entries()) yield row
  }

  override [Symbol.iterator](): MapIterator<[string, Row]> {
    return this.entries()
  }

  override forEach(use: (row: Row, key: string, map: Map<string, Row>) => void): void {
    for (const [key, row] of this.entries()) use(row, key, this)
  }

  override set(_key: string, _row: Row): this {
    throw new Error('these facts are only read')
  }

  override delete(_key: string): boolean {
    throw new Error('these facts are only read')
  }
}

/** Rows that were put, and undefined for those that were taken away. */
type Changes<Row> = Map<string, Row | undefined>

/** A table with changes on top of it: the table itself stays as it is. */
class ChangedTable<Row> extends ReadTable<Row> {
  readonly #base: ReadonlyMap<string, Row>
  readonly #changes: Changes<Row>

  constructor(base: ReadonlyMap<string, Row>, changes: Changes<Row>) {
    super()
    this.#base = base
    this.#changes = changes
  }

  override get(key: string): Row | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key)
  }

  override *entries(): MapIterator<[string, Row]> {
    for (const entry of this.#base.entries()) if (!this.#changes.has(entry[0])) yield entry
    for (const [key, row] of [...this.#changes]) if (row !== undefined) yield [key, row]
  }

  override set(key: string, row: Row): this {
    this.#changes.set(key, row)
    return this
  }

  override delete(key: string): boolean {
    const isThere = this.has(key)
    if (isThere) this.#changes.set(key, undefined)
    return isThere
  }
}

/** Facts on which events can be tried; the facts below stay as they are. */
export function trialFacts(base: Facts): Facts {
  const changes = emptyFacts()
  const changed = (facts: Facts): Facts =>
    tablesFrom((table) => new ChangedTable(facts[table] as Map<string, object>, changes[table] as Changes<object>))
  return { ...changed(base), ofClient: (clientId) => changed(base.ofClient?.(clientId) ?? base) }
}

/** Facts whose every table is made by a function. */
export function tablesFrom(make: (table: FactTable) => Map<string, object>): Facts {
  const tables = factTables.map((table) => [table, make(table)] as const)
  return Object.fromEntries(tables) as { [Table in FactTable]: Map<string, FactRows[Table]> }
}
