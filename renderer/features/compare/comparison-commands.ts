import { type Size, turnedBy } from '../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Command } from '../../ui/commands.ts'
import { zoomAfterKey } from '../../viewer/viewport-keys.ts'
import { useComparisonView } from './comparison-view.ts'
import { modeTable } from './modes/mode-table.ts'
import { sliderCommands } from './slider-commands.ts'

interface ComparisonNow {
  readonly pane: Size | undefined
  readonly frame: Size
  readonly isAligned: boolean
  readonly canBend: boolean
  readonly canMatchLight: boolean
  readonly previous: Photo | undefined
  readonly next: Photo | undefined
  readonly onShow: (photo: Photo) => void
}

/** What the keys do while two photos are compared. */
export function comparisonCommands(now: ComparisonNow): Command[] {
  const view = () => useComparisonView.getState()
  const { mode } = view()
  const zoom = (key: string) => () => {
    const { viewport, setViewport } = view()
    const zoomed = now.pane && zoomAfterKey(key, viewport, now.pane, now.frame)
    if (zoomed) setViewport(zoomed)
  }
  const opacity = (by: number) => () => view().setOpacity(view().opacity + by)
  const turn = (direction: 1 | -1) => () => view().setViewport(turnedBy(view().viewport, direction))
  const isOverlay = now.isAligned && mode === 'overlay'
  const stages = t('Stages')
  const looks = t('How the photos are shown')
  const place = t('Zoom')
  return [
    ...modeTable.map(({ mode: chosen, name, needsNoAlignment }, index) => ({
      name: name(),
      group: looks,
      keys: [String(index + 1)],
      run: () => view().setMode(chosen),
      isOff: !now.isAligned && !needsNoAlignment,
    })),
    { name: t('Start and stop blinking'), group: looks, keys: [' '], run: view().toggleBlink, isOff: !now.isAligned },
    {
      name: t('Hold: other photo'),
      group: looks,
      keys: ['h'],
      run: () => view().showOther(true),
      release: () => view().showOther(false),
    },
    { name: t('Overlay: more of the baseline'), group: looks, keys: ['['], run: opacity(-0.05), isOff: !isOverlay },
    {
      name: t('Overlay: more of the compared photo'),
      group: looks,
      keys: [']'],
      run: opacity(0.05),
      isOff: !isOverlay,
    },
    { name: t('Rigid only'), group: looks, keys: ['r'], run: view().toggleRigid, isOff: !now.canBend },
    { name: t('Show bending'), group: looks, keys: ['b'], run: view().toggleBending, isOff: !now.canBend },
    { name: t('Light matched'), group: looks, keys: ['m'], run: view().toggleLight, isOff: !now.canMatchLight },
    {
      name: t('Previous stage'),
      group: stages,
      keys: ['ArrowLeft'],
      run: () => now.previous && now.onShow(now.previous),
      isOff: !now.previous,
    },
    {
      name: t('Next stage'),
      group: stages,
      keys: ['ArrowRight'],
      run: () => now.next && now.onShow(now.next),
      isOff: !now.next,
    },
    { name: t('Zoom in'), group: place, keys: ['+', '='], run: zoom('+') },
    { name: t('Zoom out'), group: place, keys: ['-'], run: zoom('-') },
    { name: t('Show the whole photo'), group: place, keys: ['0'], run: zoom('0') },
    { name: t('One photo pixel on one screen pixel'), group: place, keys: ['z'], run: zoom('z') },
    { name: t('Turn the view to the left'), group: place, keys: [','], run: turn(-1) },
    { name: t('Turn the view to the right'), group: place, keys: ['.'], run: turn(1) },
    ...sliderCommands(!now.isAligned || mode !== 'slider'),
  ]
}
