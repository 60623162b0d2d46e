import { Alert, Button, FileButton, Loader, Modal } from '@mantine/core'
import { FileQuestion, FileSearch, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import { kindLabel } from '../../../shared/domain/export-kind.ts'
import { t } from '../../../shared/words/translate.ts'
import { takenDownWords } from '../../exports/taken-down-words.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { instantLabel } from '../../ui/instant-label.ts'
import { consentWords, standingColours, standingLabel } from './export-words.ts'
import { type LedgerEntry, withSum } from './ledger.ts'
import styles from './recognise-dialog.module.css'
import { type LookedAt, useFileSum } from './use-file-sum.ts'

interface RecogniseDialogProps {
  /** All exports of the studio. */
  readonly entries: readonly LedgerEntry[]
  /** A file that was dropped already. */
  readonly first: File | null
  readonly onProof: (entry: LedgerEntry) => void
  readonly onClose: () => void
}

/** Tells of a file which export it is, by its SHA-256. The file stays where it is, and nothing leaves the computer. */
export function RecogniseDialog({ entries, first, onProof, onClose }: RecogniseDialogProps) {
  const [file, setFile] = useState(first)
  const look = useFileSum(file)
  return (
    <Modal opened onClose={onClose} size={640} title={t('Which export is this?')}>
      <DropZone label={t('Drop to look at it')} onFiles={(files) => setFile(files[0] ?? null)}>
        <div className={styles.drop}>
          <FileQuestion size={32} strokeWidth={1.25} aria-hidden />
          <p>{t('Drop a picture or video here, such as one that was published somewhere.')}</p>
          <FileButton onChange={(chosen) => chosen && setFile(chosen)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<FileSearch size={16} aria-hidden />} data-autofocus>
                {t('Choose a file…')}
              </Button>
            )}
          </FileButton>
        </div>
      </DropZone>
      <div className={styles.answer} role="status">
        {look && <Answer look={look} entries={entries} onProof={onProof} />}
      </div>
    </Modal>
  )
}

interface AnswerProps extends Pick<RecogniseDialogProps, 'entries' | 'onProof'> {
  readonly look: LookedAt
}

function Answer({ look, entries, onProof }: AnswerProps) {
  const { fileName } = look
  if (look.kind === 'reading') return <Loader size="sm" aria-label={t('Reading {{fileName}}', { fileName })} />
  if (look.kind === 'unreadable') return <Alert color="red">{t('{{fileName}} can’t be read.', { fileName })}</Alert>
  const found = look.sum === null ? [] : withSum(entries, look.sum)
  if (found.length === 0)
    return (
      <Alert color="yellow" title={t('{{fileName}} is no export as Stipple made it', { fileName })}>
        {t(
          'Either Stipple didn’t make it, or it was changed since. A network that shrinks a picture, a screenshot and an edit all make another file of it.',
        )}
      </Alert>
    )
  return found.map((entry) => <Found key={entry.row.exportKey} entry={entry} onProof={() => onProof(entry)} />)
}

function Found({ entry, onProof }: { readonly entry: LedgerEntry; readonly onProof: () => void }) {
  const { row, client, consents, standing } = entry
  return (
    <Alert
      color={standing === 'own' ? 'teal' : standingColours[standing]}
      title={t('Exported {{moment}} for: {{purpose}}', {
        moment: row.exportedAt ? instantLabel(row.exportedAt) : '?',
        purpose: purposeLabel(row.purpose),
      })}
    >
      <p className={styles.line}>{t('{{kind}} of {{name}}', { kind: kindLabel(row.kind), name: client.name })}</p>
      <p className={styles.line}>
        {standing === 'own'
          ? standingLabel(standing)
          : t('{{standing}}: {{consent}}', { standing: standingLabel(standing), consent: consentWords(row, consents) })}
      </p>
      {row.takenDown && <p className={styles.line}>{takenDownWords(row.takenDown)}</p>}
      <Button
        mt="sm"
        size="compact-sm"
        variant="default"
        leftSection={<ShieldCheck size={14} aria-hidden />}
        onClick={onProof}
      >
        {t('Proof sheet…')}
      </Button>
    </Alert>
  )
}
