import { t } from '../../words/translate.ts'
import type { Facts } from '../facts.ts'
import { exportOfClient } from './client-exports.ts'
import type { TakingDown } from './taken-down.ts'

/** Why it can't be recorded that an export was taken down, in plain words; undefined when it can. */
export function refusalOfTakingDown(facts: Facts, { clientId, exportKey }: TakingDown): string | undefined {
  const row = exportOfClient(facts, clientId, exportKey)
  if (!row) return t('There is no such export.')
  return row.purpose === 'for-the-client'
    ? t('This was made for the client: there is nothing to take down.')
    : undefined
}
