import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { StatedEvent } from '../shared/domain/events.ts'
import type { ClientId } from '../shared/domain/ids.ts'
import { type ClientRetention, longestReason } from '../shared/domain/retention.ts'
import { t } from '../shared/words/translate.ts'
import { FormDialog } from './ui/form-dialog.tsx'
import { useRecord } from './use-record.ts'

type Retention = Omit<ClientRetention, 'clientId'>

/** The note of a client on whom nothing is noted. */
export const noRetention: Retention = { keepUntil: null, why: '' }

interface ClientRetentionDialogProps {
  readonly clientId: ClientId
  readonly name: string
  /** What is noted now. */
  readonly retention: Retention
  readonly onClose: () => void
}

/** Asks until when one client's record is to be kept, and why; what is kept isn't erased by itself. */
export function ClientRetentionDialog({ clientId, name, retention, onClose }: ClientRetentionDialogProps) {
  const record = useRecord()
  const [keepUntil, setKeepUntil] = useState(retention.keepUntil ?? '')
  const [why, setWhy] = useState(retention.why)
  const save = () => {
    const note = (data: Retention): StatedEvent => ({
      type: 'client-retention-noted',
      version: 1,
      data: { clientId, ...data },
    })
    onClose()
    void record([note({ keepUntil: keepUntil || null, why: keepUntil ? why.trim() : '' })], {
      label: t('Retention note of {{name}} changed', { name }),
      events: [note(retention)],
    })
  }
  return (
    <FormDialog
      title={t('Retention note: {{name}}', { name })}
      confirm={t('Save note')}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('Keep the record until')}
        description={t(
          'Until then Stipple doesn’t erase this client or delete its photos by itself, and asks twice when you do. Leave it empty when nothing holds the record.',
        )}
        value={keepUntil}
        onChange={(event) => setKeepUntil(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t('Why')}
        placeholder={t('Insurance, a dispute, the law')}
        rows={2}
        maxLength={longestReason}
        disabled={keepUntil === ''}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
