import { Badge, Button } from '@mantine/core'
import { ImageOff, ShieldCheck } from 'lucide-react'
import { photoAddress } from '../../../shared/addresses.ts'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import { kindLabel } from '../../../shared/domain/export-kind.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { TakenDownButton } from '../../exports/taken-down-button.tsx'
import { takenDownWords } from '../../exports/taken-down-words.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { CopySum } from './copy-sum.tsx'
import { consentWords, exportName, fileWords, standingColours, standingLabel } from './export-words.ts'
import styles from './exports.module.css'
import type { LedgerEntry } from './ledger.ts'

interface LedgerRowProps {
  readonly entry: LedgerEntry
  /** Leads to the client; undefined where the list is the client's own, or the client is in the trash. */
  readonly onClient: (() => void) | undefined
  readonly onProof: () => void
}

/** Photos of an export that are shown; of more, how many there are. */
const mostShown = 3

/** One export: when, of whom, what for, the file and its sum, how it stands, and what can be done. */
export function LedgerRow({ entry, onClient, onProof }: LedgerRowProps) {
  const { row, client, consents, standing } = entry
  const name = exportName(row)
  return (
    <li className={styles.row} data-standing={standing}>
      <Photos photos={entry.photos} />
      <div className={styles.what}>
        <h2 className={styles.title}>{`${kindLabel(row.kind)} · ${purposeLabel(row.purpose)}`}</h2>
        <p className={styles.line}>
          {row.exportedAt && <time dateTime={row.exportedAt}>{instantLabel(row.exportedAt)}</time>}
          {' · '}
          {onClient ? (
            <button type="button" className={styles.client} onClick={onClient}>
              {client.name}
            </button>
          ) : (
            <span>{client.isRemoved ? t('{{name}} (in the trash)', { name: client.name }) : client.name}</span>
          )}
        </p>
        <p className={styles.file}>
          {row.fileName !== null && <span className={styles.fileName}>{row.fileName}</span>}
          <span className={styles.quiet}>{fileWords(row)}</span>
        </p>
        <CopySum sum={row.outputSha256} name={name} />
      </div>
      <div className={styles.standing}>
        <Badge color={standingColours[standing]} variant={standing === 'take-down' ? 'filled' : 'light'}>
          {standingLabel(standing)}
        </Badge>
        {standing !== 'own' && <p className={styles.quiet}>{consentWords(row, consents)}</p>}
        {row.takenDown && <p className={styles.line}>{takenDownWords(row.takenDown)}</p>}
      </div>
      <div className={styles.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<ShieldCheck size={14} aria-hidden />}
          aria-label={t('Proof sheet…: {{name}}', { name })}
          data-export
          onClick={onProof}
        >
          {t('Proof sheet…')}
        </Button>
        {row.purpose !== 'for-the-client' && (
          <TakenDownButton
            subject={{ clientId: client.clientId, exportKey: row.exportKey, takenDown: row.takenDown }}
            name={name}
            isUrgent={standing === 'take-down'}
          />
        )}
      </div>
    </li>
  )
}

function Photos({ photos }: Pick<LedgerEntry, 'photos'>) {
  const shown = photos.slice(0, photos.length > mostShown ? mostShown - 1 : mostShown)
  const more = photos.length - shown.length
  return (
    <div className={styles.photos}>
      {shown.map((photo, index) => {
        const key = `${index}/${photo?.photoId ?? ''}`
        if (!photo)
          return (
            <span key={key} className={styles.gone} role="img" aria-label={t('Photo that was deleted')}>
              <ImageOff size={16} aria-hidden />
            </span>
          )
        const alt = [photo.angle && angleLabel(photo.angle), photo.stage && stageLabel(photo.stage)]
        return (
          <span key={key} className={styles.photo}>
            <Thumbnail src={photoAddress(photo, 'thumb')} alt={alt.filter(Boolean).join(', ') || t('Photo')} />
          </span>
        )
      })}
      {more > 0 && <span className={styles.gone}>{t('+{{number}}', { number: more })}</span>}
    </div>
  )
}
