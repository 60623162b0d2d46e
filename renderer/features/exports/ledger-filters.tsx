import { Chip, NativeSelect } from '@mantine/core'
import type { Purpose } from '../../../shared/domain/consent.ts'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import type { ExportStanding } from '../../../shared/domain/exported/export-standing.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { standingLabel } from './export-words.ts'
import styles from './exports.module.css'
import { type LedgerEntry, type LedgerFilter, purposesOf, standingCounts } from './ledger.ts'

interface LedgerFiltersProps {
  readonly entries: readonly LedgerEntry[]
  readonly filter: LedgerFilter
  readonly onChange: (filter: LedgerFilter) => void
}

const all = 'all'

/** What of the list is shown: how it stands, and what it was made for. */
export function LedgerFilters({ entries, filter, onChange }: LedgerFiltersProps) {
  const purposes = purposesOf(entries)
  return (
    <div className={styles.filters}>
      <Chip.Group
        value={filter.standing ?? all}
        onChange={(chosen) => onChange({ ...filter, standing: chosen === all ? null : (chosen as ExportStanding) })}
      >
        <fieldset className={styles.chips} aria-label={t('How they stand')}>
          <Chip value={all} size="sm" variant="outline">
            {t('All: {{number}}', { number: numberInWords(entries.length) })}
          </Chip>
          {standingCounts(entries).map(({ standing, count }) => (
            <Chip
              key={standing}
              value={standing}
              size="sm"
              variant="outline"
              {...(standing === 'take-down' && count > 0 && { color: 'red' })}
            >
              {t('{{standing}}: {{number}}', { standing: filterLabel(standing), number: numberInWords(count) })}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      {purposes.length > 1 && (
        <NativeSelect
          size="sm"
          aria-label={t('Made for')}
          value={filter.purpose ?? all}
          data={[
            { value: all, label: t('For everything') },
            ...purposes.map((purpose) => ({ value: purpose, label: purposeLabel(purpose) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, purpose: value === all ? null : (value as Purpose) })
          }
        />
      )}
    </div>
  )
}

function filterLabel(standing: ExportStanding): string {
  if (standing === 'take-down') return t('To take down')
  return standing === 'own' ? t('For the client') : standingLabel(standing)
}
