import { Button, Progress, Text } from '@mantine/core'
import { fullChange, fullDifference } from '../../../../shared/domain/comparison-pictures/change-pictures.ts'
import { t } from '../../../../shared/words/translate.ts'
import { errorSentence } from '../../../error-messages.ts'
import { changeNotes } from '../../../viewer/change/change-notes.ts'
import { legendGradient } from '../../../viewer/change/change-ramps.ts'
import type { ChangeLook } from '../../../viewer/change/change-request.ts'
import type { ChangePictureState } from '../../../viewer/change/use-change-picture.ts'
import { useStillView } from '../comparison-view.ts'
import { mostTolerance } from './mode-settings.ts'
import type { ComparedPair, ComparedPicture } from './mode-view.tsx'
import classes from './modes.module.css'
import { Setting } from './setting.tsx'
import { setTolerance } from './tolerance-commands.ts'

interface ChangePanelProps {
  readonly look: ChangeLook
  readonly state: ChangePictureState
  readonly pair: ComparedPair
  readonly reference: ComparedPicture
  readonly moving: ComparedPicture
}

/** What the colours mean, in words; what speaks against reading them as the skin; how much is tolerated. */
export function ChangePanel({ look, state, pair, reference, moving }: ChangePanelProps) {
  const { setSettings } = useStillView()
  const notes = changeNotes({
    outcome: pair.alignment?.outcome,
    isLightMatched: pair.isLightDue || Boolean(reference.picture.correction ?? moving.picture.correction),
    reference: { stage: pair.reference.stage, caption: reference.caption },
    moving: { stage: pair.moving.stage, caption: moving.caption },
  })
  return (
    <section className={classes.panel} data-own-pointer="" aria-label={t('What the colours mean')}>
      <Legend look={look} reference={reference.caption.stage} />
      <div className={classes.row}>
        <Setting
          name={t('Tolerance')}
          text={t('{{steps}} of 100', { steps: look.tolerance })}
          value={look.tolerance}
          most={mostTolerance[look.kind]}
          keys="[ ]"
          onChange={(tolerance) => setTolerance(look.kind, tolerance)}
        />
        {look.kind === 'heat-map' && (
          <Setting
            name={t('Strength')}
            text={`${Math.round(look.opacity * 100)} %`}
            value={Math.round(look.opacity * 100)}
            most={100}
            onChange={(percent) => setSettings({ heatOpacity: percent / 100 })}
          />
        )}
      </div>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {pair.isLightDue ? <Text size="sm">{t('Measuring the light…')}</Text> : <PaintingState state={state} />}
    </section>
  )
}

function Legend({ look, reference }: { look: ChangeLook; reference: string }) {
  const isHeat = look.kind === 'heat-map'
  return (
    <div className={classes.legend}>
      <span>{isHeat ? t('Darker than {{photo}}', { photo: reference }) : t('Alike')}</span>
      <span
        className={classes.ramp}
        style={{ background: legendGradient(look) }}
        role="img"
        aria-label={
          isHeat
            ? t('Dark blue: darker by {{steps}} steps or more. Light yellow: lighter by as much. Grey: alike.', {
                steps: fullChange,
              })
            : t('Grey: alike. Yellow: differs by {{steps}} steps of lightness or more.', { steps: fullDifference })
        }
      />
      <span>{isHeat ? t('Lighter') : t('Differs')}</span>
      <span className={classes.hatch} aria-hidden />
      <span>{t('In one photo only')}</span>
    </div>
  )
}

function PaintingState({ state }: { state: ChangePictureState }) {
  if (state.failure)
    return (
      <div className={classes.row} role="alert">
        <Text size="sm">{errorSentence(state.failure.error)}</Text>
        <Button size="compact-sm" onClick={state.failure.retry}>
          {t('Try again')}
        </Button>
      </div>
    )
  return (
    <div className={classes.painting} data-painting={state.isPainting}>
      {state.isPainting && <Progress size="xs" value={state.fraction * 100} aria-label={t('Comparing the photos')} />}
    </div>
  )
}
