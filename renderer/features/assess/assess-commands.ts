import type { Size, Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Command } from '../../ui/commands.ts'
import type { OtherAngle } from '../../viewer/angle-stepper.tsx'
import { zoomAfterKey } from '../../viewer/viewport-keys.ts'
import type { MapLook } from './map-look.ts'
import type { PatchActions } from './patch-card.tsx'

interface DeskNow {
  readonly zoom:
    | {
        readonly pane: Size
        readonly frame: Size
        readonly viewport: Viewport
        readonly setViewport: (viewport: Viewport) => void
      }
    | undefined
  readonly look: MapLook
  readonly chosen: number | null
  readonly numbers: readonly number[]
  /** What can be done with the chosen patch. */
  readonly actions: PatchActions | undefined
  readonly onChoose: (number: number | null) => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
  readonly previousAngle: OtherAngle | undefined
  readonly nextAngle: OtherAngle | undefined
  readonly onDraw: () => void
  readonly onPropose: (() => void) | undefined
  readonly onTab: () => void
  readonly onOverStages: () => void
  /** Shows the change since another stage; undefined where none is told. */
  readonly onChange: (() => void) | undefined
  /** A ring is being drawn around a patch: ends that. */
  readonly onCancelRing: (() => void) | undefined
  /** Undefined: there is nothing to print. */
  readonly onSheets: (() => void) | undefined
}

/** What the keys do where a photo is assessed. */
export function assessCommands(now: DeskNow): Command[] {
  const { zoom, look, chosen, numbers, actions } = now
  const [stages, map, patches, place] = [t('Stages'), t('Map'), t('Patches'), t('Zoom')]
  const zoomBy = (key: string) => () => {
    const zoomed = zoom && zoomAfterKey(key, zoom.viewport, zoom.pane, zoom.frame)
    if (zoomed) zoom.setViewport(zoomed)
  }
  const choose = (direction: 1 | -1) => () => {
    const at = chosen === null ? (direction === 1 ? -1 : 0) : numbers.indexOf(chosen)
    now.onChoose(numbers[(at + direction + numbers.length) % numbers.length] ?? null)
  }
  const hasNone = numbers.length === 0
  return [
    {
      name: t('Previous stage'),
      group: stages,
      keys: ['ArrowLeft'],
      run: () => now.onPrevious?.(),
      isOff: !now.onPrevious,
    },
    { name: t('Next stage'), group: stages, keys: ['ArrowRight'], run: () => now.onNext?.(), isOff: !now.onNext },
    {
      name: t('Previous angle'),
      group: stages,
      keys: ['ArrowUp'],
      run: () => now.previousAngle?.go(),
      isOff: !now.previousAngle,
    },
    {
      name: t('Next angle'),
      group: stages,
      keys: ['ArrowDown'],
      run: () => now.nextAngle?.go(),
      isOff: !now.nextAngle,
    },
    { name: t('Show or hide the map'), group: map, keys: ['m'], run: look.toggle },
    {
      name: t('Darkness or density'),
      group: map,
      keys: ['n'],
      run: () => look.show(look.shows === 'darkness' ? 'density' : 'darkness'),
    },
    {
      name: t('Fainter map'),
      group: map,
      keys: ['['],
      run: () => look.setOpacity(look.opacity - 0.1),
      isOff: !look.isShown,
    },
    {
      name: t('Stronger map'),
      group: map,
      keys: [']'],
      run: () => look.setOpacity(look.opacity + 0.1),
      isOff: !look.isShown,
    },
    {
      name: t('Show or hide the change'),
      group: map,
      keys: ['c'],
      run: () => now.onChange?.(),
      isOff: !now.onChange,
    },
    { name: t('Draw zones…'), group: map, keys: ['d'], run: now.onDraw },
    { name: t('Propose zones…'), group: map, keys: ['w'], run: () => now.onPropose?.(), isOff: !now.onPropose },
    { name: t('Next patch'), group: patches, keys: ['j'], run: choose(1), isOff: hasNone },
    { name: t('Previous patch'), group: patches, keys: ['k'], run: choose(-1), isOff: hasNone },
    {
      name: t('Choose no patch'),
      group: patches,
      keys: ['Escape'],
      run: () => (now.onCancelRing ? now.onCancelRing() : now.onChoose(null)),
      isOff: chosen === null && !now.onCancelRing,
    },
    {
      name: t('Merge with its nearest neighbour'),
      group: patches,
      keys: ['g'],
      run: () => actions?.shape?.neighbours[0]?.onMerge(),
      isOff: !actions?.shape?.neighbours[0],
    },
    {
      name: t('Redraw its outline'),
      group: patches,
      keys: ['r'],
      run: () => actions?.shape?.onRedraw?.(),
      isOff: !actions?.shape?.onRedraw,
    },
    {
      name: t('Accept the patch for touch-up'),
      group: patches,
      keys: ['a'],
      run: () => actions?.onAccept?.(),
      isOff: !actions?.onAccept,
    },
    {
      name: t('Dismiss the patch'),
      group: patches,
      keys: ['x'],
      run: () => actions?.onDismiss?.(),
      isOff: !actions?.onDismiss,
    },
    {
      name: t('Take the decision back'),
      group: patches,
      keys: ['u'],
      run: () => actions?.onReopen?.(),
      isOff: !actions?.onReopen,
    },
    { name: t('Findings or touch-up plan'), group: patches, keys: ['p'], run: now.onTab },
    { name: t('Over the stages'), group: stages, keys: ['o'], run: now.onOverStages },
    {
      name: t('Sheets and report…'),
      group: patches,
      keys: ['Ctrl+p'],
      run: () => now.onSheets?.(),
      isOff: !now.onSheets,
    },
    { name: t('Zoom in'), group: place, keys: ['+', '='], run: zoomBy('+') },
    { name: t('Zoom out'), group: place, keys: ['-'], run: zoomBy('-') },
    { name: t('Show the whole photo'), group: place, keys: ['0'], run: zoomBy('0') },
    { name: t('One photo pixel on one screen pixel'), group: place, keys: ['z'], run: zoomBy('z') },
  ]
}
