import type { Drawing } from '../../../shared/domain/drawing.ts'

/** Drawings as they will be once what was done is recorded, by id; null: gone. */
export type Expected = ReadonlyMap<string, Drawing | null>

/** The recorded drawings with what is expected in their place, so that nothing jumps back until it is recorded; `settled` is what is still expected, where that is less. */
export function withExpected(
  recorded: readonly Drawing[],
  expected: Expected,
): { drawings: readonly Drawing[]; settled: Expected | null } {
  const byId = new Map(recorded.map((drawing) => [drawing.drawingId as string, drawing]))
  const open = [...expected].filter(([drawingId, drawing]) => !isSame(byId.get(drawingId) ?? null, drawing))
  const shown = new Map<string, Drawing | null>([...byId, ...open])
  return {
    drawings: [...shown.values()].flatMap((drawing) => drawing ?? []),
    settled: open.length < expected.size ? new Map(open) : null,
  }
}

function isSame(one: Drawing | null, other: Drawing | null): boolean {
  if (!one || !other) return one === other
  return one.name === other.name && JSON.stringify(one.shape) === JSON.stringify(other.shape)
}
