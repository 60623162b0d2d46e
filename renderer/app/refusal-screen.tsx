import { Center, Stack, Text, Title } from '@mantine/core'
import { LockKeyhole } from 'lucide-react'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { errorSentence } from '../error-messages.ts'
import { RestoreButton } from '../features/health/restore-button.tsx'
import type { Care, Keys } from '../ports.ts'
import { UnlockForm } from './unlock-form.tsx'

/** What can be done here about an error; a library that another Stipple holds is left alone. */
const waysOut: Partial<Record<ErrorCode, { unlockBy?: 'passphrase' | 'recovery'; canRestore: boolean }>> = {
  'library-in-use': { canRestore: false },
  'library-locked': { unlockBy: 'passphrase', canRestore: false },
  'library-key-missing': { unlockBy: 'recovery', canRestore: true },
}

/** Shown in place of the app when the library is locked or can't be opened; nothing was changed. From here it is unlocked, or a backup restored. */
export function RefusalScreen({ error, care, keys }: { error: unknown; care: Care; keys: Keys }) {
  const code = error instanceof AppError ? error.code : 'bug'
  const { unlockBy, canRestore } = waysOut[code] ?? { canRestore: true }
  const isLocked = code === 'library-locked'
  return (
    <Center component="main" h="100vh" p="xl">
      <Stack maw={isLocked ? 360 : 560} w="100%">
        <Stack role={isLocked ? undefined : 'alert'} gap="xs">
          {isLocked && <LockKeyhole size={32} aria-hidden />}
          <Title order={1} size="h2">
            {isLocked ? 'Stipple is locked' : 'The library can’t be opened'}
          </Title>
          {!isLocked && <Text>{errorSentence(error)}</Text>}
        </Stack>
        {unlockBy && <UnlockForm keys={keys} by={unlockBy} />}
        {canRestore && <RestoreButton care={care} variant={unlockBy ? 'default' : 'filled'} />}
      </Stack>
    </Center>
  )
}
