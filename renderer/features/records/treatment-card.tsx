import { choiceLabel } from '../../../shared/domain/choice-words.ts'
import {
  hairlineEdgeIds,
  hairlineShapeIds,
  norwoodStages,
  skinTraitIds,
  skinTypeIds,
  skinTypeLabel,
  type TreatmentRecord,
} from '../../../shared/domain/treatment-record.ts'
import { t } from '../../../shared/words/translate.ts'
import { Card } from '../../ui/card.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { withChoice } from './choices.ts'
import { ChoiceField, NotesField } from './fields.tsx'
import styles from './records.module.css'

interface TreatmentCardProps {
  readonly record: TreatmentRecord
  readonly onEdit: (edit: (present: TreatmentRecord) => Partial<TreatmentRecord>) => void
}

/** What holds for the whole treatment: skin, hair loss, hairline. */
export function TreatmentCard({ record, onEdit }: TreatmentCardProps) {
  const skinTypes = skinTypeIds.map((value) => ({ value, label: skinTypeLabel(value) }))
  const norwoods = norwoodStages.map((stage) => ({
    value: `${stage}` as const,
    label: t('Norwood {{stage}}', { stage }),
  }))
  const shapes = hairlineShapeIds.map((value) => ({ value, label: choiceLabel(value) }))
  const edges = hairlineEdgeIds.map((value) => ({ value, label: choiceLabel(value) }))
  return (
    <Card title={t('Skin and hair')}>
      <ChoiceField
        label={t('Skin type (Fitzpatrick)')}
        value={record.skinType}
        choices={skinTypes}
        onChoose={(skinType) => onEdit(() => ({ skinType }))}
      />
      <ChoiceChips
        label={t('Skin')}
        choices={skinTraitIds}
        chosen={record.skinTraits}
        onToggle={(trait, isChosen) =>
          onEdit(({ skinTraits }) => ({ skinTraits: withChoice(skinTraitIds, skinTraits, trait, isChosen) }))
        }
      />
      <ChoiceField
        label={t('Hair loss (Norwood)')}
        value={record.norwoodStage === null ? null : `${record.norwoodStage}`}
        choices={norwoods}
        onChoose={(chosen) =>
          onEdit(() => ({ norwoodStage: norwoodStages.find((stage) => `${stage}` === chosen) ?? null }))
        }
      />
      <div className={styles.pair}>
        <ChoiceField
          label={t('Hairline shape')}
          value={record.hairlineShape}
          choices={shapes}
          onChoose={(hairlineShape) => onEdit(() => ({ hairlineShape }))}
        />
        <ChoiceField
          label={t('Hairline edge')}
          value={record.hairlineEdge}
          choices={edges}
          onChoose={(hairlineEdge) => onEdit(() => ({ hairlineEdge }))}
        />
      </div>
      <NotesField
        label={t('Notes on skin and hair')}
        value={record.notes}
        placeholder={t('Scars, sensitivity, what the client wishes…')}
        onCommit={(notes) => onEdit(() => ({ notes }))}
      />
    </Card>
  )
}
