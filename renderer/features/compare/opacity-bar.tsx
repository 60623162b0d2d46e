import { Slider, Text } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'
import classes from './compare.module.css'

interface OpacityBarProps {
  readonly referenceLabel: string
  readonly movingLabel: string
  readonly opacity: number
  readonly onOpacity: (opacity: number) => void
}

/** Blends from the reference photo to the moving photo. */
export function OpacityBar({ referenceLabel, movingLabel, opacity, onOpacity }: OpacityBarProps) {
  return (
    <div className={classes.opacity} data-own-pointer="">
      <Text size="sm" fw={opacity < 0.5 ? 600 : 400}>
        {referenceLabel}
      </Text>
      <Slider
        flex={1}
        size="sm"
        value={Math.round(opacity * 100)}
        onChange={(percent) => onOpacity(percent / 100)}
        label={(percent) => `${percent} %`}
        thumbLabel={t('Opacity of {{photo}}', { photo: movingLabel })}
        thumbProps={{ 'aria-keyshortcuts': '[ ]' }}
      />
      <Text size="sm" fw={opacity > 0.5 ? 600 : 400}>
        {movingLabel}
      </Text>
    </div>
  )
}
