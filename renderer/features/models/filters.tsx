import { Button, NativeSelect } from '@mantine/core'
import { choiceLabel } from '../../../shared/domain/choice-words.ts'
import { channels } from '../../../shared/domain/consent.ts'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import { anyModel, type ModelFilter } from '../../../shared/domain/models.ts'
import { type Stage, stageLabel } from '../../../shared/domain/stage.ts'
import {
  hairlineEdgeIds,
  hairlineShapeIds,
  norwoodStages,
  skinTypeIds,
} from '../../../shared/domain/treatment-record.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './models.module.css'

interface FiltersProps {
  readonly filter: ModelFilter
  /** The stages that any model has reached. */
  readonly stages: readonly Stage[]
  readonly onChoose: (change: Partial<ModelFilter>) => void
}

/** What models are looked for by; everything that is chosen must fit. */
export function Filters({ filter, stages, onChoose }: FiltersProps) {
  const isAny = Object.values(filter).every((value) => value === null)
  return (
    <fieldset className={styles.filters} aria-label={t('Filters')}>
      <Choice
        label={t('Norwood')}
        value={filter.norwoodStage}
        choices={norwoodStages}
        labelOf={(stage) => t('Norwood {{stage}}', { stage })}
        onChoose={(norwoodStage) => onChoose({ norwoodStage })}
      />
      <Choice
        label={t('Skin type')}
        value={filter.skinType}
        choices={skinTypeIds}
        labelOf={(type) => t('Fitzpatrick {{type}}', { type })}
        onChoose={(skinType) => onChoose({ skinType })}
      />
      <Choice
        label={t('Hairline shape')}
        value={filter.hairlineShape}
        choices={hairlineShapeIds}
        labelOf={choiceLabel}
        onChoose={(hairlineShape) => onChoose({ hairlineShape })}
      />
      <Choice
        label={t('Hairline edge')}
        value={filter.hairlineEdge}
        choices={hairlineEdgeIds}
        labelOf={choiceLabel}
        onChoose={(hairlineEdge) => onChoose({ hairlineEdge })}
      />
      <Choice
        label={t('Stage reached')}
        value={filter.reached}
        choices={stages}
        labelOf={stageLabel}
        onChoose={(reached) => onChoose({ reached })}
      />
      <Choice
        label={t('Consent for')}
        value={filter.channel}
        choices={channels}
        labelOf={(channel) => purposeLabel(channel)}
        onChoose={(channel) => onChoose({ channel })}
      />
      <Button variant="subtle" color="gray" size="sm" disabled={isAny} onClick={() => onChoose(anyModel)}>
        {t('Show all')}
      </Button>
    </fieldset>
  )
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly Value[]
  readonly labelOf: (value: Value) => string
  readonly onChoose: (value: Value | null) => void
}

function Choice<Value extends string | number>({ label, value, choices, labelOf, onChoose }: ChoiceProps<Value>) {
  // what was chosen stays to be seen, even where nobody has it any more
  const offered = value === null || choices.includes(value) ? choices : [...choices, value]
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value === null ? '' : String(value)}
      data={[{ value: '', label: t('Any') }, ...offered.map((each) => ({ value: String(each), label: labelOf(each) }))]}
      onChange={({ currentTarget }) => onChoose(offered.find((each) => String(each) === currentTarget.value) ?? null)}
    />
  )
}
