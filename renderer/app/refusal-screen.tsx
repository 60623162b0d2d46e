import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { LockKeyhole, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { errorSentence } from '../error-messages.ts'
import { RestoreButton } from '../features/health/restore-button.tsx'
import type { Care, Keys } from '../ports.ts'
import { showFailure } from '../ui/undo-toast.tsx'
import { UnlockForm } from './unlock-form.tsx'

interface WaysOut {
  readonly unlockBy?: 'passphrase' | 'recovery'
  readonly canTryAgain?: boolean
  readonly canRestore: boolean
}

/** What can be done here about an error; a library that another Stipple holds is left alone. */
const waysOut: Partial<Record<ErrorCode, WaysOut>> = {
  // what keeps it closed lies outside of it
  'disk-full': { canTryAgain: true, canRestore: false },
  'folder-unavailable': { canTryAgain: true, canRestore: true },
  'library-in-use': { canRestore: false },
  'library-locked': { unlockBy: 'passphrase', canRestore: false },
  'library-key-missing': { unlockBy: 'recovery', canRestore: true },
}

/** Shown in place of the app when the library is locked or can't be opened; nothing was changed. From here it is unlocked, opened after all, or a backup restored. */
export function RefusalScreen({ error, care, keys }: { error: unknown; care: Care; keys: Keys }) {
  const code = error instanceof AppError ? error.code : 'bug'
  const { unlockBy, canTryAgain, canRestore }: WaysOut = waysOut[code] ?? { canRestore: true }
  const isLocked = code === 'library-locked'
  return (
    <Center component="main" h="100vh" p="xl">
      <Stack maw={isLocked ? 360 : 560} w="100%">
        <Stack role={isLocked ? undefined : 'alert'} gap="xs">
          {isLocked && <LockKeyhole size={32} aria-hidden />}
          <Title order={1} size="h2">
            {isLocked ? t('Stipple is locked') : t('The library can’t be opened')}
          </Title>
          {!isLocked && <Text>{errorSentence(error)}</Text>}
        </Stack>
        {unlockBy && <UnlockForm keys={keys} by={unlockBy} />}
        <Group>
          {canTryAgain && <TryAgainButton care={care} />}
          {canRestore && <RestoreButton care={care} variant={unlockBy || canTryAgain ? 'default' : 'filled'} />}
        </Group>
      </Stack>
    </Center>
  )
}

function TryAgainButton({ care }: { care: Care }) {
  const [isTrying, setIsTrying] = useState(false)
  const tryAgain = async () => {
    setIsTrying(true)
    try {
      await care.openAgain()
    } catch (error) {
      showFailure(errorSentence(error))
      setIsTrying(false)
    }
  }
  return (
    <Button leftSection={<RotateCw size={16} aria-hidden />} loading={isTrying} onClick={() => void tryAgain()}>
      {t('Try again')}
    </Button>
  )
}
