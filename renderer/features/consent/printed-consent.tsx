import { type AngleGroup, angleGroups, type Channel, channels, type Signed } from '../../../shared/domain/consent.ts'
import { angleGroupLabel, purposeLabel } from '../../../shared/domain/consent-words.ts'
import { type Language, localeOf, t } from '../../../shared/words/translate.ts'
import { PrintedSheet } from '../../ui/printed-sheet.tsx'
import styles from './printed-consent.module.css'
import { DrawnSignature } from './signature-field.tsx'

interface PrintedConsentProps {
  readonly clientName: string
  readonly consent: {
    readonly channels: readonly Channel[]
    readonly angles: AngleGroup
    readonly givenOn: string
    readonly expiresOn: string | null
    readonly language: Language
    readonly scope: string
    /** Null: to be signed on paper. */
    readonly signed: Signed | null
  }
}

/** The form as it is printed, in its own language: to be signed by hand, or with the signature that was given. */
export function PrintedConsent({ clientName, consent }: PrintedConsentProps) {
  const { language: lng, signed, givenOn, expiresOn } = consent
  const isByHand = signed === null || signed.by === 'scan'
  return (
    <PrintedSheet>
      <article className={styles.printed} lang={lng}>
        <h1>{t('Consent to pictures', { lng })}</h1>
        <p className={styles.printedName}>{t('Client: {{name}}', { lng, name: clientName })}</p>
        <h2>{t('Where pictures may be shown', { lng })}</h2>
        <ul className={styles.boxes}>
          {channels.map((channel) => (
            <li key={channel} data-ticked={consent.channels.includes(channel)}>
              {purposeLabel(channel, lng)}
            </li>
          ))}
        </ul>
        <h2>{t('What may be seen', { lng })}</h2>
        <ul className={styles.boxes}>
          {angleGroups.map((angles) => (
            <li key={angles} data-ticked={consent.angles === angles}>
              {angleGroupLabel(angles, lng)}
            </li>
          ))}
        </ul>
        <h2>{t('What the client agrees to', { lng })}</h2>
        <div className={styles.printedScope}>{consent.scope}</div>
        <p>
          {expiresOn
            ? t('The consent holds until {{day}}, if it is not withdrawn before.', { lng, day: dayIn(lng, expiresOn) })
            : t('The consent holds until it is withdrawn.', { lng })}
        </p>
        <dl className={styles.signLines}>
          <div>
            <dd>{isByHand ? '' : dayIn(lng, givenOn)}</dd>
            <dt>{t('Place, date', { lng })}</dt>
          </div>
          <div>
            <dd>
              {signed?.by === 'drawing' && <DrawnSignature {...signed} />}
              {signed?.by === 'typed-name' && signed.name}
            </dd>
            <dt>
              {isByHand
                ? t('Signature of the client', { lng })
                : t('Signature of the client: {{name}}', { lng, name: signed.name })}
            </dt>
          </div>
        </dl>
      </article>
    </PrintedSheet>
  )
}

/** A day in words of the form's language, whatever the screen speaks. */
function dayIn(language: Language, day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
}
