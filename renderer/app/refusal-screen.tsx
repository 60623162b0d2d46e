import { Center, Stack, Text, Title } from '@mantine/core'
import { errorSentence } from '../error-messages.ts'

/** Shown in place of the app when the library can't be opened; nothing was changed. */
export function RefusalScreen({ error }: { error: unknown }) {
  return (
    <Center h="100vh" p="xl">
      <Stack maw={560} role="alert">
        <Title order={1} size="h2">
          The library can’t be opened
        </Title>
        <Text>{errorSentence(error)}</Text>
      </Stack>
    </Center>
  )
}
