import type { ReactNode } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import { kindLabel } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { fileWords } from './export-words.ts'
import type { ProofFacts, ProofPhoto } from './proof-facts.ts'
import { neutralNumber, withoutNames, writtenLine } from './proof-names.ts'
import styles from './proof-sheet.module.css'
import { consentLines, editWords, photoLines, photoTitle, standingWords } from './proof-words.ts'

interface ProofSheetProps {
  readonly proof: ProofFacts
  /** The client is named; else a number stands for the client. */
  readonly isNamed: boolean
  readonly today: string
}

/** The number of a proof sheet, which is its export's. */
export function sheetNumber({ exported }: Pick<ProofFacts, 'exported'>): string {
  return neutralNumber(exported.exportId ?? exported.outputSha256)
}

/** Where an export comes from, what was done to it and who agreed to it: a page to keep and to hand out. */
export function ProofSheet({ proof, isNamed, today }: ProofSheetProps) {
  const { exported, exportedAt, clientName, clientId, consent, photos } = proof
  const { purpose, kind, fileName, outputSha256 } = exported
  const number = sheetNumber(proof)
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <h1>{t('Proof sheet {{number}}', { number })}</h1>
        <p>{t('Where a published comparison comes from, what was done to it, and who agreed to it')}</p>
      </header>
      <Part title={t('What was exported')}>
        <dl className={styles.facts}>
          <Fact name={t('Exported')}>{instantLabel(exportedAt)}</Fact>
          <Fact name={t('For')}>{purposeLabel(purpose)}</Fact>
          <Fact name={t('Kind')}>{`${kindLabel(kind)} · ${fileWords(exported)}`}</Fact>
          <Fact name={t('Client')}>
            {isNamed ? clientName : t('Number {{number}}', { number: neutralNumber(clientId) })}
          </Fact>
          <Fact name={t('File')}>
            {fileName === null ? t('not recorded') : writtenLine(fileName, clientName, isNamed)}
          </Fact>
          <Fact name={t('SHA-256 of the file')}>
            <code>{outputSha256}</code>
          </Fact>
        </dl>
      </Part>
      <Part title={t('The photos it was made of')}>
        {photos.map((photo) => (
          <PhotoOfProof key={photo.photo.photoId} photo={photo} />
        ))}
      </Part>
      <Part title={t('What was done to them')}>
        <Lines lines={editWords(proof, isNamed)} />
      </Part>
      <Part title={t('The client’s consent')}>
        {consent ? (
          <>
            <Lines lines={[...consentLines(consent, isNamed), ...standingWords(proof, today)]} />
            <blockquote className={styles.scope} lang={consent.language}>
              {isNamed ? consent.scope : withoutNames(consent.scope, namesOf(proof))}
            </blockquote>
          </>
        ) : (
          <Lines lines={[t('Made for the client: no consent to a publication was needed')]} />
        )}
      </Part>
      <Statement />
      <p className={styles.pageFoot}>
        {t('Proof sheet {{number}}; SHA-256 of the file: {{sum}}', { number, sum: outputSha256 })}
      </p>
    </article>
  )
}

function namesOf({ clientName, consent }: ProofFacts): string[] {
  return [clientName, consent && consent.signed.by !== 'scan' ? consent.signed.name : '']
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function PhotoOfProof({ photo }: { readonly photo: ProofPhoto }) {
  return (
    <section className={styles.photo}>
      <div className={styles.picture}>
        {!photo.isDeleted && <img src={photoAddress(photo.photo, 'thumb')} alt="" />}
      </div>
      <div>
        <h3>{photoTitle(photo)}</h3>
        <Lines lines={photoLines(photo)} />
        <p className={styles.sum}>
          {t('SHA-256 of the original')} <code>{photo.photo.photoId}</code>
        </p>
      </div>
    </section>
  )
}

/** What the studio signs. */
function Statement() {
  return (
    <section className={styles.statement}>
      <p>
        {t(
          'The studio states: all photos named here show the same person, and nothing was done to them but what is listed here.',
        )}
      </p>
      <dl className={styles.signLines}>
        <div>
          <dd />
          <dt>{t('Studio')}</dt>
        </div>
        <div>
          <dd />
          <dt>{t('Place, date')}</dt>
        </div>
        <div>
          <dd />
          <dt>{t('Signature')}</dt>
        </div>
      </dl>
    </section>
  )
}
