import { Center, Stack, Text, Title } from '@mantine/core'
import { AppError } from '../../shared/errors.ts'
import { errorSentence } from '../error-messages.ts'
import { RestoreButton } from '../features/health/restore-button.tsx'
import type { Care } from '../ports.ts'

/** Shown in place of the app when the library can't be opened; nothing was changed. A backup can be restored from here. */
export function RefusalScreen({ error, care }: { error: unknown; care: Care }) {
  const isElsewhere = error instanceof AppError && error.code === 'library-in-use'
  return (
    <Center h="100vh" p="xl">
      <Stack maw={560}>
        <Stack role="alert">
          <Title order={1} size="h2">
            The library can’t be opened
          </Title>
          <Text>{errorSentence(error)}</Text>
        </Stack>
        {!isElsewhere && <RestoreButton care={care} variant="filled" />}
      </Stack>
    </Center>
  )
}
