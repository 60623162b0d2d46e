import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { presentConsent } from '../../../shared/domain/consent.ts'
import { channelExportsOf } from '../../../shared/domain/export-ledger.ts'
import { t } from '../../../shared/words/translate.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import type { WantedConsent } from './consent-draft.ts'
import { ConsentForm } from './consent-form.tsx'
import { ConsentOverview } from './consent-overview.tsx'
import { type ConsentSubject, useRecording } from './use-recording.ts'
import { Withdrawal } from './withdrawal.tsx'

interface ConsentDialogProps {
  readonly subject: ConsentSubject
  /** What is to be exported and lacks a consent: then the form comes first, and the dialog closes when it is recorded. */
  readonly wanted?: WantedConsent | null
  /** Leads to the list of the client's exports. */
  readonly onExports: () => void
  readonly onClose: () => void
}

/** A client's consent to pictures: what it says, giving it, withdrawing it, and everything that was exported by it. */
export function ConsentDialog({ subject, wanted = null, onExports, onClose }: ConsentDialogProps) {
  const { library } = usePorts()
  const { clientId, treatmentId } = subject
  const client = useWatched(useMemo(() => library.watchClient(clientId), [library, clientId]))
  const consents = useWatched(useMemo(() => library.watchConsents(clientId), [library, clientId]))
  const records = useWatched(useMemo(() => library.watchHistory(clientId), [library, clientId]))
  const documents = useWatched(useMemo(() => library.watchDocuments(treatmentId), [library, treatmentId])) ?? []
  const [view, setView] = useState<'overview' | 'form' | 'withdrawal'>(wanted ? 'form' : 'overview')
  const { isBusy, give, withdraw } = useRecording(subject)
  const exports = useMemo(() => channelExportsOf(records ?? []), [records])
  const isReady = client && consents && records
  const before = presentConsent(consents ?? [])
  const leaveForm = () => (wanted ? onClose() : setView('overview'))

  return (
    <Modal
      opened
      onClose={onClose}
      size={view === 'form' ? 960 : 760}
      title={client ? t('Consent of {{name}}', { name: client.name }) : t('Consent')}
    >
      {isReady && view === 'form' && (
        <ConsentForm
          subject={subject}
          clientName={client.name}
          before={before}
          wanted={wanted}
          isBusy={isBusy}
          onGive={(draft) => void give(draft, consents).then((isDone) => isDone && leaveForm())}
          onCancel={leaveForm}
        />
      )}
      {isReady && view === 'overview' && (
        <ConsentOverview
          clientName={client.name}
          consents={consents}
          exports={exports}
          documents={documents}
          onExports={onExports}
          onGive={() => setView('form')}
          onWithdraw={() => setView('withdrawal')}
        />
      )}
      {isReady && view === 'withdrawal' && before && (
        <Withdrawal
          consent={before}
          exports={exports}
          isBusy={isBusy}
          onWithdraw={() => void withdraw(before).then((isDone) => isDone && setView('overview'))}
          onCancel={() => setView('overview')}
        />
      )}
    </Modal>
  )
}
