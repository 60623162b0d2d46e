import { t } from '../../../../shared/words/translate.ts'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import { useComparisonView, useStillView } from '../comparison-view.ts'
import { SliderView } from '../slider-view.tsx'
import { ComparedLayer, HeldLayer, type ModeViewProps, OnePane } from './mode-view.tsx'
import { SplitBar } from './split-bar.tsx'

/** Both photos in one pane, divided by a split that is dragged. While the other photo is asked for they change sides. */
export function Slider({ reference, moving, overlay, onPaneSize }: ModeViewProps) {
  const { setSplit, settings, isOtherShown } = useStillView()
  const split = useComparisonView((view) => view.split)
  const { splitDirection } = settings
  const names = { reference: reference.caption.stage, moving: moving.caption.stage }
  const [first, second] = isOtherShown ? [moving, reference] : [reference, moving]
  return (
    <OnePane
      label={t('Slider: {{reference}} and {{moving}}', names)}
      reference={reference}
      overlay={overlay}
      onPaneSize={onPaneSize}
    >
      {(pane) => (
        <>
          <SliderView
            key={splitDirection}
            label={t('Split between {{reference}} and {{moving}}', names)}
            direction={splitDirection}
            first={
              <>
                <ComparedLayer of={reference} pane={pane} />
                <HeldLayer of={moving} pane={pane} />
                <PhotoLabel caption={first.caption} edge={splitDirection === 'above' ? 'top' : 'bottom'} />
              </>
            }
            second={
              <>
                <ComparedLayer of={moving} pane={pane} />
                <HeldLayer of={reference} pane={pane} />
                <PhotoLabel caption={second.caption} side="right" />
              </>
            }
            split={split}
            onSplit={setSplit}
          />
          <SplitBar {...names} />
        </>
      )}
    </OnePane>
  )
}
