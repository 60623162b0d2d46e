import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import type { ChannelExport } from '../../../shared/domain/export-ledger.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { TakenDownButton } from '../../exports/taken-down-button.tsx'
import { takenDownWords } from '../../exports/taken-down-words.ts'
import styles from './export-table.module.css'
import { momentDay } from './standing-words.ts'

interface ExportTableProps {
  readonly exports: readonly ChannelExport[]
  readonly label: string
  /** Whose they are, where they can be ticked as taken down. */
  readonly takenDownOf?: ClientId
}

/** What was exported, newest first: when, where to, the file and the sum by which it is known again. */
export function ExportTable({ exports, label, takenDownOf }: ExportTableProps) {
  return (
    <table className={styles.exports} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('Exported')}</th>
          <th scope="col">{t('For')}</th>
          <th scope="col">{t('File, and its SHA-256')}</th>
          {takenDownOf && <th scope="col">{t('Taken down')}</th>}
        </tr>
      </thead>
      <tbody>
        {exports.toReversed().map(({ exportKey, at, channel, fileName, outputSha256, takenDown }) => (
          <tr key={exportKey}>
            <td className={styles.when}>{momentDay(at)}</td>
            <td className={styles.when}>{purposeLabel(channel)}</td>
            <td>
              {fileName}
              <code className={styles.hash}>{outputSha256}</code>
              {takenDown && <span className={styles.takenDown}>{takenDownWords(takenDown)}</span>}
            </td>
            {takenDownOf && (
              <td>
                <TakenDownButton
                  subject={{ clientId: takenDownOf, exportKey, takenDown }}
                  name={fileName || purposeLabel(channel)}
                  isUrgent={false}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
