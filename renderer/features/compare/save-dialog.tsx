import { Checkbox, Input, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ComparedPhotos, photosSideBySide } from '../../../shared/domain/compared-photos.ts'
import { stagesInWords, type WantedStage } from '../../../shared/domain/hanging-protocol.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type Stage, stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { saveComparison, saveProtocol } from '../../comparisons/actions.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useRecord } from '../../use-record.ts'
import { presentLook } from './comparison-look.ts'
import { modeNamed } from './modes/mode-table.ts'

interface SaveDialogProps {
  readonly compared: ComparedPhotos
  /** The angle's photos in the order of the treatment. */
  readonly row: readonly Photo[]
  readonly reference: Photo
  readonly onClose: () => void
}

/** Saves the comparison with the client as it stands, or its stages as one of the studio's own. */
export function SaveDialog({ compared, row, reference, onClose }: SaveDialogProps) {
  const record = useRecord()
  const [look] = useState(presentLook)
  const [kind, setKind] = useState<'client' | 'studio'>('client')
  const [isNewestMeant, setNewestMeant] = useState(true)
  const shown = photosSideBySide(compared, row)
  const newest = row.findLast(({ stage }) => stage !== null)?.stage ?? null
  const hasNewest = newest !== null && reference.stage !== newest && shown.some(({ stage }) => stage === newest)
  const stages = stagesOf(reference, shown, hasNewest && isNewestMeant ? newest : null)
  const named = stagesInWords(kind === 'client' ? stagesOf(reference, shown, null) : stages)
  const suggested = compared.panes === 'all' ? t('All stages') : named
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? suggested
  const modeName = modeNamed(look.mode).name()
  const isReady = name.trim() !== '' && (kind === 'client' || stages.length > 1)
  const save = async () => {
    const { treatmentId } = reference
    const change =
      kind === 'client'
        ? saveComparison({ treatmentId, name, photos: compared, look })
        : saveProtocol({ name, stages, mode: look.mode })
    onClose()
    await record(change.events, change.undo)
  }
  return (
    <FormDialog
      title={t('Save this comparison')}
      confirm={t('Save')}
      isReady={isReady}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('Name')}
        value={name}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={80}
        required
        data-autofocus
      />
      <Input.Wrapper label={t('For')} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={t('For')}
          value={kind}
          onChange={(value) => setKind(value === 'studio' ? 'studio' : 'client')}
          data={[
            { value: 'client', label: t('This client') },
            { value: 'studio', label: t('Every client') },
          ]}
        />
      </Input.Wrapper>
      {kind === 'client' ? (
        <Text size="sm" c="dimmed">
          {t('These photos, at this place, exactly as they are shown now.')}
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('One of the studio’s own, proposed for every client: {{stages}}, {{mode}}.', {
              stages: stagesInWords(stages),
              mode: modeName,
            })}
          </Text>
          {hasNewest && (
            <Checkbox
              label={t('The newest stage, whichever it is, in place of {{stage}}', { stage: stageLabel(newest) })}
              checked={isNewestMeant}
              onChange={(event) => setNewestMeant(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

/** The stages that are shown, each once, the baseline's first; the newest as such where that is meant. */
function stagesOf(reference: Photo, shown: readonly Photo[], newest: Stage | null): WantedStage[] {
  const stages = [reference, ...shown].flatMap(({ stage }) => stage ?? [])
  return [...new Set(stages)].map((stage) => (stage === newest ? 'newest' : stage))
}
