import type { FactRows, FactTable } from './apply-event.ts'
import { emptyFacts, type Facts } from './facts.ts'

/** Everything that is known of a client, a list of rows for each table. */
export type ClientRows = { readonly [Table in FactTable]: readonly FactRows[Table][] }

/** The rows of facts. */
export function rowsOf(facts: Facts): ClientRows {
  const rows = (Object.keys(emptyFacts()) as FactTable[]).map((table) => [table, [...facts[table].values()]] as const)
  return Object.fromEntries(rows) as unknown as ClientRows
}
