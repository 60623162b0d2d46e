import { ListOrdered, MonitorUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PresentScene } from '../../../shared/domain/present-scene.ts'
import { t } from '../../../shared/words/translate.ts'
import { RoomButton } from '../../ui/room-button.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { usePorts } from '../../use-ports.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { OrderSheet } from './order-sheet.tsx'
import classes from './present.module.css'
import { PresentRoom } from './present-room.tsx'
import { usePresentScene } from './use-present-scene.ts'

interface PresentHereProps {
  readonly comparison: ShownComparison
  readonly onEnd: () => void
  /** Presents on the second screen instead; absent where there is none. */
  readonly onSecondScreen?: (() => void) | undefined
}

/** Presents a comparison in this window, which fills the screen as long as that lasts. Nothing else may be on the screen meanwhile. */
export function PresentHere({ comparison, onEnd, onSecondScreen }: PresentHereProps) {
  const { presenting } = usePorts()
  const [how, setHow] = useState<Pick<PresentScene, 'shownId' | 'mode' | 'viewport'>>({
    shownId: comparison.moving.photoId,
    mode: 'slider',
    viewport: comparison.viewport,
  })
  const [isOrdering, setOrdering] = useState(false)
  const presentable = usePresentScene(comparison, how)
  useTitle('Stipple')
  useEffect(() => {
    // where a screen can't be filled, the window itself is the room
    presenting.fillScreen(true).catch(() => undefined)
    return () => {
      presenting.fillScreen(false).catch(() => undefined)
    }
  }, [presenting])
  if (!presentable) return <div className={classes.waiting} />
  const { scene, slides, subject } = presentable
  return (
    <>
      <PresentRoom
        scene={scene}
        onScene={(change) => setHow((before) => ({ ...before, ...change }))}
        onEnd={onEnd}
        actions={
          <>
            <RoomButton icon={ListOrdered} label={t('Photos and their order')} onClick={() => setOrdering(true)} />
            {onSecondScreen && (
              <RoomButton icon={MonitorUp} label={t('Present on the second screen')} onClick={onSecondScreen} />
            )}
          </>
        }
      />
      {isOrdering && (
        <OrderSheet
          subject={subject}
          slides={slides}
          needed={[scene.referenceId, scene.shownId]}
          onClose={() => setOrdering(false)}
        />
      )}
    </>
  )
}
