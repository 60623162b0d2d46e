import { t } from '../../../../shared/words/translate.ts'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import { useComparisonView, useStillView } from '../comparison-view.ts'
import { OpacityBar } from '../opacity-bar.tsx'
import { ComparedLayer, type ModeViewProps, OnePane } from './mode-view.tsx'

/** The moving photo laid over the reference, as see-through as one likes. While the other photo is asked for, the one that is fainter stands alone. */
export function Overlay({ reference, moving, overlay, onPaneSize }: ModeViewProps) {
  const { setOpacity, isOtherShown } = useStillView()
  const opacity = useComparisonView((view) => view.opacity)
  const other = opacity < 0.5 ? 1 : 0
  const shownOpacity = isOtherShown ? other : opacity
  return (
    <OnePane
      label={t('Overlay: {{reference}} and {{moving}}', {
        reference: reference.caption.stage,
        moving: moving.caption.stage,
      })}
      reference={reference}
      overlay={overlay}
      onPaneSize={onPaneSize}
    >
      {(pane) => (
        <>
          <ComparedLayer of={reference} pane={pane} />
          <ComparedLayer of={moving} pane={pane} opacity={shownOpacity} />
          {!(isOtherShown && other === 1) && <PhotoLabel caption={reference.caption} />}
          {!(isOtherShown && other === 0) && <PhotoLabel caption={moving.caption} side="right" />}
          <OpacityBar
            referenceLabel={reference.caption.stage}
            movingLabel={moving.caption.stage}
            opacity={opacity}
            onOpacity={setOpacity}
          />
        </>
      )}
    </OnePane>
  )
}
