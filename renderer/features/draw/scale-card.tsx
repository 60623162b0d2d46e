import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { scaleThingName } from '../../../shared/domain/drawing-words.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type KnownThing, knownSizesMm, lengthInWords, type PhotoScale } from '../../../shared/domain/scale.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { locale, t } from '../../../shared/words/translate.ts'
import type { PhotoRuler } from '../../viewer/drawings/photo-rulers.ts'
import classes from './draw.module.css'
import type { DrawTable, Question } from './use-draw-state.ts'
import type { DrawingChanges } from './use-drawing-changes.ts'

interface ScaleCardProps {
  readonly photo: Photo
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly ruler: PhotoRuler
}

/** In what distances are told, and how that is changed. */
export function ScaleCard({ photo, table, changes, ruler }: ScaleCardProps) {
  return (
    <section className={classes.card} aria-label={t('Scale')}>
      <h2 className={classes.cardTitle}>{t('Scale')}</h2>
      <p className={classes.quiet}>{sentence(photo, ruler)}</p>
      <div className={classes.scaleButtons}>
        {photo.scale && (
          <Button size="compact-sm" variant="default" onClick={() => changes.setScale(null)}>
            {t('Remove the scale')}
          </Button>
        )}
        {table.state.tool !== 'scale' && (
          <Button size="compact-sm" variant="default" onClick={() => table.take('scale')}>
            {photo.scale ? t('Set anew') : t('Set the scale')}
          </Button>
        )}
      </div>
    </section>
  )
}

function sentence(photo: Photo, { mmPerPixel, headWidthPx, scaleOf }: PhotoRuler): string {
  if (mmPerPixel === null)
    return headWidthPx === null
      ? t('No scale: distances are told in pixels of the photo.')
      : t('No scale: distances are told in per cent of the head’s width.')
  const perMm = numberInWords(1 / mmPerPixel, 1)
  if (photo.scale) {
    const { by, lengthMm } = photo.scale
    return t('{{thing}}: {{length}}. That is {{perMm}} pixels a millimetre.', {
      thing: scaleThingName(by),
      length: lengthInWords({ unit: 'mm', value: lengthMm }),
      perMm,
    })
  }
  const stage = scaleOf?.stage ? stageLabel(scaleOf.stage) : ''
  return t('Carried here from {{stage}}: {{perMm}} pixels a millimetre.', { stage, perMm })
}

interface ScaleQuestionProps {
  readonly photo: Photo
  readonly table: DrawTable
  readonly changes: DrawingChanges
  readonly question: Extract<Question, { kind: 'scale' }>
}

/** Asks how long a drawn line is in truth. */
export function ScaleQuestion({ photo, table, changes, question }: ScaleQuestionProps) {
  const [by, setBy] = useState<PhotoScale['by']>('length')
  const [lengthMm, setLength] = useState<number | string>('')
  const isKnown = by !== 'length' && by !== 'sticker'
  const length = isKnown ? knownSizesMm[by] : Number(lengthMm)
  const isReady = length >= 0.5 && length <= 1000
  const set = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const { from, to } = question
    const tenth = ({ x, y }: typeof from) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 })
    changes.setScale({ from: tenth(from), to: tenth(to), lengthMm: length, by, quarterTurns: photo.quarterTurns })
    table.answered(null)
  }
  const things: PhotoScale['by'][] = ['length', 'sticker', ...(Object.keys(knownSizesMm) as KnownThing[])]
  return (
    <section className={classes.card} aria-label={t('Scale')}>
      <h2 className={classes.cardTitle}>{t('Scale')}</h2>
      <form className={classes.question} onSubmit={set}>
        <NativeSelect
          label={t('The line lies on')}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value as PhotoScale['by'])}
          data={things.map((value) => ({ value, label: scaleThingName(value) }))}
        />
        <NumberInput
          label={t('Its length')}
          suffix=" mm"
          autoFocus
          min={0.5}
          max={1000}
          decimalScale={2}
          decimalSeparator={locale() === 'de-DE' ? ',' : '.'}
          allowedDecimalSeparators={['.', ',']}
          hideControls
          disabled={isKnown}
          value={isKnown ? length : lengthMm}
          onChange={setLength}
          onKeyDown={(event) => event.key === 'Escape' && table.answered(null)}
        />
        <div className={classes.questionButtons}>
          <Button size="compact-sm" variant="default" onClick={() => table.answered(null)}>
            {t('Cancel')}
          </Button>
          <Button size="compact-sm" type="submit" disabled={!isReady}>
            {t('Set the scale')}
          </Button>
        </div>
      </form>
    </section>
  )
}
