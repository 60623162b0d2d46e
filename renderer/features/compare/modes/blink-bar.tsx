import { Box, Tooltip } from '@mantine/core'
import { ArrowLeftRight, Pause, Play } from 'lucide-react'
import { numberInWords } from '../../../../shared/words/formats.ts'
import { t } from '../../../../shared/words/translate.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useStillView } from '../comparison-view.ts'
import type { BlinkControls } from './blink-commands.ts'
import classes from './modes.module.css'
import { Setting } from './setting.tsx'
import { blinkRates } from './use-blinking.ts'

interface BlinkBarProps extends BlinkControls {
  readonly isReady: boolean
  /** The computer is set to move as little as possible. */
  readonly isReduced: boolean
  readonly shownStage: string
}

/** Stops and starts the blinking, steps it by hand and sets how fast it is. */
export function BlinkBar({ isRunning, onPause, onStep, isReady, isReduced, shownStage }: BlinkBarProps) {
  const { settings, setSettings } = useStillView()
  const rate = settings.changesPerSecond
  return (
    <div className={classes.panel} data-own-pointer="">
      <div className={classes.row}>
        <IconButton
          icon={isRunning ? Pause : Play}
          label={isRunning ? t('Pause') : t('Go on')}
          keyHint="P"
          onClick={onPause}
        />
        <IconButton icon={ArrowLeftRight} label={t('Stop, and show the other photo')} keyHint="X" onClick={onStep} />
        <Tooltip
          multiline
          maw={300}
          label={t(
            'At most 4 changes a second, which are 2 flashes: more than 3 flashes a second can bring on seizures.',
          )}
        >
          <Box flex={1}>
            <Setting
              name={t('Changes a second')}
              text={numberInWords(rate, 1)}
              least={blinkRates.least}
              most={blinkRates.most}
              step={blinkRates.step}
              value={rate}
              keys="[ ]"
              onChange={(changesPerSecond) => setSettings({ changesPerSecond })}
            />
          </Box>
        </Tooltip>
      </div>
      <div className={classes.note} role="status" aria-label={t('Blinking')}>
        {statusOf()}
      </div>
    </div>
  )

  function statusOf(): string {
    if (!isReady) return t('Loading both photos…')
    if (isRunning) return t('The photos change by themselves. Space goes back.')
    const paused = t('Paused on {{photo}}.', { photo: shownStage })
    return isReduced ? `${paused} ${t('This computer is set to little motion: show the other photo with X.')}` : paused
  }
}
