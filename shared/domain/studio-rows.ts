import type { FactRows } from './apply-event.ts'

/** The tables of what is the studio's own and belongs to no client. */
export const studioTables = ['hangingProtocols', 'exportTemplates', 'consentTexts'] as const

/** What is the studio's own: its protocols, its templates, its consent texts. */
export type StudioRows = { [Table in (typeof studioTables)[number]]: readonly FactRows[Table][] }

/** What stands of the studio's own in these facts. */
export function studioRowsOf(
  facts: {
    readonly [Table in keyof StudioRows]: { values(): Iterable<FactRows[Table]> }
  },
): StudioRows {
  return {
    hangingProtocols: [...facts.hangingProtocols.values()],
    exportTemplates: [...facts.exportTemplates.values()],
    consentTexts: [...facts.consentTexts.values()],
  }
}
