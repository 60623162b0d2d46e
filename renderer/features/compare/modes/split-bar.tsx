import { Box } from '@mantine/core'
import {
  Columns2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  PanelTop,
  Rows2,
  SquareSplitHorizontal,
  SquareSplitVertical,
} from 'lucide-react'
import { t } from '../../../../shared/words/translate.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useStillView } from '../comparison-view.ts'
import classes from './modes.module.css'

/** Places for the split, and how it lies. */
export function SplitBar({ reference, moving }: { reference: string; moving: string }) {
  const { setSplit, settings, setSettings } = useStillView()
  const isBeside = settings.splitDirection === 'beside'
  return (
    <Box className={classes.bar} data-own-pointer="" role="group" aria-label={t('Place of the split')}>
      <IconButton
        icon={isBeside ? PanelRight : PanelBottom}
        label={t('Only {{photo}}', { photo: moving })}
        keyHint="Home"
        onClick={() => setSplit(0)}
      />
      <IconButton
        icon={isBeside ? Columns2 : Rows2}
        label={t('Half and half')}
        keyHint="|"
        onClick={() => setSplit(0.5)}
      />
      <IconButton
        icon={isBeside ? PanelLeft : PanelTop}
        label={t('Only {{photo}}', { photo: reference })}
        keyHint="End"
        onClick={() => setSplit(1)}
      />
      <span className={classes.divider} aria-hidden />
      <IconButton
        icon={isBeside ? SquareSplitVertical : SquareSplitHorizontal}
        label={isBeside ? t('Lay the split across') : t('Stand the split upright')}
        keyHint="V"
        onClick={() => setSettings({ splitDirection: isBeside ? 'above' : 'beside' })}
      />
    </Box>
  )
}
