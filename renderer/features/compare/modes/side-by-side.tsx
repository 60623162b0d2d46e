import { t } from '../../../../shared/words/translate.ts'
import { PaneRow } from '../../../viewer/linked-viewers.tsx'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import { useStillView } from '../comparison-view.ts'
import { ComparedLayer, HeldLayer, type ModeViewProps, OnePane } from './mode-view.tsx'

/** The photos beside each other, all panes looking at the same place. While the other photo is asked for they change places. */
export function SideBySide({ reference, moving, overlay, onPaneSize }: ModeViewProps) {
  const { isOtherShown } = useStillView()
  return (
    <PaneRow>
      {[
        {
          key: 'reference',
          of: reference,
          other: moving,
          label: t('Reference: {{caption}}', { caption: reference.caption.text }),
        },
        {
          key: 'moving',
          of: moving,
          other: reference,
          label: t('Compared: {{caption}}', { caption: moving.caption.text }),
        },
      ].map(({ key, of, other, label }, index) => (
        <OnePane
          key={key}
          label={label}
          reference={of}
          overlay={overlay}
          isFirst={index === 0}
          {...(index === 0 && { onPaneSize })}
        >
          {(pane) => (
            <>
              <ComparedLayer of={of} pane={pane} label={label} />
              <HeldLayer of={other} pane={pane} />
              <PhotoLabel caption={(isOtherShown ? other : of).caption} />
            </>
          )}
        </OnePane>
      ))}
    </PaneRow>
  )
}
