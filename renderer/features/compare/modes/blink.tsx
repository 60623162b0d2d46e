import { useState } from 'react'
import { t } from '../../../../shared/words/translate.ts'
import { useCommands } from '../../../ui/commands.ts'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import { useStillView } from '../comparison-view.ts'
import { BlinkBar } from './blink-bar.tsx'
import { blinkCommands } from './blink-commands.ts'
import { ComparedLayer, type ModeViewProps, OnePane } from './mode-view.tsx'
import classes from './modes.module.css'
import { prefersReducedMotion, useBlinking } from './use-blinking.ts'
import { useIsMoving } from './use-is-moving.ts'

/** So little is not seen, but drawn: the photo is decoded and ready when it is its turn. */
const unseenOpacity = 0.001

/** Both photos at the same place, one at a time, in turn. The reference is always drawn; the moving photo over it comes and goes, so that there is never an empty picture. */
export function Blink({ reference, moving, overlay, onPaneSize }: ModeViewProps) {
  const { settings, isOtherShown } = useStillView()
  const [isReduced] = useState(prefersReducedMotion)
  const [isPaused, setPaused] = useState(isReduced)
  const [loaded, setLoaded] = useState<readonly string[]>([])
  const addresses = [reference.picture.workAddress, moving.picture.workAddress]
  const isReady = addresses.every((address) => loaded.includes(address))
  // while the photos are moved, each frame draws only the one whose turn it is
  const isMoving = useIsMoving()
  const isRunning = isReady && !isPaused && !isOtherShown
  const { shown, step } = useBlinking(isRunning, settings.changesPerSecond)
  const isMovingShown = isReady && (shown === 1) !== isOtherShown
  const onShown = (address: string) => () => setLoaded((known) => [...known.slice(-5), address])
  const controls = {
    isRunning: !isPaused,
    onPause: () => setPaused(!isPaused),
    onStep: () => {
      setPaused(true)
      step()
    },
  }
  useCommands(blinkCommands(controls))
  const now = isMovingShown ? moving : reference
  return (
    <OnePane
      label={t('Blink: {{reference}} and {{moving}}', {
        reference: reference.caption.stage,
        moving: moving.caption.stage,
      })}
      reference={reference}
      overlay={overlay}
      onPaneSize={onPaneSize}
    >
      {(pane) => (
        <>
          <div className={classes.turnLayer} style={{ visibility: isMoving && isMovingShown ? 'hidden' : 'visible' }}>
            <ComparedLayer of={reference} pane={pane} onShown={onShown(reference.picture.workAddress)} />
          </div>
          <div
            className={classes.turnLayer}
            style={{
              opacity: isMovingShown ? 1 : unseenOpacity,
              visibility: isMoving && !isMovingShown ? 'hidden' : 'visible',
            }}
            data-shown={isMovingShown}
          >
            <ComparedLayer of={moving} pane={pane} onShown={onShown(moving.picture.workAddress)} />
          </div>
          <PhotoLabel caption={now.caption} />
          <BlinkBar {...controls} isReady={isReady} isReduced={isReduced} shownStage={now.caption.stage} />
        </>
      )}
    </OnePane>
  )
}
