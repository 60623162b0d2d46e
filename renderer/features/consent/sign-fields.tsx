import { Button, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { FilePlus2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Signed } from '../../../shared/domain/consent.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import { documentKinds } from '../../../shared/domain/document.ts'
import type { TreatmentId } from '../../../shared/domain/ids.ts'
import type { Signature } from '../../../shared/domain/signature.ts'
import { inAlphabet } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { showFailure } from '../../ui/undo-toast.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './consent.module.css'
import type { ConsentDraft, DraftField } from './consent-draft.ts'
import { SignatureField } from './signature-field.tsx'

interface SignFieldsProps {
  readonly draft: ConsentDraft
  readonly treatmentId: TreatmentId
  readonly problems: Partial<Record<DraftField, string>>
  readonly onChange: (change: Partial<ConsentDraft>) => void
  readonly onDraw: (edit: (present: Signature) => Signature) => void
}

/** How the client signs: on the screen, by name, or on paper. */
export function SignFields({ draft, treatmentId, problems, onChange, onDraw }: SignFieldsProps) {
  return (
    <FieldGroup legend={t('Signature')}>
      <div className={styles.sign}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('How the client signs')}
            fullWidth
            value={draft.by}
            data={[
              { value: 'drawing', label: t('On the screen') },
              { value: 'typed-name', label: t('Typed name') },
              { value: 'scan', label: t('On paper') },
            ]}
            onChange={(by) => onChange({ by: by as Signed['by'] })}
          />
          {draft.by !== 'scan' && (
            <TextInput
              label={draft.by === 'drawing' ? t('Name of who signs') : t('The client types the full name')}
              value={draft.name}
              maxLength={200}
              error={problems.name}
              onChange={(event) => onChange({ name: event.currentTarget.value })}
            />
          )}
        </Stack>
        {draft.by === 'drawing' && (
          <SignatureField signature={draft.drawing} error={problems.drawing} onDraw={onDraw} />
        )}
        {draft.by === 'scan' && (
          <ScanField draft={draft} treatmentId={treatmentId} problems={problems} onChange={onChange} />
        )}
      </div>
    </FieldGroup>
  )
}

const newFile = 'new-file'

/** The scan or photo of a form that was signed on paper: attached before, or a file. */
function ScanField({ draft: { scan }, treatmentId, problems, onChange }: Omit<SignFieldsProps, 'onDraw'>) {
  const { library, documents } = usePorts()
  const attached = useWatched(useMemo(() => library.watchDocuments(treatmentId), [library, treatmentId])) ?? []
  const choose = async () => {
    try {
      const [offer] = await documents.choose()
      if (offer) onChange({ scan: { offer } })
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  return (
    <Stack gap="sm" align="flex-start">
      <NativeSelect
        w="100%"
        label={t('Scan of the signed form')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={t('A new file is attached to forms and documents, sealed like the photos.')}
        error={problems.scan}
        value={scan === null ? '' : 'offer' in scan ? newFile : scan.documentId}
        data={[
          { value: '', label: t('Choose…'), disabled: true },
          ...(scan && 'offer' in scan ? [{ value: newFile, label: scan.offer.fileName }] : []),
          ...inListOrder(attached).map(({ documentId, title }) => ({ value: documentId, label: title })),
        ]}
        onChange={(event) => {
          const chosen = attached.find(({ documentId }) => documentId === event.currentTarget.value)
          if (chosen) onChange({ scan: { documentId: chosen.documentId } })
        }}
      />
      <Button variant="default" leftSection={<FilePlus2 size={16} aria-hidden />} onClick={() => void choose()}>
        {t('Choose a file…')}
      </Button>
    </Stack>
  )
}

/** Consent forms first. */
function inListOrder(documents: readonly AttachedDocument[]): AttachedDocument[] {
  const place = ({ kind }: AttachedDocument) => (kind === 'consent-form' ? -1 : documentKinds.indexOf(kind))
  return documents.toSorted((a, b) => place(a) - place(b) || inAlphabet(a.title, b.title))
}
