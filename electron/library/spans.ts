import type { Span } from './ledger-walk.ts'

/** Spans with one more after them; one that begins where the last ends makes it longer. */
export function withSpan(spans: readonly Span[], next: Span): readonly Span[] {
  const last = spans.at(-1)
  if (last && last.end >= next.end) return spans
  return last?.end === next.start ? [...spans.slice(0, -1), { start: last.start, end: next.end }] : [...spans, next]
}
