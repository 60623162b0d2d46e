import { t } from '../../words/translate.ts'
import type { SessionRecord } from '../session-record.ts'
import { type Stage, stageLabel, stageOrder } from '../stage.ts'

/** The dilutions that were noted last before a session, in words; undefined where none were. */
export function notedDilution(session: Stage, records: readonly SessionRecord[]): string | undefined {
  const [last] = records
    .filter(({ stage, dilutions }) => dilutions.length > 0 && stageOrder(stage) < stageOrder(session))
    .toSorted((a, b) => stageOrder(b.stage) - stageOrder(a.stage))
  if (!last) return undefined
  return t('Dilution noted in {{session}}: {{dilution}}', {
    session: stageLabel(last.stage),
    dilution: last.dilutions.map(({ dilution, notes }) => dilution || notes).join(', '),
  })
}
