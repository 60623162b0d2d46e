import { t } from '../../../shared/words/translate.ts'
import { ComparabilityLine } from './comparability-line.tsx'
import classes from './compare.module.css'
import { useStillView } from './comparison-view.ts'
import { DrawingSwitches } from './drawing-switches.tsx'
import { DrawingsMenu } from './drawings-menu.tsx'
import { HoldButton } from './hold-button.tsx'
import { LightSwitch } from './light-switch.tsx'
import { useComparability } from './use-comparability.ts'
import type { ShownPair } from './use-shown-pair.ts'

/** The line under the photos: how alike they were taken, and switches for how they are drawn. */
export function PairRemarks({ shown, isGrid, onDraw }: { shown: ShownPair; isGrid: boolean; onDraw: () => void }) {
  const { reference, moving, state, captions, lightState, bending, drawings } = shown
  const view = useStillView()
  const comparability = useComparability(reference, moving, state)
  return (
    <div className={classes.remarks}>
      <ComparabilityLine state={comparability} />
      <LightSwitch
        state={lightState}
        lockedBecause={isGrid ? t('Light is matched between two photos.') : null}
        isOn={shown.isLightWanted}
        onToggle={view.toggleLight}
        stages={{ reference: captions.reference.stage, moving: captions.moving.stage }}
      />
      <div className={classes.switches}>
        <DrawingsMenu kinds={drawings.kinds} onDraw={onDraw} />
        <HoldButton />
        <DrawingSwitches
          bending={bending}
          isRigid={view.isRigid}
          onRigid={view.toggleRigid}
          isBendingShown={view.isBendingShown}
          onBending={view.toggleBending}
        />
      </div>
    </div>
  )
}
