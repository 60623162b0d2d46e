import { Chip } from '@mantine/core'
import { type ExportKind, exportKinds, kindLabel } from '../../../shared/domain/export-kind.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { mostStages } from './pair-list.ts'

interface KindChoiceProps {
  readonly kind: ExportKind
  readonly onChange: (kind: ExportKind) => void
}

/** What is made of the comparison. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  return (
    <Chip.Group value={kind} onChange={(chosen) => onChange(chosen as ExportKind)}>
      <FieldGroup legend={t('What is made')} layout="chips">
        {exportKinds.map((one) => (
          <Chip key={one} value={one} size="xs" variant="outline">
            {kindLabel(one)}
          </Chip>
        ))}
      </FieldGroup>
    </Chip.Group>
  )
}

interface StageChoiceProps {
  readonly row: readonly Photo[]
  readonly chosen: readonly PhotoId[]
  readonly reference: Photo
  readonly onChange: (chosen: PhotoId[]) => void
}

/** Which stages stand in a strip: two to five, always the one that the others are aligned to. */
export function StageChoice({ row, chosen, reference, onChange }: StageChoiceProps) {
  const toggle = (photoId: PhotoId) =>
    onChange(chosen.includes(photoId) ? chosen.filter((one) => one !== photoId) : [...chosen, photoId])
  return (
    <FieldGroup legend={t('Stages, two to five')} layout="chips">
      {row.map(({ photoId, stage }) => {
        const isChosen = chosen.includes(photoId)
        const isFixed = photoId === reference.photoId || (isChosen ? chosen.length <= 2 : chosen.length >= mostStages)
        return (
          <Chip
            key={photoId}
            size="xs"
            variant="outline"
            checked={isChosen}
            disabled={isFixed}
            onChange={() => toggle(photoId)}
          >
            {stage && stageLabel(stage)}
          </Chip>
        )
      })}
    </FieldGroup>
  )
}
