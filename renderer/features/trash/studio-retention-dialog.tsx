import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longestReason, type StudioRetention } from '../../../shared/domain/retention.ts'
import { t } from '../../../shared/words/translate.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

interface StudioRetentionDialogProps {
  readonly retention: StudioRetention
  readonly onSave: (retention: StudioRetention) => void
  readonly onClose: () => void
}

/** Asks how long the studio keeps records, and whether Stipple may erase clients by itself. */
export function StudioRetentionDialog({ retention, onSave, onClose }: StudioRetentionDialogProps) {
  const [years, setYears] = useState(String(retention.keepYears ?? ''))
  const [why, setWhy] = useState(retention.why)
  const [erases, setErases] = useState(retention.erasesDueClients ? 'stipple' : 'person')
  const isNumber = /^[1-9]\d?$/.test(years.trim())
  const isValid = years.trim() === '' || isNumber
  const save = () =>
    onSave({
      keepYears: isNumber ? Number(years) : null,
      why: why.trim(),
      erasesDueClients: erases === 'stipple',
    })
  return (
    <FormDialog
      title={t('How long records are kept')}
      confirm={t('Save')}
      isReady={isValid}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={t('Years after a client’s last photo')}
        description={t(
          'Until then nothing of the client goes by itself. Clinics often have to keep records: ask your insurer or adviser. Leave it empty when no rule applies.',
        )}
        inputMode="numeric"
        maxLength={2}
        error={isValid ? null : t('Whole years, 1 to 99, or nothing.')}
        value={years}
        onChange={(event) => setYears(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t('Why')}
        placeholder={t('The rule or the insurer that asks for it')}
        rows={2}
        maxLength={longestReason}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Radio.Group label={t('When a client’s 30 days in the trash are over')} value={erases} onChange={setErases}>
        <Stack gap="xs" mt="xs">
          <Radio value="person" label={t('The client waits there until I erase it')} />
          <Radio value="stipple" label={t('Stipple erases it, unless it is to be kept')} />
        </Stack>
      </Radio.Group>
    </FormDialog>
  )
}
