import { create } from 'zustand'
import type { DrawingKind } from '../../../shared/domain/drawing-words.ts'

interface DrawingDisplay {
  readonly areShown: boolean
  readonly hiddenKinds: ReadonlySet<DrawingKind>
  /** Single drawings that are hidden, by id. */
  readonly hiddenIds: ReadonlySet<string>
  readonly toggleAll: () => void
  readonly toggleKind: (kind: DrawingKind) => void
  readonly toggleDrawing: (drawingId: string) => void
}

/** Which drawings are shown, on every screen, as long as the window is open. */
export const useDrawingDisplay = create<DrawingDisplay>()((set) => ({
  areShown: true,
  hiddenKinds: new Set(),
  hiddenIds: new Set(),
  toggleAll: () => set(({ areShown }) => ({ areShown: !areShown })),
  toggleKind: (kind) => set(({ hiddenKinds }) => ({ hiddenKinds: toggled(hiddenKinds, kind) })),
  toggleDrawing: (drawingId) => set(({ hiddenIds }) => ({ hiddenIds: toggled(hiddenIds, drawingId) })),
}))

/** Whether a drawing is shown. */
export function isShown(
  display: Pick<DrawingDisplay, 'areShown' | 'hiddenKinds' | 'hiddenIds'>,
  { drawingId, kind }: { readonly drawingId: string; readonly kind: DrawingKind },
): boolean {
  return display.areShown && !display.hiddenKinds.has(kind) && !display.hiddenIds.has(drawingId)
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  return set.has(item) ? new Set([...set].filter((other) => other !== item)) : new Set([...set, item])
}
