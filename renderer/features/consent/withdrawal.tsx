import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import type { GivenConsent } from '../../../shared/domain/consent.ts'
import { type ChannelExport, toTakeDown } from '../../../shared/domain/export-ledger.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './consent.module.css'
import { ExportTable } from './export-table.tsx'

interface WithdrawalProps {
  readonly consent: GivenConsent
  readonly exports: readonly ChannelExport[]
  readonly isBusy: boolean
  readonly onWithdraw: () => void
  readonly onCancel: () => void
}

/** What a withdrawal does, before it is done. */
export function Withdrawal({ consent, exports, isBusy, onWithdraw, onCancel }: WithdrawalProps) {
  const concerned = toTakeDown(exports, [{ ...consent, isWithdrawn: true }])
  return (
    <Stack gap="md">
      <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t('The client withdraws the consent?')}>
        {t(
          'From this moment on nothing is exported for any channel. It can’t be undone: to show pictures again, the client signs anew.',
        )}
      </Alert>
      {concerned.length > 0 ? (
        <section aria-label={t('Exports under this consent')}>
          <Text size="sm" mb="xs">
            {t('{{count}} exports will have to be taken down:', { count: concerned.length })}
          </Text>
          <ExportTable exports={concerned} label={t('Exports under this consent')} />
        </section>
      ) : (
        <Text size="sm">{t('Nothing was exported under it.')}</Text>
      )}
      <Group justify="flex-end" gap="sm" className={styles.foot!}>
        <Button variant="default" data-autofocus onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={onWithdraw}>
          {t('Withdraw the consent')}
        </Button>
      </Group>
    </Stack>
  )
}
