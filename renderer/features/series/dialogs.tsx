import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { angleIds, angleLabel, angleSchema } from '../../../shared/domain/angle.ts'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type Stage, stageLabel, stageSchema } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { NameField } from '../../ui/name-field.tsx'
import type { Filing } from './actions.ts'

const keep = 'keep'
const none = ''

interface MoveDialogProps {
  readonly photos: readonly Photo[]
  readonly stages: readonly Stage[]
  readonly onMove: (filing: Filing) => void
  readonly onClose: () => void
}

/** Asks where photos belong. Of several, what isn't chosen stays as it is. */
export function MoveDialog({ photos, stages, onMove, onClose }: MoveDialogProps) {
  const only = photos.length === 1 ? photos[0] : undefined
  const [stage, setStage] = useState<string>(only ? (only.stage ?? none) : keep)
  const [angle, setAngle] = useState<string>(only ? (only.angle ?? none) : keep)
  const first = only
    ? [{ value: none, label: t('Not filed yet') }]
    : [
        { value: keep, label: t('Leave as it is') },
        { value: none, label: t('Not filed yet') },
      ]
  const submit = () =>
    onMove({
      ...(stage !== keep && { stage: stage === none ? null : stageSchema.parse(stage) }),
      ...(angle !== keep && { angle: angle === none ? null : angleSchema.parse(angle) }),
    })
  return (
    <FormDialog
      title={only ? t('Move photo') : t('Move {{number}} photos', { number: photos.length })}
      confirm={t('Move')}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('Stage')}
        data={[...first, ...stages.map((value) => ({ value, label: stageLabel(value) }))]}
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={t('Angle')}
        data={[...first, ...angleIds.map((value) => ({ value, label: angleLabel(value) }))]}
        value={angle}
        onChange={(event) => setAngle(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

interface DateDialogProps {
  readonly photo: Photo
  readonly onDate: (day: string | null) => void
  readonly onClose: () => void
}

/** Asks on which day a photo was taken; leaving it empty means that nobody knows. */
export function DateDialog({ photo, onDate, onClose }: DateDialogProps) {
  const [day, setDay] = useState(photo.capture ? captureDay(photo.capture) : '')
  return (
    <FormDialog title={t('Set date')} confirm={t('Set date')} onSubmit={() => onDate(day || null)} onClose={onClose}>
      <TextInput
        type="date"
        label={t('Day the photo was taken')}
        description={t('Leave it empty when it isn’t known.')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}

interface TreatmentDialogProps {
  readonly suggestedName: string
  readonly onAdd: (name: string, sessionCount: number) => void
  readonly onClose: () => void
}

/** Asks for a further treatment's name and how many sessions are planned. */
export function TreatmentDialog({ suggestedName, onAdd, onClose }: TreatmentDialogProps) {
  const [name, setName] = useState(suggestedName)
  const [sessionCount, setSessionCount] = useState('3')
  return (
    <FormDialog
      title={t('Add treatment')}
      confirm={t('Add treatment')}
      isReady={name.trim() !== ''}
      onSubmit={() => onAdd(name, Number(sessionCount))}
      onClose={onClose}
    >
      <NameField name={name} onChange={setName} />
      <NativeSelect
        label={t('Planned sessions')}
        data={['1', '2', '3', '4', '5', '6', '7', '8', '9']}
        value={sessionCount}
        onChange={(event) => setSessionCount(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
