import { Alert, Badge, Button, Stack } from '@mantine/core'
import { Check, FileOutput, FileSignature, TriangleAlert } from 'lucide-react'
import { type GivenConsent, presentConsent, standingOf } from '../../../shared/domain/consent.ts'
import { angleGroupLabel, purposeLabel } from '../../../shared/domain/consent-words.ts'
import type { AttachedDocument } from '../../../shared/domain/document.ts'
import { type ChannelExport, toTakeDown, underWithdrawn } from '../../../shared/domain/export-ledger.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { t } from '../../../shared/words/translate.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './consent.module.css'
import { ConsentFoot } from './consent-foot.tsx'
import { ExportTable } from './export-table.tsx'
import { PrintedConsent } from './printed-consent.tsx'
import { SignedLine } from './signed-line.tsx'
import { standingColours, standingLabel, termWords } from './standing-words.ts'

interface ConsentOverviewProps {
  readonly clientName: string
  readonly consents: readonly GivenConsent[]
  readonly exports: readonly ChannelExport[]
  readonly documents: readonly AttachedDocument[]
  readonly onExports: () => void
  readonly onGive: () => void
  readonly onWithdraw: () => void
}

/** The consent that counts, what was exported by it, and what has to be taken down. */
export function ConsentOverview({
  clientName,
  consents,
  exports,
  documents,
  onExports,
  onGive,
  onWithdraw,
}: ConsentOverviewProps) {
  const consent = presentConsent(consents)
  if (!consent)
    return (
      <EmptyState
        icon={FileSignature}
        title={t('No consent yet')}
        actions={<Button onClick={onGive}>{t('Record a consent…')}</Button>}
      >
        {t('Until there is one, pictures of this client are exported for the client alone.')}
      </EmptyState>
    )
  const { clientId } = consent
  const gone = underWithdrawn(exports, consents)
  const isDone = toTakeDown(exports, consents).length === 0
  const standing = exports.filter((one) => !gone.includes(one))
  const state = standingOf(consent, dayOf(new Date()))
  return (
    <Stack gap="lg">
      {gone.length > 0 && (
        <section aria-label={t('To take down')} className={styles.takeDown}>
          {isDone ? (
            <Alert color="gray" icon={<Check size={18} aria-hidden />} title={t('Everything was taken down')} mb="sm">
              {t('The client has withdrawn the consent under which these were exported.')}
            </Alert>
          ) : (
            <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t('To take down')} mb="sm">
              {t(
                'The client has withdrawn the consent under which these were exported. Stipple can’t reach them: take them down where they were published.',
              )}
            </Alert>
          )}
          <ExportTable exports={gone} label={t('To take down')} takenDownOf={clientId} />
        </section>
      )}
      <section className={styles.consent} aria-label={t('Version {{version}}', { version: consent.version })}>
        <header className={styles.consentHead}>
          <Badge color={standingColours[state]} variant="light">
            {standingLabel(state)}
          </Badge>
          <span className={styles.term}>{termWords(consent)}</span>
          <span className={styles.version}>{t('Version {{version}}', { version: consent.version })}</span>
        </header>
        <ul className={styles.channels} aria-label={t('Where pictures may be shown')}>
          {consent.channels.map((channel) => (
            <li key={channel}>{purposeLabel(channel)}</li>
          ))}
        </ul>
        <p className={styles.line}>{angleGroupLabel(consent.angles)}</p>
        <p className={styles.scope} lang={consent.language}>
          {consent.scope}
        </p>
        <SignedLine signed={consent.signed} documents={documents} />
      </section>
      {standing.length > 0 && (
        <section aria-label={t('Exported')}>
          <h3 className={styles.listTitle}>{t('Exported with consent')}</h3>
          <ExportTable exports={standing} label={t('Exported with consent')} takenDownOf={clientId} />
        </section>
      )}
      {exports.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          className={styles.exports!}
          leftSection={<FileOutput size={16} aria-hidden />}
          onClick={onExports}
        >
          {t('All exports of this client, with their proof sheets')}
        </Button>
      )}
      <ConsentFoot print={t('Print…')}>
        {!consent.isWithdrawn && (
          <Button variant="default" onClick={onWithdraw}>
            {t('Withdraw…')}
          </Button>
        )}
        <Button onClick={onGive}>{t('Record a new consent…')}</Button>
      </ConsentFoot>
      <PrintedConsent clientName={clientName} consent={consent} />
    </Stack>
  )
}
