import type { Size, Viewport } from '../../../shared/domain/geometry/viewport.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Command } from '../../ui/commands.ts'
import { zoomAfterKey } from '../../viewer/viewport-keys.ts'
import { drawTools, toolEntry, toolKey } from './tools.ts'
import type { DrawTable } from './use-draw-state.ts'
import type { DrawingChanges } from './use-drawing-changes.ts'

interface TableNow {
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly selectedId: DrawingId | null
  readonly zoom:
    | {
        readonly pane: Size
        readonly frame: Size
        readonly viewport: Viewport
        readonly setViewport: (viewport: Viewport) => void
      }
    | undefined
  /** A tool was taken by its key. */
  readonly onTake: () => void
}

/** What the keys do at the drawing table. */
export function drawCommands({ table, changes, selectedId, zoom, onTake }: TableNow): Command[] {
  const tools = t('Tools')
  const drawing = t('Drawing')
  const place = t('Zoom')
  const zoomBy = (key: string) => () => {
    const zoomed = zoom && zoomAfterKey(key, zoom.viewport, zoom.pane, zoom.frame)
    if (zoomed) zoom.setViewport(zoomed)
  }
  const undo = () => (table.takePointBack ? table.takePointBack() : changes.undo?.())
  const remove = () => {
    if (!selectedId) return
    changes.remove(selectedId)
    table.select(null)
  }
  return [
    ...drawTools.map((tool) => ({
      name: toolEntry(tool).name,
      group: tools,
      keys: [toolKey(tool)],
      run: () => {
        table.take(tool)
        onTake()
      },
    })),
    {
      name: t('Move the cross-hair'),
      group: drawing,
      keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'],
      run: () => undefined,
      isElsewhere: true,
    },
    {
      name: t('Held while dragging: moves the photo'),
      group: place,
      keys: [' '],
      run: () => undefined,
      isElsewhere: true,
    },
    {
      name: t('Place a point at the cross-hair'),
      group: drawing,
      keys: ['Enter'],
      run: () => undefined,
      isElsewhere: true,
    },
    { name: t('Finish the line'), group: drawing, keys: ['f'], run: () => table.finish?.(), isOff: !table.finish },
    {
      name: t('Take the last point back'),
      group: drawing,
      keys: ['Backspace'],
      run: () => table.takePointBack?.(),
      isOff: !table.takePointBack,
    },
    { name: t('Leave what is begun'), group: drawing, keys: ['Escape'], run: table.cancel },
    { name: t('Remove the drawing'), group: drawing, keys: ['Delete'], run: remove, isOff: !selectedId },
    { name: t('Undo'), group: drawing, keys: ['Ctrl+z'], run: undo, isOff: !table.takePointBack && !changes.undo },
    {
      name: t('Redo'),
      group: drawing,
      keys: ['Ctrl+Shift+z', 'Ctrl+y'],
      run: () => changes.redo?.(),
      isOff: !changes.redo,
    },
    { name: t('Zoom in'), group: place, keys: ['+', '='], run: zoomBy('+') },
    { name: t('Zoom out'), group: place, keys: ['-'], run: zoomBy('-') },
    { name: t('Show the whole photo'), group: place, keys: ['0'], run: zoomBy('0') },
    { name: t('One photo pixel on one screen pixel'), group: place, keys: ['z'], run: zoomBy('z') },
  ]
}
