import { Box } from '@mantine/core'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type Angle, angleLabel } from '../../shared/domain/angle.ts'
import { t } from '../../shared/words/translate.ts'
import { IconButton } from '../ui/icon-button.tsx'
import classes from './angle-stepper.module.css'

/** An angle that one can go to. */
export interface OtherAngle {
  readonly angle: Angle
  readonly go: () => void
}

interface AngleStepperProps {
  readonly angle: Angle
  readonly previous: OtherAngle | undefined
  readonly next: OtherAngle | undefined
}

/** Goes to the same stage at another angle. */
export function AngleStepper({ angle, previous, next }: AngleStepperProps) {
  return (
    <Box className={classes.angle} role="group" aria-label={t('Angle')}>
      <span className={classes.angleName}>{angleLabel(angle)}</span>
      <span className={classes.angleArrows}>
        <IconButton
          icon={ChevronUp}
          size={26}
          label={previous ? t('Previous angle: {{angle}}', { angle: angleLabel(previous.angle) }) : t('Previous angle')}
          keyHint="↑"
          disabled={!previous}
          onClick={() => previous?.go()}
        />
        <IconButton
          icon={ChevronDown}
          size={26}
          label={next ? t('Next angle: {{angle}}', { angle: angleLabel(next.angle) }) : t('Next angle')}
          keyHint="↓"
          disabled={!next}
          onClick={() => next?.go()}
        />
      </span>
    </Box>
  )
}
