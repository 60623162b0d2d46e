import { Button, type ButtonProps } from '@mantine/core'
import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import type { BackupOffer } from '../../../shared/ipc/care.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import type { Care } from '../../ports.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

interface RestoreButtonProps {
  readonly care: Care
  readonly variant?: NonNullable<ButtonProps['variant']>
}

/** Asks for a backup, shows what is in it, and restores it when that is confirmed. */
export function RestoreButton({ care, variant = 'default' }: RestoreButtonProps) {
  const [offer, setOffer] = useState<BackupOffer | null>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  const choose = async () => {
    setIsChoosing(true)
    try {
      setOffer(await care.chooseBackup())
    } catch (error) {
      showFailure(errorSentence(error))
    }
    setIsChoosing(false)
  }
  return (
    <>
      <Button
        variant={variant}
        w="fit-content"
        leftSection={<ArchiveRestore size={16} aria-hidden />}
        loading={isChoosing}
        onClick={() => void choose()}
      >
        {t('Restore from a backup…')}
      </Button>
      {offer && <RestoreDialog care={care} offer={offer} onClose={() => setOffer(null)} />}
    </>
  )
}
